import PledgeDiagnostics

/// A refund.
package struct RefundDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.refundDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Name and title.
  package var head: HeadView? { node.view(HeadView.self, in: .head) }

  /// The name.
  package var name: NameView? { head?.name }

  /// The title in quotation marks, nil where there is none.
  package var title: TextLiteral? { head?.title }

  /// Its keys, period and filter, nil where it has none.
  package var scope: ScopeView? { node.view(ScopeView.self, in: .scope) }

  /// Its lines.
  package var lines: [RefundLine] { node.lines(RefundLine.init) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A right that is not money.
package struct RightDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.rightDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Name and title.
  package var head: HeadView? { node.view(HeadView.self, in: .head) }

  /// The name.
  package var name: NameView? { head?.name }

  /// The title in quotation marks, nil where there is none.
  package var title: TextLiteral? { head?.title }

  /// Its keys, period and filter, nil where it has none.
  package var scope: ScopeView? { node.view(ScopeView.self, in: .scope) }

  /// Its lines.
  package var lines: [RefundLine] { node.lines(RefundLine.init) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// `combine payout = greatest of a, b { … }`.
package struct CombineDeclaration: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.combineDeclaration
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Name and title.
  package var head: HeadView? { node.view(HeadView.self, in: .head) }

  /// The name.
  package var name: NameView? { head?.name }

  /// The title in quotation marks, nil where there is none.
  package var title: TextLiteral? { head?.title }

  /// How the items become one, nil where it is damaged.
  package var operation: CombineOperation? {
    node.keywords.dropFirst().first.flatMap(CombineOperation.init)
  }

  /// The refunds.
  package var refunds: [NameView] { node.names(.name) }

  /// Its lines; none where it has no block.
  package var lines: [RefundLine] { node.lines(RefundLine.init) }

  /// The lines of its `##` comments.
  package var documentation: [String] { node.documentation }
}

/// A line of a refund, a right or a combination.
package enum RefundLine: Sendable {
  /// The clauses that it rests on.
  case cite(CitationLine)
  /// When it is due.
  case when(WhenLine)
  /// What is paid.
  case pay(PayLine)
  /// How an item is rounded.
  case round(RoundLine)
  /// What it may not exceed.
  case cap(CapLine)
  /// The least total that is paid.
  case issue(IssueLine)
  /// The claim that it needs.
  case claim(ClaimLine)
  /// `use within`: when a right can be used.
  case useWindow(UseWindowLine)
  /// Which period a ticket falls in.
  case countedBy(CountedByLine)
  /// What a right grants.
  case grants(GrantsLine)
  /// A line that could not be read and was reported.
  case damaged(SourceRange)

  init(_ node: SyntaxNode) {
    if let view = node.view(CitationLine.self) {
      self = .cite(view)
    } else if let view = node.view(WhenLine.self) {
      self = .when(view)
    } else if let view = node.view(PayLine.self) {
      self = .pay(view)
    } else if let view = node.view(RoundLine.self) {
      self = .round(view)
    } else if let view = node.view(CapLine.self) {
      self = .cap(view)
    } else if let view = node.view(IssueLine.self) {
      self = .issue(view)
    } else if let view = node.view(ClaimLine.self) {
      self = .claim(view)
    } else if let view = node.view(UseWindowLine.self) {
      self = .useWindow(view)
    } else if let view = node.view(CountedByLine.self) {
      self = .countedBy(view)
    } else if let view = node.view(GrantsLine.self) {
      self = .grants(view)
    } else {
      self = .damaged(node.range)
    }
  }

  /// The line in the text.
  package var range: SourceRange {
    switch self {
    case .cite(let view): view.range
    case .when(let view): view.range
    case .pay(let view): view.range
    case .round(let view): view.range
    case .cap(let view): view.range
    case .issue(let view): view.range
    case .claim(let view): view.range
    case .useWindow(let view): view.range
    case .countedBy(let view): view.range
    case .grants(let view): view.range
    case .damaged(let range): range
    }
  }
}

/// How the items of several refunds become one.
package enum CombineOperation: Hashable, Sendable, CaseIterable {
  /// All together.
  case sum
  /// Only the greatest.
  case greatest
  /// Only the first in the order of the text.
  case first

  init?(_ keyword: Keyword) {
    guard let word = CombineOperation.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = word
  }

  /// The word in the text.
  package var keyword: Keyword {
    switch self {
    case .sum: .sum
    case .greatest: .greatest
    case .first: .first
    }
  }
}
