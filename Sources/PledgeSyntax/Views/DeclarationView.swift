import PledgeDiagnostics

/// A declaration, by its word.
package enum DeclarationView: Sendable {
  /// `use a, b from "file"`
  case use(UseDeclaration)
  /// The header.
  case policy(PolicyDeclaration)
  /// The vocabulary of tickets.
  case ticket(TicketDeclaration)
  /// Reference data.
  case register(RegisterDeclaration)
  /// Roles of escalations.
  case roles(RoleDeclaration)
  /// Actions of escalations.
  case actions(ActionDeclaration)
  /// A calendar.
  case calendar(CalendarDeclaration)
  /// A named span.
  case span(SpanDeclaration)
  /// A derived value.
  case `let`(LetDeclaration)
  /// A named table.
  case table(TableDeclaration)
  /// A value that simulations may vary.
  case param(ParamDeclaration)
  /// An exclusion.
  case exclusion(ExclusionDeclaration)
  /// A target.
  case target(TargetDeclaration)
  /// A refund.
  case refund(RefundDeclaration)
  /// A right that is not money.
  case right(RightDeclaration)
  /// An escalation.
  case escalation(EscalationDeclaration)
  /// Several refunds as one.
  case combine(CombineDeclaration)
  /// A test.
  case test(TestDeclaration)
  /// A part of the file that could not be read and was reported.
  case damaged(SourceRange)

  init(_ node: SyntaxNode) {
    if let view = node.view(UseDeclaration.self) {
      self = .use(view)
    } else if let view = node.view(PolicyDeclaration.self) {
      self = .policy(view)
    } else if let view = node.view(TicketDeclaration.self) {
      self = .ticket(view)
    } else if let view = node.view(RegisterDeclaration.self) {
      self = .register(view)
    } else if let view = node.view(RoleDeclaration.self) {
      self = .roles(view)
    } else if let view = node.view(ActionDeclaration.self) {
      self = .actions(view)
    } else if let view = node.view(CalendarDeclaration.self) {
      self = .calendar(view)
    } else if let view = node.view(SpanDeclaration.self) {
      self = .span(view)
    } else if let view = node.view(LetDeclaration.self) {
      self = .let(view)
    } else if let view = node.view(TableDeclaration.self) {
      self = .table(view)
    } else if let view = node.view(ParamDeclaration.self) {
      self = .param(view)
    } else if let view = node.view(ExclusionDeclaration.self) {
      self = .exclusion(view)
    } else if let view = node.view(TargetDeclaration.self) {
      self = .target(view)
    } else if let view = node.view(RefundDeclaration.self) {
      self = .refund(view)
    } else if let view = node.view(RightDeclaration.self) {
      self = .right(view)
    } else if let view = node.view(EscalationDeclaration.self) {
      self = .escalation(view)
    } else if let view = node.view(CombineDeclaration.self) {
      self = .combine(view)
    } else if let view = node.view(TestDeclaration.self) {
      self = .test(view)
    } else {
      self = .damaged(node.range)
    }
  }

  /// The declaration in the text.
  package var range: SourceRange {
    switch self {
    case .use(let view): view.range
    case .policy(let view): view.range
    case .ticket(let view): view.range
    case .register(let view): view.range
    case .roles(let view): view.range
    case .actions(let view): view.range
    case .calendar(let view): view.range
    case .span(let view): view.range
    case .let(let view): view.range
    case .table(let view): view.range
    case .param(let view): view.range
    case .exclusion(let view): view.range
    case .target(let view): view.range
    case .refund(let view): view.range
    case .right(let view): view.range
    case .escalation(let view): view.range
    case .combine(let view): view.range
    case .test(let view): view.range
    case .damaged(let range): range
    }
  }
}
