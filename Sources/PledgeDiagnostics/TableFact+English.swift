extension TableFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .cellCount(let found, let needed, let side):
      FactWords(
        "this row has \(found) \(found == 1 ? "cell" : "cells") \(side.englishWords), the table has \(needed)"
      )
    case .missingRow(let example):
      FactWords(
        "no row applies to \(Wording.joined(example.map(\.englishWords), by: " | "))",
        hint: "add a row for it, or end the table with `otherwise -> …`")
    case .unreachableRow(let isEmpty):
      FactWords(
        "this row never applies",
        label: isEmpty ? "no value fits its cells" : "rows above take every case of it",
        hint: isEmpty ? "check what the cells leave" : "remove it, or move it up")
    case .unreachableOtherwise:
      FactWords(
        "`otherwise` never applies", label: "the rows above take every case",
        hint: "leave it out, so that a case that is added later is reported as missing")
    case .repeatedRow:
      FactWords(
        "this row changes nothing", label: "without it the rows below say the same",
        hint: "remove it, or check what it should say")
    case .turningResult(let column, let from, let to, let rises):
      FactWords(
        "`\(column)` \(rises ? "rises" : "falls") from \(from.englishWords) to \(to.englishWords) here and "
          + "\(rises ? "falls" : "rises") in the other rows",
        hint: "tiers and bands usually go one way: check both rows")
    case .gapBehindOtherwise(let example):
      FactWords(
        "only `otherwise` takes \(Wording.joined(example.map(\.englishWords), by: " | "))",
        label: "the rows around it leave a gap",
        hint: "let the rows meet, or add a row that says what holds between them")
    case .emptyRange:
      FactWords("this range is empty", hint: "the lower end has to be below the upper end")
    case .rowsBehindOtherwise:
      FactWords("what stands behind `otherwise` never applies", hint: "`otherwise` comes last")
    case .noRows:
      FactWords("the table has no rows")
    case .tooManyCases:
      FactWords(
        "this table has too many cases to look at, so whether one is missing was not checked",
        hint: "end it with `otherwise -> …`")
    }
  }
}

extension CellSide {
  /// Where the cells stand, in English.
  var englishWords: Wording {
    switch self {
    case .left: "left of `->`"
    case .right: "right of `->`"
    case .dataRow: "in a row, not left of `->`"
    }
  }
}
