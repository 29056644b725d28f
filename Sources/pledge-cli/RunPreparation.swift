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
  /// The versions in the order of their time.
  var plans: [Plan]
  var sources: SourceSet
  var comparison: RecordedComparison?
  /// How the report is written, in the language that the policies and the caller ask for.
  var style: Style

  /// What a run needs; a failure is said in the language of its policies.
  static func settled(
    _ options: RunOptions, by names: [String] = [], compare: String? = nil, style: (SourceFile?) -> Style
  ) throws -> RunPreparation {
    var language: MessageLanguage?
    do {
      return try RunPreparation(options, by: names, compare: compare) { file in
        let style = style(file)
        language = style.language
        return style
      }
    } catch let failure as CommandFailure {
      throw failure.told(in: language)
    }
  }

  private init(
    _ options: RunOptions, by names: [String], compare: String?, style: (SourceFile?) -> Style
  ) throws {
    let loader = PolicyLoader()
    let loaded = try options.policies.map { try loader.load($0) }
    let style = style(loaded.first?.file)
    self.style = style
    let entries = Self.byTime(try Self.versions(loaded, loader, style))
    sources = loader.sources
    var inputs: [RunSheet.Input] = []
    for input in loaded.flatMap(\.inputs) where !inputs.contains(input) { inputs.append(input) }
    let mapping = try Self.mapping(options.mapping, &inputs)
    let preparing = VersionPreparing(
      policies: entries.map(\.policy), options: options, names: names, compare: compare, mapping: mapping,
      style: style)
    let versions = try entries.map { try preparing.prepare($0.policy, &inputs) }
    let newest = versions[versions.count - 1]
    plans = versions.map(\.plan)
    policy = VersionUnion(versions.map(\.policy)).policy
    let asOf = try Self.asOf(options.asOf, newest.recordPlan, policy.header.zone)
    setup = SimulationSetup(
      plan: newest.plan, registers: newest.registers, recordPlan: newest.recordPlan, asOf: asOf.instant,
      files: options.tickets)
    setup.breakdowns = newest.breakdowns
    setup.comparison = newest.comparison
    setup.isStrict = options.strict
    setup.isUnique = options.unique
    if versions.count > 1 { setup.versions = versions.map(\.setup) }
    comparison = Self.comparison(versions, policy)
    sheet = RunSheet(
      policy: Self.entry(entries[entries.count - 1]), asOf: asOf.instant, asOfOrigin: asOf.origin,
      zone: policy.header.zone, parameters: VersionPreparing.parameters(versions), inputs: inputs)
    if versions.count > 1 {
      sheet.versions = zip(entries, setup.versions).map { entry, version in
        RunSheet.Version(
          policy: Self.entry(entry), from: version.period.from, until: version.period.until)
      }
    }
  }

  /// The policies of the versions, as their plans have them.
  var policies: [Policy] { plans.map(\.policy) }

  /// Every file that the run reads.
  var files: [String] {
    setup.files + sheet.inputs.map(\.file) + sheet.policies.map(\.file)
  }

  // MARK: Versions

  /// The policies of the files, which are versions of one policy.
  private static func versions(
    _ loaded: [PolicyLoader.Loaded], _ loader: PolicyLoader, _ style: Style
  ) throws -> [SoundPolicies.Entry] {
    let entries = try SoundPolicies.require(loaded, loader, style)
    guard let first = entries.first else {
      throw CommandFailure(.libraries(files: loaded.map(\.file.name)))
    }
    if let other = entries.first(where: { $0.policy.header.id != first.policy.header.id }) {
      throw CommandFailure(
        .twoPolicies(
          first: (first.policy.header.id, first.loaded.file.name),
          other: (other.policy.header.id, other.loaded.file.name)))
    }
    return entries
  }

  private static func byTime(_ entries: [SoundPolicies.Entry]) -> [SoundPolicies.Entry] {
    entries.sorted { left, right in
      (left.policy.header.fixedPeriod?.from ?? .earliest)
        < (right.policy.header.fixedPeriod?.from ?? .earliest)
    }
  }

  private static func entry(_ entry: SoundPolicies.Entry) -> RunSheet.PolicyEntry {
    let header = entry.policy.header
    return RunSheet.PolicyEntry(
      id: header.id, version: header.version, title: header.title, file: entry.loaded.file.name,
      digest: entry.loaded.digest, source: header.source, citations: header.citations)
  }

  /// The comparison by the target's place in the reports.
  private static func comparison(
    _ versions: [VersionPreparing.Prepared], _ policy: Policy
  ) -> RecordedComparison? {
    for version in versions {
      guard var comparison = version.comparison else { continue }
      let name = version.policy.targets[comparison.target].name
      comparison.target = policy.targets.firstIndex { $0.name == name } ?? comparison.target
      return comparison
    }
    return nil
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

  /// Turns what a file refuses into a message.
  static func reading<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as SourceError {
      throw CommandFailure(.reading(error.description))
    } catch let problems as ReadingProblems {
      throw CommandFailure(.reading(problems.description))
    }
  }

  // MARK: As of

  private static func asOf(
    _ text: String?, _ plan: RecordPlan, _ zone: Zone
  ) throws -> (instant: Instant, origin: RunSheet.AsOfOrigin) {
    guard let text else {
      if let stated = plan.asOf { return (stated, .mapping) }
      throw CommandFailure(.noAsOf(zone: zone.name))
    }
    if text == "now" { return (now(), .now) }
    guard let instant = ParameterSetting.instant(text, zone) else {
      throw CommandFailure(.badInstant(text: text, zone: zone.name))
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
