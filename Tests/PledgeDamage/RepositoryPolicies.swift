import Foundation
import PledgeChecker
import PledgeDiagnostics
import PledgeFormat
import PledgeReadings
import PledgeSyntax
import PledgeTime

/// The policies of the repository, which a test damages and then checks as `pledge check` does.
package struct RepositoryPolicies: Sendable {
  /// A policy file.
  package struct Policy: Sendable {
    /// Its path in the repository.
    package let path: String
    /// Its text.
    package let bytes: [UInt8]
    /// The dialect that it is written in.
    package let dialect: Dialect
  }

  /// All of them as they stand, sorted by path, then the shorter ones in Chinese.
  package let policies: [Policy]
  /// How many bytes a policy has at most that is also looked at in Chinese, for the sake of time.
  private static let longest = 30_000
  private let english: [String: [UInt8]]
  private let root: String

  /// Reads the policies under `policies` and `examples` of a repository.
  package init(root: String) {
    self.root = root
    let paths = ["policies", "examples"].flatMap { folder -> [String] in
      let walk = FileManager.default.enumerator(atPath: root + "/" + folder)
      return (walk?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".pledge") }
        .map { folder + "/" + $0 }
    }.sorted()
    let own = paths.map { path in
      let data = FileManager.default.contents(atPath: root + "/" + path) ?? Data()
      return Policy(path: path, bytes: [UInt8](data), dialect: .english)
    }
    english = Dictionary(uniqueKeysWithValues: own.map { ($0.path, $0.bytes) })
    let chinese = own.filter { $0.bytes.count <= Self.longest }.map { policy in
      let file = SourceFile(name: policy.path, bytes: policy.bytes)
      return Policy(
        path: policy.path, bytes: Formatter.format(file, dialect: .chinese).bytes, dialect: .chinese)
    }
    policies = own + chinese
  }

  /// What `pledge check` says of a text in the place of a policy, and the files that it speaks of.
  package func check(
    _ bytes: [UInt8], inPlaceOf path: String
  ) -> (result: CheckResult, sources: SourceSet) {
    var sources = SourceSet()
    let asked = sources.add(name: path, bytes: bytes)
    var known = [path: asked]
    let environment = CheckerEnvironment(
      zone: { name in
        if case .success(let zone) = ZoneLibrary().zone(named: name) { .zone(zone) } else { .unknown }
      },
      holidays: { [root] path, from in Self.holidays(path, from: from, root: root) },
      file: { path, from in
        guard let name = RelativePath.resolve(path, from: from) else { return .outside(root: "") }
        if let file = known[name] { return .file(file) }
        guard let bytes = english[name] else { return .unreadable(reason: "no such file") }
        let file = sources.add(name: name, bytes: bytes)
        known[name] = file
        return .file(file)
      })
    let result = Checker.check(asked, environment: environment)
    return (result, sources)
  }

  private static func holidays(_ path: String, from policy: String, root: String) -> HolidayAnswer {
    guard let name = RelativePath.resolve(path, from: policy) else {
      return .unreadable(reason: "outside")
    }
    do {
      let file = try HolidayFile.load(path: root + "/" + name)
      func dates(_ entries: [HolidayFile.Entry]) -> [CivilDate] {
        entries.flatMap { ($0.from.dayNumber...$0.to.dayNumber).map { CivilDate(dayNumber: $0) } }
      }
      return .list(
        HolidayList(
          coverage: DateRange(first: file.coversFrom, last: file.coversTo),
          holidays: dates(file.holidays), working: dates(file.working)))
    } catch {
      return .unreadable(reason: "\(error)")
    }
  }
}
