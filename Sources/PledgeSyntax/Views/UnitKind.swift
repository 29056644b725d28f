/// A unit or a currency.
package enum UnitKind: Hashable, Sendable {
  /// Elapsed time or a bare unit: `4 h`, `1 month`.
  case plain(UnitWord)
  /// `working`: counted on a calendar.
  case working(UnitWord)
  /// `calendar`: counted in dates.
  case calendar(UnitWord)
  /// Three capital letters; whether they are a currency, the checker knows.
  case currency(code: String)

  init?(_ node: SyntaxNode) {
    guard let token = node.token(in: .unit) else { return nil }
    guard let unit = token.unit else {
      let word = token.text
      self = .currency(code: DialectWords.currency(of: word, in: node.tree.dialect) ?? word)
      return
    }
    if node.has(.working) {
      self = .working(unit)
    } else if node.has(.calendar) {
      self = .calendar(unit)
    } else {
      self = .plain(unit)
    }
  }
}
