extension TokenFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .unterminatedText: DiagnosticCode(20, "unterminated-text")
    case .unknownEscape: DiagnosticCode(21, "unknown-escape")
    case .unterminatedName: DiagnosticCode(22, "unterminated-name")
    case .emptyName: DiagnosticCode(23, "empty-name")
    case .nameNotNormalised: DiagnosticCode(24, "name-not-normalised")
    case .malformedNumber: DiagnosticCode(25, "malformed-number")
    case .malformedDate: DiagnosticCode(26, "malformed-date")
    case .malformedTime: DiagnosticCode(27, "malformed-time")
    case .malformedOrdinal: DiagnosticCode(28, "malformed-ordinal")
    case .invalidUTF8: DiagnosticCode(30, "invalid-utf8")
    case .controlCharacter: DiagnosticCode(31, "control-character")
    case .invisibleCharacter: DiagnosticCode(32, "invisible-character")
    case .unknownCharacter: DiagnosticCode(33, "unknown-character")
    case .fullWidthForm: DiagnosticCode(34, "full-width-form")
    case .foreignSign: DiagnosticCode(35, "sign-of-another-language")
    case .foreignInstant: DiagnosticCode(36, "instant-of-another-format")
    case .fileTooLarge: DiagnosticCode(90, "file-too-large")
    case .tokenTooLong: DiagnosticCode(91, "token-too-long")
    }
  }

  /// A text that cannot be read is an error, whatever is wrong with it.
  package var severity: Severity { .error }
}
