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

  /// All of them as they stand, then the same in Chinese, sorted by path.
  package let policies: [Policy]
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
    english = Dictionary(
      uniqueKeysWithValues: paths.map { path in
        (path, [UInt8](FileManager.default.contents(atPath: root + "/" + path) ?? Data()))
      })
    let bytes = english
    policies = [Dialect.english, .chinese].flatMap { dialect in
      paths.map { path in
        let own = bytes[path] ?? []
        guard dialect != .english else { return Policy(path: path, bytes: own, dialect: dialect) }
        let file = SourceFile(name: path, bytes: own)
        return Policy(path: path, bytes: Formatter.format(file, dialect: dialect).bytes, dialect: dialect)
      }
    }
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
