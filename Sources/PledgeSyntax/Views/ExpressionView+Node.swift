extension ExpressionView {
  /// The expression that a node stands for.
  package init(_ node: SyntaxNode) {
    var node = node
    // The tree's depth is bounded, so this ends.
    while node.kind == .parenthesised, let inner = node.child(.expression) { node = inner }
    self =
      LiteralView(node).map(ExpressionView.literal) ?? ExpressionView.primary(node)
      ?? ExpressionView.operation(node) ?? .missing(node.range)
  }

  /// Expressions that begin with a word or a name of their own.
  private static func primary(_ node: SyntaxNode) -> ExpressionView? {
    if let view = node.view(TruthView.self) { return .truth(view) }
    if let view = node.view(NameView.self) { return .name(view) }
    if let view = node.view(ThisExpression.self) { return .this(view) }
    if let view = node.view(CallExpression.self) { return .call(view) }
    if let view = node.view(OrdinalExpression.self) { return .ordinal(view) }
    if let view = node.view(MemberExpression.self) { return .member(view) }
    if let view = node.view(SampleExpression.self) { return .sample(view) }
    if let view = node.view(SpanExpression.self) { return .span(view) }
    if let view = node.view(DuringExpression.self) { return .during(view) }
    if let view = node.view(OverlapExpression.self) { return .overlap(view) }
    if let view = node.view(ConditionalExpression.self) { return .conditional(view) }
    if let view = node.view(ChoiceExpression.self) { return .choice(view) }
    if let view = node.view(EndOfExpression.self) { return .endOf(view) }
    if let view = node.view(UnitAfterExpression.self) { return .unitAfter(view) }
    return nil
  }

  /// Expressions made of operands.
  private static func operation(_ node: SyntaxNode) -> ExpressionView? {
    if let view = node.view(ShareExpression.self) { return .share(view) }
    if let view = node.view(ArithmeticExpression.self) { return .arithmetic(view) }
    if let view = node.view(PerUnitExpression.self) { return .perUnit(view) }
    if let view = node.view(ComparisonExpression.self) { return .comparison(view) }
    if let view = node.view(EqualityExpression.self) { return .equality(view) }
    if let view = node.view(ApplicabilityExpression.self) { return .applicability(view) }
    if let view = node.view(MembershipExpression.self) { return .membership(view) }
    if let view = node.view(WindowExpression.self) { return .window(view) }
    if let view = node.view(RelationExpression.self) { return .relation(view) }
    if let view = node.view(NotExpression.self) { return .not(view) }
    if let view = node.view(AndExpression.self) { return .and(view) }
    if let view = node.view(OrExpression.self) { return .or(view) }
    return nil
  }
}
