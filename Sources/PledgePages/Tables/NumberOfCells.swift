extension CodePage {
  /// The page of P0500.
  static let numberOfCells = CodePage(
    500, "number-of-cells",
    title: "A row has too few or too many cells",
    meaning: """
      Each row of a table has one cell for each column, left and right of the arrow. With another
      number it is not certain which cell belongs to which column.
      """,
    wrong: """
      table limits {
        tier      | cause    -> limit
        gold      | provider -> 2 h
        silver               -> 4 h
        otherwise            -> 8 h
      }
      """,
    right: """
      table limits {
        tier      | cause    -> limit
        gold      | provider -> 2 h
        silver    | any      -> 4 h
        otherwise            -> 8 h
      }
      """,
    advice: """
      Add the cell that is missing; `any` fits every value.
      """)
}
