/// What a refund or right of a key and period came to in one frame.
package enum FrameDecision: Sendable {
  case refund(FrameRefund)
  case right(FrameRight)

  /// The key and period.
  package var place: FramePlace {
    get {
      switch self {
      case .refund(let refund): refund.place
      case .right(let right): right.place
      }
    }
    set {
      switch self {
      case .refund(var refund):
        refund.place = newValue
        self = .refund(refund)
      case .right(var right):
        right.place = newValue
        self = .right(right)
      }
    }
  }
}

/// What one refund of a key and period came to in one frame.
package struct FrameRefund: Sendable {
  /// By index.
  package var refund: Int
  package var place: FramePlace
  package var outcome: RefundOutcome
  package var causes: [Cause] = []
  /// How it came about; nil where no explanation is asked for.
  package internal(set) var explanation: RefundExplanation?
  /// What it contributes to groups; nil where it meets none.
  package internal(set) var item: Settlement.Item?
  /// The outcome before its groups.
  var raw: RefundOutcome
}

/// What one right of a key and period came to in one frame.
package struct FrameRight: Sendable {
  /// By index.
  package var right: Int
  package var place: FramePlace
  package var outcome: RightOutcome
  package var causes: [Cause] = []
  /// How it came about; nil where no explanation is asked for.
  package internal(set) var explanation: RightExplanation?
}
