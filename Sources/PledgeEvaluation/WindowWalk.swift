import PledgeTime

/// Finds, of windows that overlap, those that pay or grant: the first in which a condition holds, then the
/// first such one that shares no time with it, and so on.
///
/// No time lies in two windows that pay, so that no fault is paid for twice; and as the earliest are taken,
/// there can be no more of them, so that a window in which the condition ceases to hold never adds one.
struct WindowWalk {
  /// Whether a condition holds in a window.
  enum Answer: Hashable {
    case holds, fails
    case unknown(UnknownID)
  }

  private let sequence: PeriodSequence
  private(set) var lines: [WindowLine] = []
  /// What the windows that have granted leave to later ones.
  private(set) var taken: WindowLine.Taken
  /// Why it is not known whether a window between the two can.
  private var doubts: [UnknownID] = []

  /// `taken` is what the windows of an earlier version of the policy have left, `cause` why it may not be
  /// known whether one of them has granted.
  init(
    _ sequence: PeriodSequence, after taken: WindowLine.Taken = WindowLine.Taken(),
    because cause: UnknownID? = nil
  ) {
    self.sequence = sequence
    self.taken = taken
    if let cause, taken.surely < taken.perhaps { doubts = [cause] }
  }

  /// Takes the next windows, in all of which the answer is the same. Logarithmic in their number, but for
  /// those of which it is not known whether they grant.
  mutating func take(_ numbers: ClosedRange<Int>, stretch: Int, _ answer: Answer) {
    var low = numbers.lowerBound
    while low <= numbers.upperBound {
      let free = sequence.firstWindow(of: low...numbers.upperBound, startingBehind: taken.surely)
      if free > low { extendGrant(to: free - 1) }
      guard free <= numbers.upperBound, let window = sequence.period(free) else { return }
      low = free + 1
      switch answer {
      case .fails:
        guard let last = sequence.period(numbers.upperBound) else { return }
        return add(.nothing, last, free...numbers.upperBound, stretch)
      case .holds where window.interval.start >= taken.perhaps:
        taken.surely = window.interval.end
        taken.perhaps = window.interval.end
        add(.granted, window, free...free, stretch)
      case .holds: addDoubtful(window, stretch)
      case .unknown(let cause):
        if window.interval.start >= taken.perhaps { doubts = [] }
        if !doubts.contains(cause) { doubts.append(cause) }
        addDoubtful(window, stretch)
      }
    }
  }

  private mutating func addDoubtful(_ window: Period, _ stretch: Int) {
    taken.perhaps = max(taken.perhaps, window.interval.end)
    add(.doubtful(doubts), window, window.number...window.number, stretch)
  }

  private mutating func add(
    _ standing: WindowLine.Standing, _ window: Period, _ numbers: ClosedRange<Int>, _ stretch: Int
  ) {
    if let last = lines.last, standing != .granted, last.standing == standing,
      last.numbers.upperBound + 1 == numbers.lowerBound
    {
      lines[lines.count - 1].numbers = last.numbers.lowerBound...numbers.upperBound
      lines[lines.count - 1].period = window
      lines[lines.count - 1].stretch = stretch
    } else {
      lines.append(WindowLine(period: window, numbers: numbers, standing: standing, stretch: stretch))
    }
  }

  /// A window that overlaps the one that granted last belongs to it.
  private mutating func extendGrant(to number: Int) {
    guard let last = lines.last, last.standing == .granted else { return }
    lines[lines.count - 1].numbers = last.numbers.lowerBound...number
  }
}
