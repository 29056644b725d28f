/// What the parser finds; codes P0001 to P0019, and P0092 for the limits.
package enum SyntaxFact: Hashable, Sendable {
  /// The first line does not name an edition of the language.
  case missingEdition
  /// The edition is none that this tool knows.
  case unknownEdition(found: String, known: String)
  /// The dialect behind the edition is none that this tool knows.
  case unknownDialect(found: String, known: [String])
  /// Something has to stand here and something else does.
  case expected(Expectation, found: FoundToken)
  /// More stands here than the line can hold; what is near to a word that could stand here is suggested.
  case unexpected(FoundToken, suggestion: String? = nil)
  /// `where` behind something else than what has rows or tickets to choose from.
  case misplacedCondition
  /// A token stands here twice.
  case repeated(text: String)
  /// A block or a parenthesis is not closed.
  case missingClose(bracket: String)
  /// A closing bracket without an opening one.
  case strayClose(bracket: String)
  /// A line at the outside begins with no declaration's word.
  case unknownDeclaration(found: String, suggestion: String?)
  /// A line of a block begins with no word that such a block has.
  case unknownClause(found: String, block: BlockName, suggestion: String?)
  /// Two comparisons in a row, which bind neither way.
  case chainedComparison
  /// A reserved word stands where a name has to.
  case reservedWord(String)
  /// Words or signs that other texts write for something of the language, and what is written here; nil
  /// where they are left out.
  case foreign(found: String, instead: String?)
  /// A minus between two operands without a blank on both sides.
  case tightMinus
  /// Parentheses, blocks or operators stand too deep in each other.
  case nestingTooDeep(limit: Int)
  /// So much is wrong that the rest is not reported.
  case tooManyMessages(limit: Int)
}

/// What the grammar asks for at a place.
package enum Expectation: Hashable, Sendable {
  /// A name.
  case name
  /// A text in quotation marks.
  case text
  /// A number.
  case number
  /// A unit or a currency behind a number.
  case unit
  /// A literal: a number with its unit, a date, a time, a text.
  case literal
  /// A value: a literal, a name, `yes` or `no`.
  case value
  /// An expression.
  case expression
  /// A word, or a text in quotation marks.
  case word
  /// A date.
  case date
  /// A time of day.
  case time
  /// A weekday or a date.
  case days
  /// An event.
  case event
  /// A field's type.
  case fieldType
  /// The end of the line.
  case endOfLine
  /// The end of a table's row.
  case endOfRow
  /// One of these words or marks, spelt as the dialect spells them.
  case oneOf([String])
  /// `before` or `after` behind the length of `within`, spelt as the dialect spells them.
  case sideOfLength([String])
  /// A line of a test: a setting, an instant with its event, an expectation.
  case testLine
}

/// What stands at a place, in the author's spelling.
package enum FoundToken: Hashable, Sendable {
  /// This text.
  case text(String)
  /// The end of a line.
  case endOfLine
  /// The end of the file.
  case endOfFile
}

/// The blocks whose lines begin with words.
package enum BlockName: Hashable, Sendable, CaseIterable {
  /// The header's block.
  case policy
  /// A calendar's block.
  case calendar
  /// An exclusion's block.
  case exclusion
  /// A target's block.
  case target
  /// A refund's or combination's block.
  case refund
  /// A right's block.
  case right
  /// An escalation's block.
  case escalation
  /// A test's block.
  case test
}
