import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeTime

/// Reads policy files and checks them, with the zones and holidays of the disk.
final class PolicyLoader {
  /// One file and what its check gave.
  struct Loaded {
    var file: SourceFile
    var digest: String
    var result: CheckResult
    /// The policy files that it uses and the holiday files that it reads.
    var inputs: [RunSheet.Input]
  }

  private(set) var sources = SourceSet()
  private let zones = ZoneLibrary()
  private var inputs: [RunSheet.Input] = []
  private let disk = PolicyDisk()

  /// Reads and checks one file and those that it uses; `-` is the standard input.
  func load(_ path: String) throws -> Loaded {
    let file: SourceFile
    do {
      file = try disk.read(path, into: &sources)
    } catch let error as SourceError {
      throw CommandFailure(.reading(error.description))
    }
    inputs = []
    let result = check(file)
    let used = result.used.map {
      RunSheet.Input(.used, file: $0.name, digest: BLAKE2b.digest($0.bytes))
    }
    return Loaded(
      file: file, digest: BLAKE2b.digest(file.bytes), result: result, inputs: used + inputs)
  }

  /// Checks a text in the place of a file that was read, also with another text in the place of one that it
  /// uses.
  func check(_ file: SourceFile, using other: SourceFile? = nil) -> CheckResult {
    let root = disk.root(of: file.name)
    return Checker.check(
      file,
      environment: CheckerEnvironment(
        zone: { [zones] in Self.zone($0, zones) }, holidays: { [self] in holidays($0, from: $1) },
        file: { [self] in
          let answer = disk.file($0, from: $1, root: root, into: &sources)
          if let other, case .file(let found) = answer, found.id == other.id { return .file(other) }
          return answer
        }))
  }

  /// Puts a text in the place of the file that messages quote.
  func replace(_ file: SourceFile) { sources.replace(file) }

  private static func zone(_ name: String, _ zones: ZoneLibrary) -> ZoneAnswer {
    switch zones.zone(named: name) {
    case .success(let zone): return .zone(zone)
    case .failure(let problem):
      let hasData = if case .success = zones.zone(named: "Etc/UTC") { true } else { false }
      return hasData ? .unknown : .unavailable(reason: problem.message)
    }
  }

  /// A path in a policy is one beside its file.
  private func holidays(_ path: String, from policy: String) -> HolidayAnswer {
    let folder = policy.lastIndex(of: "/").map { String(policy[...$0]) } ?? ""
    let full = path.hasPrefix("/") ? path : folder + path
    do {
      let raw = try FileSource(path: full).readAll(limit: 4 << 20)
      let text = try InputFile.decoded(MemorySource(name: full, bytes: raw)).readAll(limit: 4 << 20)
      let file = try HolidayFile.parse(text, file: full).get()
      let input = RunSheet.Input(.holidays, file: full, digest: BLAKE2b.digest(raw))
      if !inputs.contains(input) { inputs.append(input) }
      return .list(HolidayList(file))
    } catch {
      return .unreadable(reason: "\(error)")
    }
  }
}
