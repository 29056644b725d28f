import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeSimulation
import PledgeTickets

/// Settles what each version of a policy needs for a run. A name that an option gives has to be one of some
/// version; the versions that do not have it pass it over.
struct VersionPreparing {
  let policies: [Policy]
  let options: RunOptions
  let names: [String]
  let compare: String?
  let mapping: TicketMapping?
  /// How the caller reads warnings.
  let style: Style

  /// A version that is ready.
  struct Prepared {
    var policy: Policy
    var plan: Plan
    var registers: [Register]
    var recordPlan: RecordPlan
    var breakdowns: [Breakdown]
    var comparison: RecordedComparison?
    /// The parameters that the run sets, by index.
    var overrides: [Int: Constant]

    var setup: VersionSetup {
      let period = policy.header.fixedPeriod ?? ForcePeriod(from: .earliest, until: nil)
      var setup = VersionSetup(plan: plan, registers: registers, recordPlan: recordPlan, period: period)
      setup.breakdowns = breakdowns
      setup.comparison = comparison
      return setup
    }
  }

  /// Prepares one of the versions; files that it reads are added to `inputs`, each once.
  func prepare(_ version: Policy, _ inputs: inout [RunSheet.Input]) throws -> Prepared {
    var policy = version
    let overrides = try overrides(&policy)
    let registers = try registers(&policy, &inputs)
    var resolving = BreakdownResolving(policy: policy)
    let comparison: RecordedComparison?
    do throws(BreakdownResolving.Fault) {
      for name in names { try add(name, to: &resolving) }
      comparison = try self.comparison(&resolving)
    } catch {
      throw CommandFailure(.breakdown(error))
    }
    var breakdowns = resolving.breakdowns
    for index in breakdowns.indices { breakdowns[index].name = names[index] }
    let mapping =
      policies.count == 1
      ? self.mapping
      : (self.mapping ?? TicketMapping()).restricted(
        to: policy.vocabulary, among: policies.map(\.vocabulary))
    switch RecordPlan.compile(vocabulary: policy.vocabulary, mapping: mapping, captures: resolving.captures) {
    case .success(let recordPlan):
      return Prepared(
        policy: policy, plan: Plan(policy, overrides: overrides, probes: resolving.probes),
        registers: registers, recordPlan: recordPlan, breakdowns: breakdowns, comparison: comparison,
        overrides: overrides)
    case .failure(let problems): throw CommandFailure(.reading(problems.description))
    }
  }

  // MARK: Names

  /// A name that only other versions declare is read from the record by its path.
  private func add(_ name: String, to resolving: inout BreakdownResolving) throws(BreakdownResolving.Fault) {
    do throws(BreakdownResolving.Fault) {
      try resolving.add(by: name)
    } catch {
      let isKnown = policies.contains { policy in
        var other = BreakdownResolving(policy: policy)
        return (try? other.add(by: name)) != nil
      }
      guard isKnown else { throw error }
      try resolving.add(by: "." + name)
    }
  }

  private func comparison(
    _ resolving: inout BreakdownResolving
  ) throws(BreakdownResolving.Fault) -> RecordedComparison? {
    guard let compare else { return nil }
    do throws(BreakdownResolving.Fault) {
      return try resolving.comparison(compare)
    } catch {
      let isKnown = policies.contains { policy in
        var other = BreakdownResolving(policy: policy)
        return (try? other.comparison(compare)) != nil
      }
      guard isKnown else { throw error }
      return nil
    }
  }

  // MARK: Parameters

