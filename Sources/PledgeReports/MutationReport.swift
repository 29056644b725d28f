import PledgeDiagnostics
import PledgeTesting

/// Which mistakes the tests of several policies notice.
package struct MutationReport: Sendable {
  /// The mutants of one policy file with what became of them.
  package struct Entry: Sendable {
    package var file: SourceFile
    package var digest: String
    package var results: [Result]

    package init(file: SourceFile, digest: String, results: [Result]) {
      self.file = file
      self.digest = digest
      self.results = results
    }

    /// How many mutants were noticed.
    package var killed: Int {
      results.count { if case .killed = $0.verdict { true } else { false } }
    }
    /// How many mutants no test notices.
    package var survived: Int { results.count { $0.verdict == .survived } }
    /// How many decide every ticket as the policy does.
    package var equivalent: Int { results.count { !$0.verdict.reasons.isEmpty } }
    /// How many are no policy.
    package var refused: Int { results.count { $0.verdict == .refused } }
  }

  /// One mutant with what became of it.
  package struct Result: Sendable {
    package var mutant: Mutant
    package var verdict: MutationVerdict
    /// A test that would notice a survivor, as a block to paste; nil where none was looked for or found.
    package var offered: String?

    package init(mutant: Mutant, verdict: MutationVerdict, offered: String? = nil) {
      self.mutant = mutant
      self.verdict = verdict
      self.offered = offered
    }
  }

  /// In the order in which the files were given.
  package var entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries }

  /// How many mutants were noticed.
  package var killed: Int { entries.reduce(0) { $0 + $1.killed } }
  /// How many mutants no test notices.
  package var survived: Int { entries.reduce(0) { $0 + $1.survived } }

  /// The report in a format.
  package func bytes(_ format: OutputFormat, _ style: Style) -> [UInt8] {
    switch format {
    case .text: Array(MutationText(report: self, style: style).text.utf8)
    case .json: MutationJSON(report: self).bytes
    case .ndjson: MutationJSON(report: self).lines
    case .csv: MutationCSV.bytes(self)
    }
  }
}

extension MutationVerdict {
  /// The word of the outputs.
  var word: String {
    switch self {
    case .refused: "refused"
    case .killed: "killed"
    case .equivalent: "equivalent"
    case .survived: "survived"
    }
  }

  /// The title of the test that notices the mutant, nil where none does.
  var test: String? {
    switch self {
    case .killed(let test): test
    case .refused, .equivalent, .survived: nil
    }
  }

  /// Why the mutant decides every ticket as the policy does; empty where that is not so, or not proved.
  var reasons: [EquivalenceReason] {
    if case .equivalent(let reasons) = self { reasons } else { [] }
  }
}
