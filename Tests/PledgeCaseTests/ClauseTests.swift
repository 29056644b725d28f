import Foundation
import Testing

@Suite("Clauses of the documents")
struct ClauseTests {
  /// A report, which is printed and not decided.
  private static let reports: Set<String> = ["000-G1"]
  /// Clauses that no policy states yet.
  private static let open: Set<String> = []

  private static func library() throws -> PolicyLibrary {
    let folder = PolicyFileTests.root.appending(path: "policies")
    let walk = FileManager.default.enumerator(atPath: folder.path)
    let paths = (walk?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".pledge") }.sorted()
    return PolicyLibrary(
      files: try paths.map {
        PolicyText(path: $0, text: try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
      })
  }

  @Test("The catalogue holds every clause once, with its words and its reading")
  func catalogueIsWhole() throws {
    let clauses = try ClauseCatalogue.repository().clauses
    #expect(clauses.count == 63)
    #expect(Set(clauses.map(\.id)).count == clauses.count)
    for clause in clauses {
      #expect(PolicyText.isClause(clause.id), "\(clause.id)")
      #expect(!clause.document.isEmpty && !clause.says.isEmpty && !clause.rule.isEmpty, "\(clause.id)")
    }
  }

  @Test("Every clause is cited by a declaration that tests exercise")
  func clausesAreCited() throws {
    let wanted = Set(try ClauseCatalogue.repository().clauses.map(\.id)).subtracting(Self.reports)
    let cited = try Self.library().clauses()
    #expect(wanted.subtracting(cited).subtracting(Self.open).sorted() == [])
    #expect(cited.intersection(Self.open).sorted() == [], "no longer open")
  }

  @Test("Policies cite only clauses of the catalogue")
  func citationsAreKnown() throws {
    let known = Set(try ClauseCatalogue.repository().clauses.map(\.id))
    for file in try Self.library().files {
      for citation in file.declarations.flatMap(\.citations) {
        #expect(known.contains(citation), "\(file.path): \(citation)")
      }
    }
  }

  @Test("The page of the clauses is what the script makes")
  func pageIsCurrent() throws {
    let page = ClausePage(catalogue: try .repository(), library: try Self.library()).text
    let url = PolicyFileTests.root.appending(path: "docs/clauses.md")
    if ProcessInfo.processInfo.environment["PLEDGE_RECORD"] == "1" {
      try page.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    let written = try String(contentsOf: url, encoding: .utf8)
    #expect(written == page, "run scripts/clauses")
  }
}
