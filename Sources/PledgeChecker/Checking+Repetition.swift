import PledgeDiagnostics
import PledgeSyntax

// What may stand once and stands twice: either could be meant, so that none is taken in silence.

extension Checking {
  /// Whether a clause stands for the first time; a message where it does not.
  func once(
    _ place: inout SourceRange?, _ clause: String, _ range: SourceRange, isBound: Bool = false
  ) -> Bool {
    if let first = place {
      report(
        .clause(isBound ? .secondBound : .repeated(clause: clause)), at: range,
        labels: [SecondaryLabel(.firstGivenHere, at: first)])
      return false
    }
    place = range
    return true
  }

  /// Says of a field's second default, or second length before which it is fixed, that it is one.
  func refuseRepeated(_ field: FieldView) {
    var places = (default: SourceRange?.none, fixed: SourceRange?.none)
    for range in field.defaultRanges { _ = once(&places.default, "=", range) }
    for range in field.fixedRanges { _ = once(&places.fixed, word(.fixed), range) }
  }

  /// Says of each name of a list that stands in it a second time that it does; whether one does.
  @discardableResult
  func refuseRepeated(_ names: [NameView]) -> Bool { refuseRepeated(names.map { ($0.name, $0.range) }) }

  /// The same of paths.
  func refuseRepeated(_ paths: [PathView]) -> Bool { refuseRepeated(paths.map { ($0.text, $0.range) }) }

  /// The same of expressions that are written alike.
  func refuseRepeated(_ keys: [ExpressionView]) -> Bool {
    refuseRepeated(keys.map { (text(in: $0.range), $0.range) })
  }

  private func refuseRepeated(_ words: [(text: String, range: SourceRange)]) -> Bool {
    var places: [String: SourceRange] = [:]
    var isRepeated = false
    for word in words where !once(&places[word.text], word.text, word.range) { isRepeated = true }
    return isRepeated
  }
}
