extension SyntaxFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .missingEdition: DiagnosticCode(1, "missing-edition")
    case .unknownEdition: DiagnosticCode(2, "unknown-edition")
    case .unknownDialect: DiagnosticCode(3, "unknown-dialect")
    case .expected: DiagnosticCode(4, "expected-something-else")
    case .unexpected, .misplacedCondition: DiagnosticCode(5, "unexpected-text")
    case .repeated: DiagnosticCode(6, "repeated-word")
    case .missingClose: DiagnosticCode(7, "missing-closing-bracket")
    case .strayClose: DiagnosticCode(8, "stray-closing-bracket")
    case .unknownDeclaration: DiagnosticCode(9, "unknown-declaration")
    case .unknownClause: DiagnosticCode(10, "unknown-clause")
    case .chainedComparison: DiagnosticCode(11, "chained-comparison")
    case .reservedWord: DiagnosticCode(12, "reserved-word")
    case .tightMinus: DiagnosticCode(13, "minus-without-blanks")
    case .foreign: DiagnosticCode(14, "words-of-other-texts")
    case .nestingTooDeep: DiagnosticCode(92, "nesting-too-deep")
    case .tooManyMessages: DiagnosticCode(93, "too-many-messages")
    }
  }

  /// A text that cannot be read is an error, whatever is wrong with it.
  package var severity: Severity { .error }
}
