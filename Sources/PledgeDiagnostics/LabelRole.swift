/// What a secondary label's place is; the payload holds the author's text.
package enum LabelRole: Hashable, Sendable {
  /// The bracket that has no partner.
  case openedHere
  /// The declaration of a name.
  case declaredHere(name: String)
  /// The first of two things that may stand only once.
  case firstGivenHere
  /// The place that asks for something (a type, a unit, a member of an enumeration).
  case requiredBy(what: Term)
  /// The path that leads to a file.
  case usedHere(file: String)
  /// One of two values that do not go together.
  case operand(Term)
  /// A version of a policy.
  case version(String)
  /// The file from which a name is taken.
  case takenFrom
  /// The row of a table that takes what lies below a case without a row.
  case rowBelow
  /// The row of a table that takes what lies above a case without a row.
  case rowAbove
  /// A row of a table that takes the cases of another one, alone or together with others.
  case rowThatTakes(isOnly: Bool)
  /// A row of a table that says what another one says.
  case rowOfTheSame
  /// A clock that a pause or an exclusion takes all of.
  case clock(of: String)
  /// What is paid of a refund.
  case payment(of: String)
  /// A row of a table with another result.
  case rowThatSays(Term)
  /// A condition of a declaration that has to hold too.
  case condition(of: String)
  /// The condition of a branch above.
  case conditionAbove
  /// Where a name stands first.
  case firstUse(name: String)
  /// A clause that another one is held against.
  case clause(String)
  /// Where a time begins that is over no later, and where it ends.
  case begins, ends
  /// The place that something comes from.
  case comesFrom(what: Term)

  /// The label in a language.
  package func words(in language: MessageLanguage) -> Wording {
    switch language {
    case .english: englishWords
    case .chinese: chineseWords
    }
  }
}
