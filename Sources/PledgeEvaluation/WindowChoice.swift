import PledgeNumbers
import PledgeTime

/// Finds, of windows that overlap and need not come to the same amount, those that pay: those that share no
/// time with each other and together come to the most; of several such choices that of the earlier windows.
///
/// No time lies in two windows that pay, and a window that comes to less never makes them come to more. Where
/// all come to the same, they are those of `WindowWalk`.
struct WindowChoice {
  /// What a window comes to.
  enum Answer: Hashable {
    case nothing
    case pays(Rational)
    /// Nothing as of now: it is not known yet.
    case waits(UnknownID)
    /// It is not known, but for the most that it can be.
    case unknown(UnknownID, most: Rational?)
  }

  /// A window that may be the one that pays.
  struct Candidate {
    let window: Period
    let stretch: Int
    /// What it comes to, at most; nil without an end.
    let amount: Rational?
    /// Why that is not known.
    let doubt: UnknownID?
    /// Whether it may still come to more.
    let isOpen: Bool
    /// How many candidates end before it begins.
    let prefix: Int
  }

  /// Windows in a row that come to nothing.
  private struct Idle {
    let numbers: ClosedRange<Int>
    let stretch: Int
    let isWorthless: Bool
  }

  private let sequence: PeriodSequence
  private var candidates: [Candidate] = []
  private var idle: [Idle] = []
  private var last: Int?
  /// What the windows that have paid leave to those of a later version.
  private(set) var taken: WindowLine.Taken
  /// Why it may not be known whether one of an earlier version has paid.
  private let cause: UnknownID

  /// `taken` is what the windows of an earlier version of the policy have left; `cause` stands for those, and
  /// for sums beyond 128 bits.
  init(_ sequence: PeriodSequence, after taken: WindowLine.Taken, because cause: UnknownID) {
    self.sequence = sequence
    self.taken = taken
    self.cause = cause
  }

  /// Takes the next windows, all of which come to the same. Logarithmic in those that come to nothing.
  mutating func take(_ numbers: ClosedRange<Int>, stretch: Int, _ answer: Answer, isRunning: Bool) {
    last = numbers.upperBound
    let free = sequence.firstWindow(of: numbers, startingBehind: taken.surely)
    guard free <= numbers.upperBound else { return }
    switch answer {
    case .nothing, .pays(.zero):
      idle.append(Idle(numbers: free...numbers.upperBound, stretch: stretch, isWorthless: answer != .nothing))
    case .pays(let amount):
      add(free...numbers.upperBound, stretch, amount, nil, isOpen: isRunning)
    case .waits(let cause):
      add(free...numbers.upperBound, stretch, .zero, cause, isOpen: true)
    case .unknown(let cause, let most):
      add(free...numbers.upperBound, stretch, most, cause, isOpen: isRunning)
    }
  }

  private mutating func add(
    _ numbers: ClosedRange<Int>, _ stretch: Int, _ amount: Rational?, _ doubt: UnknownID?, isOpen: Bool
  ) {
    for window in numbers.lazy.compactMap(sequence.period) {
      // It may overlap one of an earlier version of which it is not known whether it has paid.
      let own = window.interval.start < taken.perhaps ? doubt ?? cause : doubt
      var prefix = candidates.last?.prefix ?? 0
      while prefix < candidates.count, candidates[prefix].window.interval.end <= window.interval.start {
        prefix += 1
      }
      candidates.append(
        Candidate(
          window: window, stretch: stretch, amount: amount, doubt: own, isOpen: isOpen, prefix: prefix))
    }
  }

  // MARK: Choosing

  /// What the windows that were taken come to; `next` is the first one behind them, where there will be one.
  mutating func lines(before next: Period?) -> [WindowLine] {
    let own = candidates.count
    if let next { add(next.number...next.number, 0, .zero, nil, isOpen: true) }
    var choice = Choice(candidates: candidates, cause: cause)
    var start = 0
    while start < candidates.count {
      var end = start + 1
      while end < candidates.count, candidates[end].prefix < end { end += 1 }
      choice.choose(start..<end)
      start = end
    }
    candidates.removeLast(candidates.count - own)
    leave(choice)
    return lines(choice)
  }

