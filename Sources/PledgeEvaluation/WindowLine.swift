import PledgeTime

/// Windows in a row that are one outcome of a refund or right.
struct WindowLine {
  /// The window that pays or grants; else the last.
  var period: Period
  /// The window that grants and those that overlap it; else windows that come to the same.
  var numbers: ClosedRange<Int>
  var standing: Standing
  /// Which of the stretches handed in its `period` lies in.
  var stretch: Int
  /// Whether later windows can still take its place.
  var mayMove = false

  /// What windows come to.
  enum Standing: Hashable {
    /// Nothing is granted, or something that comes to nothing.
    case nothing, worthless
    case granted
    /// Whether one of them grants depends on windows of which it is not known.
    case doubtful([UnknownID])
  }

  /// What windows that have granted leave to later ones.
  struct Taken {
    /// A window that begins before this cannot grant, whatever is not known.
    var surely = Instant.earliest
    /// One that begins at or behind this can, whatever is not known.
    var perhaps = Instant.earliest
  }
}

extension PeriodSequence {
  /// The first of some windows that does not begin before an instant; the number behind the last where all
  /// do.
  func firstWindow(of numbers: ClosedRange<Int>, startingBehind instant: Instant) -> Int {
    var (low, high) = (numbers.lowerBound, numbers.upperBound + 1)
    while low < high {
      let middle = low + (high - low) / 2
      if let window = period(middle), window.interval.start < instant {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
