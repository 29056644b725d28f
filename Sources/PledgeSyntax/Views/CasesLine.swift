/// `cases { … }`.
package struct CasesLine: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.casesLine
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The cases, nil where they are missing.
  package var cases: CasesView? { node.view(CasesView.self, in: .cases) }
}

/// A table of cases: fields and events left of `->`, what is expected right.
package struct CasesView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.cases
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The fields and events.
  package var columns: [NameView] { node.names(.column) }

  /// What is expected of.
  package var subjects: [PathView] { node.views(PathView.self, in: .result) }

  /// The cases.
  package var rows: [TestCase] { node.views(TestCase.self, in: .row) }
}

/// One case.
package struct TestCase: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.testCase
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The values left of `->`.
  package var givens: [CaseValue] { node.children(.given).map(CaseValue.init) }

  /// The outcomes right of `->`.
  package var outcomes: [OutcomeView] { node.views(OutcomeView.self, in: .outcome) }
}

/// A value of a case.
package enum CaseValue: Sendable {
  /// `+15 min`: a time after the first event.
  case delay(LiteralView?)
  /// A value, or an instant.
  case value(ValueView)

  init(_ node: SyntaxNode) {
    if let offset = node.view(OffsetView.self) {
      self = .delay(offset.length)
    } else {
      self = .value(ValueView(node))
    }
  }
}
