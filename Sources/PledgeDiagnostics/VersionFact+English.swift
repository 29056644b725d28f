extension VersionFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .overlap(let earlier, let later, let start):
      FactWords(
        "versions `\(earlier)` and `\(later)` are in force at the same time",
        hint: start.map { "end version `\(earlier)` with `until \($0)` behind its `effective from`" }
          ?? "say with `effective from` and `until` when each is in force")
    case .gap(let earlier, let later, let end, let start):
      FactWords(
        "no version is in force from \(end) until version `\(later)` begins",
        hint: "end version `\(earlier)` with `until \(start)`, or begin `\(later)` earlier")
    case .validityOfTicket(let version):
      FactWords(
        "when version `\(version)` is in force follows from the ticket, but there is another version",
        hint: "versions of one policy are told apart by dates: write `effective from 2026-01-01`")
    case .sameVersion(let id, let version):
      FactWords(
        "version `\(version)` of `\(id)` stands in two files", hint: "give each version a name of its own")
    case .governedDifferently(let first, let second):
      FactWords(
        "one version is governed by \(Self.governor(first)), another by \(Self.governor(second))",
        hint: "write the same `governed by` in all versions: it says which of them decides a ticket")
    case .currencies(let refund, let first, let second):
      FactWords(
        "`\(refund)` is in \(first) in one version and in \(second) in another",
        hint: "amounts of one name are added up: rename one of the two")
    }
  }

  private static func governor(_ text: String) -> String {
    text.isEmpty ? "the first event of the log" : "`\(text)`"
  }
}
