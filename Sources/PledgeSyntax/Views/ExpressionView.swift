import PledgeDiagnostics

/// An expression. Parentheses leave no trace: they show the expression in them.
package indirect enum ExpressionView: Sendable {
  /// A literal.
  case literal(LiteralView)
  /// `yes` or `no`.
  case truth(TruthView)
  /// A name.
  case name(NameView)
  /// The ticket at hand, as other tickets are counted.
  case this(ThisExpression)
  /// A function with arguments.
  case call(CallExpression)
  /// `first reported`.
  case ordinal(OrdinalExpression)
  /// `circuit.level`.
  case member(MemberExpression)
  /// `X at E` or `L on CALENDAR`.
  case sample(SampleExpression)
  /// `5% of fee`.
  case share(ShareExpression)
  /// `a + b`.
  case arithmetic(ArithmeticExpression)
  /// `9.98 GBP per started calendar day over`.
  case perUnit(PerUnitExpression)
  /// `a <= b`.
  case comparison(ComparisonExpression)
  /// `a is b`, `a is not b`.
  case equality(EqualityExpression)
  /// `a is not applicable`.
  case applicability(ApplicabilityExpression)
  /// `a in b, c`.
  case membership(MembershipExpression)
  /// `a within 24 h after b`.
  case window(WindowExpression)
  /// `a before b`.
  case relation(RelationExpression)
  /// `not a`.
  case not(NotExpression)
  /// `a and b`.
  case and(AndExpression)
  /// `a or b`.
  case or(OrExpression)
  /// `from A until B`.
  case span(SpanExpression)
  /// `during priority is P1`.
  case during(DuringExpression)
  /// `at least 3 circuit of outage`.
  case overlap(OverlapExpression)
  /// `if a then b else c`.
  case conditional(ConditionalExpression)
  /// `first of { … }`.
  case choice(ChoiceExpression)
  /// `end of 2nd working day after reported`.
  case endOf(EndOfExpression)
  /// `2nd working day after reported`, `next month`.
  case unitAfter(UnitAfterExpression)
  /// Missing or damaged, and reported.
  case missing(SourceRange)

  /// The bytes of the expression, without the parentheses around it.
  package var range: SourceRange {
    switch self {
    case .literal(let view): view.range
    case .truth(let view): view.range
    case .name(let view): view.range
    case .this(let view): view.range
    case .call(let view): view.range
    case .ordinal(let view): view.range
    case .member(let view): view.range
    case .sample(let view): view.range
    case .share(let view): view.range
    case .arithmetic(let view): view.range
    case .perUnit(let view): view.range
    case .comparison(let view): view.range
    case .equality(let view): view.range
    case .applicability(let view): view.range
    case .membership(let view): view.range
    case .window(let view): view.range
    case .relation(let view): view.range
    case .not(let view): view.range
    case .and(let view): view.range
    case .or(let view): view.range
    case .span(let view): view.range
    case .during(let view): view.range
    case .overlap(let view): view.range
    case .conditional(let view): view.range
    case .choice(let view): view.range
    case .endOf(let view): view.range
    case .unitAfter(let view): view.range
    case .missing(let range): range
    }
  }
}
