import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

// Which lines and words a measure uses. One that it does not use changes nothing, though its author thinks
// that it does.

extension Checking {
  /// Whether a measure uses the words of its line and of its target's head; a message where it does not.
  func usesItsWords(_ line: MeasureLine, _ measure: Measure, _ index: Int) -> Bool {
    if let word = line.verdict, !usesVerdict(Verdict(word), measure, line.verdictRange) { return false }
    if let condition = line.condition, case .run = measure.kind {
      return refuse("where", measure, .ticketMeasures, condition.range)
    }
    let scope = policy.periodTargets[index].scope
    if scope.period?.slot != nil {
      guard case .mean = measure.kind else { return refuse("slots", measure, .code("mean of"), scope.origin) }
    }
    return true
  }

  private func usesVerdict(_ verdict: Verdict, _ measure: Measure, _ range: SourceRange) -> Bool {
    guard measure.kind.hasVerdict else {
      let isOfTickets = measure.kind.isOfTickets
      return refuse(verdict.word, measure, isOfTickets ? .shareOrRunElse(verdict.word) : .shareOrRun, range)
    }
    guard case .share = measure.kind, verdict == .excused else { return true }
    report(
      .clause(
        .conflict(
          first: "share of", second: verdict.word,
          advice: .excusedLeaveShare)), at: range)
    return false
  }

  /// Whether a measure uses a line of its target; a message where it does not.
  func usesLine(_ line: TargetLine, _ index: Int) -> Bool {
    let measure = policy.periodTargets[index].measure
    switch line {
    case .applies(let line):
      guard case .run = measure.kind else { return true }
      return refuse("for", measure, .countedTarget, line.range)
    case .exclude(let line):
      guard case .run = measure.kind else { return true }
      return refuse("exclude", measure, .countedTarget, line.range)
    case .calendar(let line):
      return measure.kind.isOfSpan || refuse("on", measure, .measuresOfSpan, line.range)
    case .pause(let line):
      if case .starts = measure.kind { return refuse("pause", measure, .measuresOfTimes, line.range) }
      return measure.kind.isOfSpan || refuse("pause", measure, .measuresOfTimes, line.range)
    case .rounded(let line):
      return measure.kind.hasRoundedTotal
        || refuse("total rounded", measure, .anyCode(["availability of", "total of"]), line.range)
    case .countedBy(let line):
      return measure.kind.isOfTickets
        || refuse("counted by", measure, .fallIntoOne, line.range)
    case .partial(let line):
      guard line.rule == .proRata else { return true }
      if case .availability = measure.kind { return true }
      return refuse("partial pro rata", measure, .code("availability of"), line.range)
    case .cite, .clock, .by, .extended, .bound, .measure, .outOf, .damaged: return true
    }
  }
}

extension Measure.Kind {
  /// Whether each interval may be rounded.
  var hasRoundedIntervals: Bool {
    switch self {
    case .availability, .total, .longest: true
    case .starts, .tickets, .share, .mean, .maximum, .sum, .run: false
    }
  }

  /// Whether its intervals have a sum, which may be rounded.
  var hasRoundedTotal: Bool {
    switch self {
    case .availability, .total: true
    case .longest, .starts, .tickets, .share, .mean, .maximum, .sum, .run: false
    }
  }

  /// Whether a verdict stands behind what is measured.
  fileprivate var hasVerdict: Bool {
    switch self {
    case .share, .run: true
    case .availability, .total, .longest, .starts, .tickets, .mean, .maximum, .sum: false
    }
  }

  /// Whether it is of tickets, or of values that they carry, each at one instant.
  fileprivate var isOfTickets: Bool {
    switch self {
    case .tickets, .share, .mean, .maximum, .sum: true
    case .availability, .total, .longest, .starts, .run: false
    }
  }
}
