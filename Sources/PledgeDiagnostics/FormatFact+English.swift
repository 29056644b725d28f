extension FormatFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .wouldChange:
      FactWords(
        "formatting would change what this file says, so it was left as it is",
        hint: "this is a fault of the formatter; please report it with the file")
    case .damaged:
      FactWords(
        "a file with errors cannot be written in another dialect", hint: "remove what is reported first")
    }
  }
}
