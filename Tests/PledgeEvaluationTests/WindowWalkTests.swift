import PledgeTime
import Testing

@testable import PledgeEvaluation

/// Which of several windows that overlap grant, held against a walk over each of them in every world that the
/// unknown ones allow.
@Suite struct WindowWalkTests {
  private static let first = 20_000
  private static let causes = TwoCauses()

  /// The answers of windows, one a day.
  private typealias Answers = [WindowWalk.Answer]

  private func sequence(_ days: Int) -> PeriodSequence {
    PeriodSequence(.rolling(.calendar(CalendarLength(days: days)), byMonth: false), zone: .utc)
  }

  private func lines(_ answers: Answers, _ days: Int) -> [WindowLine] {
    var walk = WindowWalk(sequence(days))
    var start = 0
    // As in a history, windows with one answer come together.
    while start < answers.count {
      let end = answers[start...].prefix { $0 == answers[start] }.endIndex
      walk.take(Self.first + start...Self.first + end - 1, stretch: start, answers[start])
      start = end
    }
    return walk.lines
  }

  /// The windows that grant, where it is known of all whether the condition holds.
  private func granting(_ holds: [Bool], _ days: Int) -> [Int] {
    var result: [Int] = []
    for (window, holds) in holds.enumerated() where holds {
      if let last = result.last, window - days + 1 <= last { continue }
      result.append(window)
    }
    return result
  }

  private func worlds(_ answers: Answers) -> [[Bool]] {
    answers.reduce([[]]) { worlds, answer in
      switch answer {
      case .holds: worlds.map { $0 + [true] }
      case .fails: worlds.map { $0 + [false] }
      case .unknown: worlds.flatMap { [$0 + [true], $0 + [false]] }
      }
    }
  }

  private func patterns(_ length: Int, _ choices: Answers) -> [Answers] {
    (0..<length).reduce([[]]) { patterns, _ in patterns.flatMap { known in choices.map { known + [$0] } } }
  }

  @Test(arguments: 1...4)
  func `of windows that are all known the earliest grant that share no time`(days: Int) {
    let wrong = patterns(10, [.holds, .fails]).filter { answers in
      let granted = lines(answers, days).filter { $0.standing == .granted }
      return granted.map { $0.period.number - Self.first } != granting(answers.map { $0 == .holds }, days)
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test(arguments: 1...3)
  func `what is certain is so whatever the unknown windows come to`(days: Int) {
    let wrong = patterns(7, [.holds, .fails, .unknown(Self.causes.some)]).filter { answers in
      let worlds = worlds(answers).map { Set(granting($0, days)) }
      return !lines(answers, days).allSatisfy { line in
        let windows = line.numbers.map { $0 - Self.first }
        switch line.standing {
        case .nothing, .worthless: return worlds.allSatisfy { $0.isDisjoint(with: windows) }
        case .granted: return worlds.allSatisfy { $0.intersection(windows) == [windows[0]] }
        case .doubtful: return true
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test(arguments: 1...3) func `each window stands in one line, in order`(days: Int) {
    let wrong = patterns(7, [.holds, .fails, .unknown(Self.causes.some)]).filter { answers in
      lines(answers, days).flatMap { Array($0.numbers) }
        != Array(Self.first..<Self.first + answers.count)
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test(arguments: 1...4)
  func `a window in which the condition ceases to hold never makes more that grant`(days: Int) {
    let wrong = patterns(9, [.holds, .fails]).filter { answers in
      let count = granting(answers.map { $0 == .holds }, days).count
      return answers.indices.contains { place in
        var fewer = answers
        fewer[place] = .fails
        return lines(fewer, days).filter { $0.standing == .granted }.count > count
      }
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test func `several causes in windows that overlap are all named`() {
    let (one, other) = (Self.causes.some, Self.causes.other)
    let found = lines([.unknown(one), .unknown(other), .holds, .fails], 3)
    #expect(
      found.map(\.standing) == [.doubtful([one]), .doubtful([one, other]), .nothing])
    #expect(found.map(\.numbers.count) == [1, 2, 1])
  }
}

/// Two causes of which nothing but the difference matters.
struct TwoCauses {
  let some: UnknownID
  let other: UnknownID

  init() {
    var interner = UnknownInterner()
    some = interner.id(Cause(.logEmpty, 0, 0))
    other = interner.id(Cause(.overflow, 0, 0))
  }
}
