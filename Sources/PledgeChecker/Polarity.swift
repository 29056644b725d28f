import PledgePolicy

/// What more exclusions and pauses can do to a value: nothing, only lower it (a truth: only make it false),
/// only raise it, or either.
enum Polarity {
  case constant, falling, rising, mixed

  /// What both together can do.
  func joined(_ other: Polarity) -> Polarity {
    if self == .constant || self == other { return other }
    return other == .constant ? self : .mixed
  }

  /// Of the opposite: `not x`, `a - x`, `x` on the left of `<`.
  var flipped: Polarity {
    switch self {
    case .constant: .constant
    case .falling: .rising
    case .rising: .falling
    case .mixed: .mixed
    }
  }

  /// Of something that can differ whichever way the value moves.
  var undirected: Polarity { self == .constant ? .constant : .mixed }

  /// Of the question whether a target has one of these verdicts.
  ///
  /// An exclusion turns `breached` into `excused`, or into `pending` while the clock runs; a pause also into
  /// `met`, and `excused` into `met` or `pending`. Nothing else moves.
  init(_ verdicts: [Verdict]) {
    let moves: [(from: Verdict, to: Verdict)] = [
      (.breached, .excused), (.breached, .pending), (.breached, .met), (.excused, .met), (.excused, .pending),
    ]
    let canRise = moves.contains { !verdicts.contains($0.from) && verdicts.contains($0.to) }
    let canFall = moves.contains { verdicts.contains($0.from) && !verdicts.contains($0.to) }
    switch (canRise, canFall) {
    case (false, false): self = .constant
    case (true, false): self = .rising
    case (false, true): self = .falling
    case (true, true): self = .mixed
    }
  }
}
