extension LabelRole {
  /// The label in English.
  var englishWords: String {
    switch self {
    case .openedHere: "opened here"
    case .declaredHere(let name): "`\(name)` is declared here"
    case .firstGivenHere: "first given here"
    case .requiredBy(let what): "this needs \(what)"
    case .usedHere(let file): "\(file) is used here"
    case .operand(let words): "this is \(words)"
    case .version(let name): "version `\(name)`"
    case .takenFrom: "taken from here"
    case .rowBelow: "this row takes what is below it"
    case .rowAbove: "this row takes what is above it"
    case .clause(let clause): "`\(clause)` stands here"
    case .comesFrom(let what): "\(what) comes from here"
    }
  }
}
