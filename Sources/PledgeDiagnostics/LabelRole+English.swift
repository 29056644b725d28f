extension LabelRole {
  /// The label in English.
  var englishWords: Wording {
    switch self {
    case .openedHere: "opened here"
    case .declaredHere(let name): "`\(name)` is declared here"
    case .firstGivenHere: "first given here"
    case .requiredBy(let what): "this needs \(what.englishWords)"
    case .usedHere(let file): "\(file) is used here"
    case .operand(let words): "this is \(words.englishWords)"
    case .version(let name): "version `\(name)`"
    case .takenFrom: "taken from here"
    case .rowBelow: "this row takes what is below it"
    case .rowAbove: "this row takes what is above it"
    case .rowThatTakes(let isOnly): isOnly ? "this row takes its cases" : "this row takes some of its cases"
    case .rowOfTheSame: "this row says the same"
    case .clock(let target): "the clock of `\(target)` is here"
    case .payment(let refund): "`\(refund)` pays this"
    case .rowThatSays(let value): "this row says \(value.englishWords)"
    case .condition(let owner): "this has to hold for `\(owner)` too"
    case .conditionAbove: "this branch comes first"
    case .firstUse(let name): "`\(name)` stands here"
    case .clause(let clause): "`\(clause)` stands here"
    case .begins: "it begins here"
    case .ends: "it ends here"
    case .comesFrom(let what): "\(what.englishWords) comes from here"
    }
  }
}
