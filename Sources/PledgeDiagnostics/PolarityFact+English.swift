extension PolarityFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .raises(let target, let reader):
      FactWords(
        "an exclusion or a pause of `\(target)` could raise what `\(reader)` owes",
        hint:
          "an exclusion may only help: let `\(reader)` grow with `\(target) is breached`, not shrink"
      )
    case .breaches(let target, let reader):
      FactWords(
        "an exclusion or a pause of `\(target)` could make `\(reader)` worse for the provider",
        hint: "an exclusion may only help the provider: ask for the fact itself, not for the verdict")
    case .grants(let target, let reader):
      FactWords(
        "an exclusion or a pause of `\(target)` could grant `\(reader)`",
        hint: "an exclusion may only help: grant `\(reader)` where `\(target) is breached`")
    case .noRelief(let target, let reader):
      FactWords(
        "`\(reader)` applies also where `\(target)` is excused",
        hint: "write `\(target) is breached` where an exclusion is to relieve from it")
    case .whileMet(let target, let reader):
      FactWords(
        "`\(reader)` is owed also where `\(target)` is met", label: "this can hold then",
        hint: "add `\(target) is breached and …` where only a breach is to be paid for")
    case .movesWindow(let reader):
      FactWords(
        "an exclusion or a pause could move the window that `\(reader)` is paid for, and raise what is owed",
        hint:
          "it cannot where every window is paid what it comes to: no `claim`, no `cap` or `issue` of a period"
      )
    }
  }
}
