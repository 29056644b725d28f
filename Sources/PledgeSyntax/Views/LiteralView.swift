import PledgeDiagnostics

/// A literal, with its text taken apart but not yet a number or an instant.
package enum LiteralView: Sendable {
  /// `"S-17"`.
  case text(TextLiteral)
  /// `2026-03-02`.
  case date(DateLiteral)
  /// `2026-03-02 10:00`.
  case instant(InstantLiteral)
  /// `10:00`.
  case time(TimeLiteral)
  /// `1_000.5`.
  case number(NumberLiteral)
  /// `99.95%`.
  case percent(PercentLiteral)
  /// `1 h 30 min`, `9.98 GBP`.
  case quantity(QuantityLiteral)

  /// The literal of a node, nil where the node is no literal.
  package init?(_ node: SyntaxNode) {
    if let text = node.view(TextLiteral.self) {
      self = .text(text)
    } else if let number = node.view(NumberLiteral.self) {
      self = .number(number)
    } else if let quantity = node.view(QuantityLiteral.self) {
      self = .quantity(quantity)
    } else if let percent = node.view(PercentLiteral.self) {
      self = .percent(percent)
    } else if let date = node.view(DateLiteral.self) {
      self = .date(date)
    } else if let instant = node.view(InstantLiteral.self) {
      self = .instant(instant)
    } else if let time = node.view(TimeLiteral.self) {
      self = .time(time)
    } else {
      return nil
    }
  }

  /// The node.
  package var node: SyntaxNode {
    switch self {
    case .text(let view): view.node
    case .date(let view): view.node
    case .instant(let view): view.node
    case .time(let view): view.node
    case .number(let view): view.node
    case .percent(let view): view.node
    case .quantity(let view): view.node
    }
  }

  /// The bytes of the literal.
  package var range: SourceRange { node.range }
}

/// A text in quotation marks.
package struct TextLiteral: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.textLiteral
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// The contents, without quotation marks and with escapes resolved.
  package var contents: String { node.token(.text).map(TextDecoder.contents) ?? "" }
}

/// A number without a unit.
package struct NumberLiteral: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.numberLiteral
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether a minus stands before it.
  package var isNegative: Bool { node.token(.minus) != nil }

  /// Digits and at most one decimal point, without `_`.
  package var digits: String { NumberDecoder.digits(of: node) }
}

/// A number with `%`.
package struct PercentLiteral: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.percentLiteral
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether a minus stands before it.
  package var isNegative: Bool { node.token(.minus) != nil }

  /// Digits and at most one decimal point, without `_`.
  package var digits: String { NumberDecoder.digits(of: node) }
}

/// Numbers with units.
package struct QuantityLiteral: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.quantityLiteral
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Whether a minus stands before it.
  package var isNegative: Bool { node.token(.minus) != nil }

  /// The parts in the order of the text, at least one.
  package var parts: [QuantityPart] { node.views(QuantityPart.self, in: .part) }
}

/// A number with a unit.
package struct QuantityPart: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.quantityPart
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// Digits and at most one decimal point, without `_`.
  package var digits: String { NumberDecoder.digits(of: node) }

  /// The unit.
  package var unit: UnitView? { node.view(UnitView.self, in: .unit) }
}

/// A unit or a currency.
package struct UnitView: SyntaxView {
  /// The production that it shows.
  package static let kind = NodeKind.unit
  /// The node.
  package let node: SyntaxNode

  /// A view of a node of its kind.
  package init(node: SyntaxNode) {
    self.node = node
  }

  /// What unit it is, nil where it is damaged.
  package var kind: UnitKind? { UnitKind(node) }
}