  private func overrides(_ policy: inout Policy) throws -> [Int: Constant] {
    var result: [Int: Constant] = [:]
    var seen: Set<String> = []
    let known = policies.flatMap(\.parameters).map(\.name)
    for setting in options.set {
      let (name, text) = try Self.pair(setting, option: "--set", form: "PARAM=VALUE")
      guard known.contains(name) else {
        throw CommandFailure(.unknownParameter(KnownNames(name, among: known, .parameters)))
      }
      guard seen.insert(name).inserted else { throw CommandFailure(.parameterTwice(name)) }
      guard let index = policy.parameters.firstIndex(where: { $0.name == name }) else { continue }
      let type = policy.parameters[index].type
      guard
        let constant = ParameterSetting.constant(
          text, as: type, zone: policy.header.zone, pool: &policy.texts)
      else {
        throw CommandFailure(
          .badParameter(text: text, name: name, type))
      }
      if policy.parameters[index].countsKeys, case .number(let count) = constant, count < .one {
        throw CommandFailure(.badKeyCount(text: text, name: name))
      }
      if type != .integer, type != .decimal, constant.isBelowZero,
        !policy.parameters[index].value.isBelowZero
      {
        throw CommandFailure(.negativeParameter(text: text, name: name))
      }
      result[index] = constant
    }
    if let (table, fault) = policy.tableFault(policy.parameterValues(result)) {
      throw Self.failure(table, fault)
    }
    return result
  }

  private static func failure(_ table: String?, _ fault: DecisionTable.Fault) -> CommandFailure {
    switch fault {
    case .missingRow(let example): CommandFailure(.caseWithoutRow(table: table, example: example))
    case .emptyRange: CommandFailure(.rowOfNothing(table: table))
    }
  }

  /// The parameters and their values. Where versions differ, each is listed with its version.
  static func parameters(_ versions: [Prepared]) -> [RunSheet.Parameter] {
    var result: [RunSheet.Parameter] = []
    for version in versions {
      for (index, parameter) in version.policy.parameters.enumerated() {
        let text = ParameterText.text(
          version.plan.parameters[index], parameter.type, zone: version.policy.header.zone,
          pool: { version.policy.texts.text($0) })
        var entry = RunSheet.Parameter(
          name: parameter.name, value: text, isSet: version.overrides[index] != nil)
        if result.contains(entry) { continue }
        if result.contains(where: { $0.name == entry.name }) {
          entry.name += " (version \(version.policy.header.version))"
        }
        result.append(entry)
      }
    }
    return result
  }

  // MARK: Registers

  private func registers(_ policy: inout Policy, _ inputs: inout [RunSheet.Input]) throws -> [Register] {
    let files = try registerFiles()
    return try policy.registers.map { declaration in
      guard let path = files[declaration.name] else {
        throw CommandFailure(.missingRegister(declaration.name))
      }
      return try RunPreparation.reading {
        let raw = DigestingSource(try FileSource(path: path))
        let register = try RegisterReader.read(
          InputFile.decoded(raw), declaration: declaration, zone: policy.header.zone, pool: &policy.texts)
        let input = RunSheet.Input(
          .register(declaration.name), file: path, digest: try raw.finish().digest)
        if !inputs.contains(input) {
          inputs.append(input)
          if register.keys.isEmpty {
            Terminal.warn(.registerWithoutRow(path, declaration.name), style)
          }
        }
        return register
      }
    }
  }

  private func registerFiles() throws -> [String: String] {
    var files: [String: String] = [:]
    let known = policies.flatMap(\.registers).map(\.name)
    for option in options.register {
      let (name, file) = try Self.pair(option, option: "--register", form: "NAME=FILE")
      guard known.contains(name) else {
        throw CommandFailure(.unknownRegister(KnownNames(name, among: known, .registers)))
      }
      guard files[name] == nil else { throw CommandFailure(.registerTwice(name)) }
      files[name] = file
    }
    return files
  }

  private static func pair(_ text: String, option: String, form: String) throws -> (String, String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw CommandFailure(.badOption(text: text, option: option, form: form))
    }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }
}

extension SimulationSetup {
  /// Has each decision written, by each version in its own words.
  mutating func encode(asCSV: Bool) {
    encoder = Self.encoder(plan.policy, comparison, asCSV, isVersion: !versions.isEmpty)
    for index in versions.indices {
      versions[index].encoder = Self.encoder(
        versions[index].plan.policy, versions[index].comparison, asCSV, isVersion: true)
    }
  }

  private static func encoder(
    _ policy: Policy, _ comparison: RecordedComparison?, _ asCSV: Bool, isVersion: Bool
  ) -> any DecisionEncoder {
    asCSV
      ? DecisionCSV(policy: policy, comparison: comparison, isVersion: isVersion)
      : DecisionNDJSON(policy: policy, comparison: comparison, isVersion: isVersion)
  }
}
