/// The part that a child plays in its parent, which is how views find it whatever else stands around it.
package enum Slot: UInt8, Hashable, Sendable {
  /// Punctuation, skipped tokens and everything else that needs no name.
  case none
  /// A token that was read as a word of the language.
  case keyword
  case edition, declaration, line, head, name, names, title, path, scope, period, word, block
  case expression, condition, left, right, base, argument, anchor, length, count
  case from, until, term, allowance, fixed, type, value, start, end, firstDay, lastDay
  case firstDate, lastDate, days, hours, lateArrival, amount, unit, roll, measure, modifier
  case mode, moment, action, recipients, evidence, event, events, offset, setting, rows, row
  case column, result, cell, item, low, high, outcome, given, detail, step, place, ordinal, part
  case verdict, payees, kind, cases
}
