import PledgeNumbers
import PledgeTime
import Testing

@testable import PledgeEvaluation

/// Which of several windows that overlap pay, held against all sets of windows that share no time.
@Suite struct WindowChoiceTests {
  private static let first = 20_000
  private static let causes = TwoCauses()

  private typealias Answers = [WindowChoice.Answer]

  private func sequence(_ days: Int) -> PeriodSequence {
    PeriodSequence(.rolling(.calendar(CalendarLength(days: days)), byMonth: false), zone: .utc)
  }

  /// The lines of windows, one a day; `isOpen` where another window will follow.
  private func lines(_ answers: Answers, _ days: Int, isOpen: Bool = false) -> [WindowLine] {
    let sequence = sequence(days)
    var choice = WindowChoice(sequence, after: WindowLine.Taken(), because: Self.causes.other)
    var start = 0
    // As in a history, windows with one answer come together.
    while start < answers.count {
      let end = answers[start...].prefix { $0 == answers[start] }.endIndex
      choice.take(
        Self.first + start...Self.first + end - 1, stretch: start, answers[start], isRunning: false)
      start = end
    }
    return choice.lines(before: isOpen ? sequence.period(Self.first + answers.count) : nil)
  }

  private func payers(_ lines: [WindowLine]) -> [Int] {
    lines.filter { $0.standing == .granted }.map { $0.period.number - Self.first }
  }

  /// Of all sets of windows that share no time the one that comes to the most; of several the one whose last
  /// window is the earliest, then the one before it.
  private func best(_ amounts: [Int], _ days: Int) -> [Int] {
    var sets: [[Int]] = [[]]
    for (window, amount) in amounts.enumerated() where amount > 0 {
      sets += sets.filter { $0.last.map { $0 + days <= window } ?? true }.map { $0 + [window] }
    }
    let sum = { (set: [Int]) in set.reduce(0) { $0 + amounts[$1] } }
    let most = sets.map(sum).max() ?? 0
    return sets.filter { sum($0) == most }.min { $0.reversed().lexicographicallyPrecedes($1.reversed()) }
      ?? []
  }

  private func total(_ answers: [Int], _ days: Int) -> Int {
    payers(lines(answers.map(answer), days)).reduce(0) { $0 + answers[$1] }
  }

  private func answer(_ amount: Int) -> WindowChoice.Answer {
    amount == 0 ? .nothing : .pays(Rational(amount))
  }

  private func patterns<Choice>(_ length: Int, _ choices: [Choice]) -> [[Choice]] {
    (0..<length).reduce([[]]) { patterns, _ in patterns.flatMap { known in choices.map { known + [$0] } } }
  }

  @Test(arguments: 1...4) func `those pay that together come to the most`(days: Int) {
    let wrong = patterns(8, [0, 1, 3]).filter { payers(lines($0.map(answer), days)) != best($0, days) }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test(arguments: 1...4) func `where all come to the same the earliest pay`(days: Int) {
    let wrong = patterns(10, [0, 5]).filter { amounts in
      var walk = WindowWalk(sequence(days))
      for (window, amount) in amounts.enumerated() {
        walk.take(Self.first + window...Self.first + window, stretch: window, amount > 0 ? .holds : .fails)
      }
      let found = lines(amounts.map(answer), days)
      return found.map(\.numbers) != walk.lines.map(\.numbers)
        || found.map(\.standing) != walk.lines.map(\.standing)
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test(arguments: 1...4) func `a window that comes to less never makes the sum more`(days: Int) {
    let wrong = patterns(7, [0, 2, 3]).filter { amounts in
      let most = total(amounts, days)
      return amounts.indices.contains { window in
        var fewer = amounts
        fewer[window] = max(0, amounts[window] - 2)
        return total(fewer, days) > most
      }
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test(arguments: 1...3)
  func `what is certain is so whatever the windows come to that are not known`(days: Int) {
    let cause = Self.causes.some
    let choices: Answers = [
      .nothing, .pays(Rational(1)), .pays(Rational(3)), .unknown(cause, most: Rational(2)),
      .unknown(cause, most: nil),
    ]
    let wrong = patterns(5, choices).filter { answers in
      let worlds = worlds(answers).map { Set(best($0, days)) }
      return !lines(answers, days).allSatisfy { line in
        let windows = line.numbers.map { $0 - Self.first }
        switch line.standing {
        case .nothing, .worthless: return worlds.allSatisfy { $0.isDisjoint(with: windows) }
        case .granted:
          return worlds.allSatisfy { $0.intersection(windows) == [line.period.number - Self.first] }
        case .doubtful: return true
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  private func worlds(_ answers: Answers) -> [[Int]] {
    answers.reduce([[]]) { worlds, answer in
      switch answer {
      case .nothing, .waits: worlds.map { $0 + [0] }
      case .pays(let amount): worlds.map { $0 + [Int(amount.floor)] }
      case .unknown(_, most: nil): worlds.flatMap { world in [0, 2, 7].map { world + [$0] } }
      case .unknown: worlds.flatMap { world in [0, 1, 2].map { world + [$0] } }
      }
    }
  }

  @Test(arguments: 1...3) func `what later windows cannot move stays whatever they come to`(days: Int) {
    let later = patterns(4, [0, 1, 4])
    let wrong = patterns(5, [0, 1, 2]).filter { amounts in
      let settled = Set(
        lines(amounts.map(answer), days, isOpen: true)
          .filter { $0.standing == .granted && !$0.mayMove }.map { $0.period.number - Self.first })
      return !later.allSatisfy { settled.isSubset(of: best(amounts + $0, days)) }
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test(arguments: 1...3) func `what may move is moved by some later windows`(days: Int) {
    let later = patterns(4, [0, 1, 4])
    let wrong = patterns(5, [0, 1, 2]).filter { amounts in
      let moving = Set(
        lines(amounts.map(answer), days, isOpen: true)
          .filter { $0.standing == .granted && $0.mayMove }.map { $0.period.number - Self.first })
      return !moving.allSatisfy { window in later.contains { !best(amounts + $0, days).contains(window) } }
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test(arguments: 1...3) func `each window stands in one line, in order`(days: Int) {
    let choices: Answers = [
      .nothing, .pays(.zero), .pays(Rational(2)), .waits(Self.causes.some),
      .unknown(Self.causes.some, most: Rational(3)),
    ]
    let wrong = patterns(5, choices).filter { answers in
      lines(answers, days).flatMap { Array($0.numbers) }
        != Array(Self.first..<Self.first + answers.count)
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test func `a window that pays stands for those before it that it takes the place of`() {
    let found = lines(
      [.nothing, .pays(Rational(1)), .nothing, .pays(Rational(5)), .pays(.zero), .nothing, .nothing], 3)
    #expect(found.map(\.standing) == [.nothing, .granted, .nothing])
    #expect(found.map(\.numbers.count) == [1, 5, 1])
  }

  @Test func `a sum beyond 128 bits is not known`() {
    let large = Rational(Int128.max)
    let found = lines([.pays(large), .nothing, .pays(large)], 1).filter { $0.standing == .granted }
    #expect(found.count == 2, "windows that share no time are not added up")
    let overlapping = lines([.pays(large), .pays(Rational(1)), .pays(large)], 2)
    #expect(overlapping.contains { if case .doubtful = $0.standing { true } else { false } })
  }
}
