import Foundation

/// The clauses of the documents, read from `policies/clauses.yaml`.
struct ClauseCatalogue {
  /// One clause: where it stands, its words, and the reading that the policies follow.
  struct Clause {
    var id: String
    var document = ""
    var says = ""
    var rule = ""
  }

  let clauses: [Clause]

  /// Reads the file's rows line by line; each value stands on one line.
  init(text: String) {
    var clauses: [Clause] = []
    for line in text.components(separatedBy: "\n") {
      if let id = Self.value(of: "- id:", in: line) {
        clauses.append(Clause(id: id.filter { $0 != "\"" }))
      } else if !clauses.isEmpty {
        let last = clauses.count - 1
        if let document = Self.value(of: "  document:", in: line) { clauses[last].document = document }
        if let says = Self.value(of: "  says:", in: line) { clauses[last].says = says }
        if let rule = Self.value(of: "  rule:", in: line) { clauses[last].rule = rule }
      }
    }
    self.clauses = clauses
  }

  private static func value(of key: String, in line: String) -> String? {
    guard line.hasPrefix(key) else { return nil }
    return line.dropFirst(key.count).trimmingCharacters(in: .whitespaces)
  }

  /// The catalogue of the repository.
  static func repository() throws -> ClauseCatalogue {
    let url = PolicyFileTests.root.appending(path: "policies/clauses.yaml")
    return ClauseCatalogue(text: try String(contentsOf: url, encoding: .utf8))
  }
}
