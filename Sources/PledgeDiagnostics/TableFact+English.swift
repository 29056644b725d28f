extension TableFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .cellCount(let found, let needed, let side):
      FactWords(
        "this row has \(found) \(found == 1 ? "cell" : "cells") \(side) of `->`, the table has \(needed)")
    case .missingRow(let example):
      FactWords(
        "no row applies to \(example.joined(separator: " | "))",
        hint: "add a row for it, or end the table with `otherwise -> …`")
    case .unreachableRow:
      FactWords(
        "this row never applies", label: "rows above take every case of it", hint: "remove it, or move it up")
    case .emptyRange:
      FactWords("this range is empty", hint: "the lower end has to be below the upper end")
    case .rowsBehindOtherwise:
      FactWords("a row behind `otherwise` never applies", hint: "`otherwise` is the last row")
    case .noRows:
      FactWords("the table has no rows")
    case .tooManyCases(let limit):
      FactWords(
        "this table has more than \(limit) cases, so whether one is missing was not checked",
        hint: "end it with `otherwise -> …`")
    }
  }
}
