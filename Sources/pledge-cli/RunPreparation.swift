import Glibc
import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeSimulation
import PledgeTickets
import PledgeTime

/// Settles everything that a run needs before the first ticket is read: policy, registers, mapping,
/// parameters, as-of.
struct RunPreparation {
  var setup: SimulationSetup
  var sheet: RunSheet
  var policy: Policy
  var sources: SourceSet
  var comparison: RecordedComparison?

  init(_ options: RunOptions, by names: [String] = [], compare: String? = nil, style: Style) throws {
    guard options.policies.count == 1 else {
      throw CommandFailure(
        "one policy file is expected, \(options.policies.count) are given",
        hint: "policies of several files are not supported yet; run each file on its own")
    }
    let loader = PolicyLoader()
    let loaded = try loader.load(options.policies[0])
    guard let entry = try SoundPolicies.require([loaded], loader, style).first else {
      throw CommandFailure(
        "\(loaded.file.name) has no `policy` block: it is a library, which decides nothing by itself",
        hint: "give the file of a policy that uses it")
    }
    var policy = entry.policy
    sources = loader.sources
    var inputs = loaded.inputs

    let overrides = try Self.overrides(options.set, &policy)
    let mapping = try Self.mapping(options.mapping, &inputs)
    let registers = try Self.registers(options.register, &policy, &inputs)
    var resolving = BreakdownResolving(policy: policy)
    do throws(BreakdownResolving.Fault) {
      for name in names { try resolving.add(by: name) }
      comparison = if let compare { try resolving.comparison(compare) } else { nil }
    } catch {
      throw CommandFailure(error.message, hint: error.hint)
    }
    let recordPlan: RecordPlan
    switch RecordPlan.compile(vocabulary: policy.vocabulary, mapping: mapping, captures: resolving.captures) {
    case .success(let plan): recordPlan = plan
    case .failure(let problems): throw CommandFailure(problems.description)
    }
    let asOf = try Self.asOf(options.asOf, recordPlan, policy.header.zone)
    setup = SimulationSetup(
      plan: Plan(policy, overrides: overrides, probes: resolving.probes), registers: registers,
      recordPlan: recordPlan, asOf: asOf.instant, files: options.tickets)
    setup.breakdowns = resolving.breakdowns
    setup.comparison = comparison
    setup.isStrict = options.strict
    setup.isUnique = options.unique
    sheet = RunSheet(
      policy: RunSheet.PolicyEntry(
        id: policy.header.id, version: policy.header.version, title: policy.header.title,
        file: loaded.file.name,
        digest: loaded.digest, source: policy.header.source, citations: policy.header.citations),
      asOf: asOf.instant, asOfOrigin: asOf.origin, zone: policy.header.zone,
      parameters: Self.parameters(policy, setup.plan, overrides), inputs: inputs)
    self.policy = policy
  }

  // MARK: Parameters

  private static func overrides(_ settings: [String], _ policy: inout Policy) throws -> [Int: Constant] {
    var result: [Int: Constant] = [:]
    for setting in settings {
      let (name, text) = try pair(setting, option: "--set", form: "PARAM=VALUE")
      guard let index = policy.parameters.firstIndex(where: { $0.name == name }) else {
        throw CommandFailure(
          "the policy has no parameter `\(name)`",
          hint: BreakdownResolving.hint(name, policy.parameters.map(\.name), "parameters"))
      }
      guard result[index] == nil else { throw CommandFailure("the parameter `\(name)` is set twice") }
      let type = policy.parameters[index].type
      guard
        let constant = ParameterSetting.constant(
          text, as: type, zone: policy.header.zone, pool: &policy.texts)
      else {
        throw CommandFailure(
          "`\(text)` is no value for `\(name)`", hint: "write \(ParameterSetting.example(type))")
      }
      result[index] = constant
    }
    return result
  }

  private static func parameters(
    _ policy: Policy, _ plan: Plan, _ overrides: [Int: Constant]
  ) -> [RunSheet.Parameter] {
    policy.parameters.enumerated().map { index, parameter in
      let text = ParameterText.text(
        plan.parameters[index], parameter.type, zone: policy.header.zone, pool: { policy.texts.text($0) })
      return RunSheet.Parameter(name: parameter.name, value: text, isSet: overrides[index] != nil)
    }
  }

  // MARK: Files

  private static func mapping(_ path: String?, _ inputs: inout [RunSheet.Input]) throws -> TicketMapping? {
    guard let path else { return nil }
    return try reading {
      let bytes = try FileSource(path: path).readAll(limit: 4 << 20)
      inputs.append(RunSheet.Input(.mapping, file: path, digest: BLAKE2b.digest(bytes)))
      let text = try InputFile.decoded(MemorySource(name: path, bytes: bytes)).readAll(limit: 4 << 20)
      return try TicketMapping.parse(text, file: path).get()
    }
  }

  private static func registers(
    _ options: [String], _ policy: inout Policy, _ inputs: inout [RunSheet.Input]
  ) throws -> [Register] {
    var files: [String: String] = [:]
    for option in options {
      let (name, file) = try pair(option, option: "--register", form: "NAME=FILE")
      guard policy.registers.contains(where: { $0.name == name }) else {
        throw CommandFailure(
          "the policy has no register `\(name)`",
          hint: BreakdownResolving.hint(name, policy.registers.map(\.name), "registers"))
      }
      guard files[name] == nil else { throw CommandFailure("the register `\(name)` is given twice") }
      files[name] = file
    }
    return try policy.registers.map { declaration in
      guard let path = files[declaration.name] else {
        throw CommandFailure(
          "the policy needs the register `\(declaration.name)`",
          hint: "add --register \(declaration.name)=FILE")
      }
      return try reading {
        let raw = DigestingSource(try FileSource(path: path))
        let register = try RegisterReader.read(
          InputFile.decoded(raw), declaration: declaration, pool: &policy.texts)
        inputs.append(
          RunSheet.Input(.register(declaration.name), file: path, digest: try raw.finish().digest))
        return register
      }
    }
  }

  /// Turns what a file refuses into a message.
  static func reading<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as SourceError {
      throw CommandFailure(error.description)
    } catch let problems as ReadingProblems {
      throw CommandFailure(problems.description)
    }
  }

  private static func pair(_ text: String, option: String, form: String) throws -> (String, String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw CommandFailure("`\(text)` is no value for \(option)", hint: "write \(option) \(form)")
    }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }

  // MARK: As of

  private static func asOf(
    _ text: String?, _ plan: RecordPlan, _ zone: Zone
  ) throws -> (instant: Instant, origin: RunSheet.AsOfOrigin) {
    guard let text else {
      if let stated = plan.asOf { return (stated, .mapping) }
      throw CommandFailure(
        "the as-of instant is missing: decisions are made as of an instant",
        hint: "add --as-of 2026-04-01 (the beginning of that day in \(zone.name)), or --as-of now")
    }
    if text == "now" { return (now(), .now) }
    guard let instant = ParameterSetting.instant(text, zone) else {
      throw CommandFailure(
        "`\(text)` is no instant",
        hint: "write 2026-04-01T00:00:00+08:00, 2026-04-01 or 2026-04-01T08:00 (both in \(zone.name)), or now"
      )
    }
    return (instant, .option)
  }

  /// The clock of the machine, in whole seconds.
  private static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000)
  }
}
