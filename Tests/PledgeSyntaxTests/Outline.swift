import PledgeSyntax

/// An expression with every operand in brackets, so that a test shows what binds to what.
func outline(_ expression: ExpressionView?) -> String {
  guard let expression else { return "nil" }
  switch expression {
  case .literal(let view): return view.node.tokens.map(\.text).joined(separator: " ")
  case .truth(let view): return view.isYes ? "yes" : "no"
  case .name(let view): return view.name
  case .this: return "this"
  case .call(let view):
    let condition = view.condition.map { " where \(outline($0))" } ?? ""
    return "\(view.name?.name ?? "?")(\(view.arguments.map(outline).joined(separator: ", "))\(condition))"
  case .ordinal(let view): return "[\(view.ordinal?.text ?? "?") \(view.name?.name ?? "?")]"
  case .member(let view): return "[\(outline(view.base)).\(view.name?.name ?? "?")]"
  case .sample(let view): return "[\(outline(view.value)) \(view.isOn ? "on" : "at") \(outline(view.place))]"
  case .share(let view): return "[\(outline(view.factor)) of \(outline(view.whole))]"
  case .arithmetic(let view):
    return "[\(outline(view.left)) \(view.operation.map { "\($0)" } ?? "?") \(outline(view.right))]"
  case .perUnit(let view):
    let unit = view.unit?.text ?? view.length.map { outline(.literal($0)) } ?? "?"
    return
      "[\(outline(view.amount)) per \(view.rounding.map { "\($0)" } ?? "?") \(unit) \(outline(view.measured))]"
  case .comparison(let view):
    return "[\(outline(view.left)) \(view.operation.map { "\($0)" } ?? "?") \(outline(view.right))]"
  case .equality(let view):
    return "[\(outline(view.left)) \(view.isNegated ? "is not" : "is") \(outline(view.right))]"
  case .applicability(let view): return "[\(outline(view.operand)) is not applicable]"
  case .membership(let view):
    let members = view.members.map(outline).joined(separator: ", ")
    return "[\(outline(view.operand)) \(view.isNegated ? "not in" : "in") \(members)]"
  case .window(let view):
    let side = view.isBefore ? "before" : "after"
    return "[\(outline(view.operand)) within \(outline(view.length)) \(side) \(outline(view.anchor))]"
  case .relation(let view):
    return "[\(outline(view.left)) \(view.relation.map { "\($0)" } ?? "?") \(outline(view.right))]"
  case .not(let view): return "[not \(outline(view.operand))]"
  case .and(let view): return "[\(outline(view.left)) and \(outline(view.right))]"
  case .or(let view): return "[\(outline(view.left)) or \(outline(view.right))]"
  case .span(let view):
    let lengths = view.lengths.map { " \($0.text)" }.joined()
    let limit = view.limits.first.map { " up to \(outline(.literal($0)))" } ?? ""
    let events = { (list: [EventView]) in list.map(\.text).joined(separator: " | ") }
    return "[from \(events(view.openings)) until \(events(view.closings))\(lengths)\(limit)]"
  case .during(let view): return "[during \(outline(view.condition))]"
  case .overlap(let view):
    return "[\(view.count) \(view.key?.name ?? "?") of \(view.span?.name ?? "?")]"
  case .conditional(let view):
    return
      "[if \(outline(view.condition)) then \(outline(view.consequence)) else \(outline(view.alternative))]"
  case .choice(let view):
    let cases = view.cases.map {
      $0.isOtherwise ? "otherwise \(outline($0.value))" : "\(outline($0.value)) when \(outline($0.condition))"
    }
    return "[first \(cases.joined(separator: "; "))]"
  case .endOf(let view):
    let unit = view.ordinal.map { "\($0.text) \(view.unit?.text ?? "?") after " } ?? ""
    return "[end of \(unit)\(outline(view.anchor))]"
  case .unitAfter(let view):
    let after = view.anchor.map { " after \(outline($0))" } ?? ""
    return "[\(view.ordinal?.text ?? "next") \(view.unit?.text ?? "?")\(after)]"
  case .missing: return "?"
  }
}