  private mutating func leave(_ choice: Choice) {
    if let payer = choice.payers.last { taken.surely = candidates[payer.place].window.interval.end }
    let doubtful = choice.doubts.last { $0.places.lowerBound < candidates.count }
    let behind = doubtful.map {
      candidates[min($0.places.upperBound, candidates.count) - 1].window.interval.end
    }
    taken.perhaps = max(taken.surely, behind ?? .earliest)
  }

  // MARK: Lines

  private func lines(_ choice: Choice) -> [WindowLine] {
    var lines = granted(choice)
    let covered = lines.map(\.numbers)
    for (place, candidate) in candidates.enumerated() {
      let causes = choice.causes(of: place) ?? candidate.doubt.map { [$0] }
      let number = candidate.window.number
      guard covered.range(holding: number) == nil else { continue }
      lines.append(
        WindowLine(
          period: candidate.window, numbers: number...number,
          standing: causes.map { .doubtful($0) } ?? .nothing, stretch: candidate.stretch))
    }
    for windows in idle {
      for numbers in covered.gaps(in: windows.numbers) {
        guard let window = sequence.period(numbers.upperBound) else { continue }
        lines.append(
          WindowLine(
            period: window, numbers: numbers, standing: windows.isWorthless ? .worthless : .nothing,
            stretch: windows.stretch))
      }
    }
    return WindowChoice.joined(lines.sorted { $0.numbers.lowerBound < $1.numbers.lowerBound })
  }

  /// The windows that pay, each with those that share time with it: from the first that might have paid in
  /// its place to the last that begins before its end.
  private func granted(_ choice: Choice) -> [WindowLine] {
    var lines: [WindowLine] = []
    for payer in choice.payers {
      let candidate = candidates[payer.place]
      let number = candidate.window.number
      var low = candidate.prefix
      while let before = lines.last, candidates[low].window.number <= before.numbers.upperBound { low += 1 }
      let behind = sequence.firstWindow(
        of: number...max(number, last ?? number), startingBehind: candidate.window.interval.end)
      lines.append(
        WindowLine(
          period: candidate.window, numbers: candidates[low].window.number...behind - 1, standing: .granted,
          stretch: candidate.stretch, mayMove: payer.mayMove))
    }
    return lines
  }

  /// Windows in a row that came to the same are one line.
  private static func joined(_ lines: [WindowLine]) -> [WindowLine] {
    lines.reduce(into: []) { result, line in
      if let before = result.last, line.standing != .granted, before.standing == line.standing,
        before.numbers.upperBound + 1 == line.numbers.lowerBound
      {
        result[result.count - 1] = line
        result[result.count - 1].numbers = before.numbers.lowerBound...line.numbers.upperBound
      } else {
        result.append(line)
      }
    }
  }
}

extension [ClosedRange<Int>] {
  /// Of ranges in order that share nothing, the one that holds a number.
  fileprivate func range(holding number: Int) -> ClosedRange<Int>? {
    let place = partition(endingBefore: number)
    return place < count && self[place].contains(number) ? self[place] : nil
  }

  /// What of a range lies in none of them.
  fileprivate func gaps(in range: ClosedRange<Int>) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    var low = range.lowerBound
    for other in self[partition(endingBefore: range.lowerBound)...] {
      guard other.lowerBound <= range.upperBound else { break }
      if other.lowerBound > low { result.append(low...other.lowerBound - 1) }
      low = Swift.max(low, other.upperBound + 1)
    }
    if low <= range.upperBound { result.append(low...range.upperBound) }
    return result
  }

  /// The place of the first that does not end before a number.
  private func partition(endingBefore number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].upperBound < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
