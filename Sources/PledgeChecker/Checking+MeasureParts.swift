import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

// What of a target of a period goes with its measure: words that would change nothing are refused.

extension Checking {
  /// Refuses a part that goes with other measures.
  func refuse(_ word: String, _ measure: Measure, _ others: Term, _ range: SourceRange) -> Bool {
    report(
      .clause(.conflict(first: word, second: measure.kind.word, advice: .goesWith(others))), at: range)
    return false
  }

  /// Whether the verdict behind a measure's operand says something; a message where it does not.
  func hasUse(of line: MeasureLine, _ measure: Measure) -> Bool {
    guard let verdict = line.verdict.map({ Verdict($0) }) else { return true }
    switch measure.kind {
    case .run: return true
    case .share:
      guard verdict == .excused else { return true }
      report(
        .clause(
          .conflict(
            first: "share of", second: "excused",
            advice: .excusedLeaveShare)),
        at: line.range)
      return false
    case .availability, .total, .longest, .starts, .tickets, .mean, .maximum, .sum:
      return refuse(verdict.word, measure, .shareOrRun, line.range)
    }
  }

  /// Refuses slots and lines of a target that its measure does not look at.
  func refuseIdleParts(of view: TargetDeclaration, _ index: Int) {
    let measure = policy.periodTargets[index].measure
    var isMean = false
    if case .mean = measure.kind { isMean = true }
    if policy.periodTargets[index].scope.period?.slot != nil, !isMean {
      _ = refuse("slots", measure, .code("mean of"), view.scope?.range ?? view.range.firstByte)
    }
    for line in view.lines {
      switch line {
      case .calendar(let line) where !measure.kind.isOfSpan:
        _ = refuse("on", measure, .measuresOfSpan, line.range)
      case .pause(let line) where !measure.kind.isOfSpan:
        _ = refuse("pause", measure, .measuresOfSpan, line.range)
      case .countedBy(let line) where !measure.kind.isOfTickets:
        _ = refuse(
          "counted by", measure, .measuresOfTickets, line.range)
      case .applies(let line):
        guard case .run = measure.kind else { continue }
        _ = refuse("for", measure, .measuresInRun, line.range)
      case .rounded(let line) where !measure.kind.isOfSpan || measure.type == .integer:
        _ = refuse(
          "total rounded", measure, .anyCode(["availability of", "total of", "longest of"]), line.range)
      case .calendar, .pause, .countedBy, .cite, .measure, .exclude, .bound, .rounded, .partial, .outOf,
        .clock, .by, .extended, .damaged:
        continue
      }
    }
  }
}

extension Measure.Kind {
  /// Whether whole tickets, or their samples, fall in a period.
  fileprivate var isOfTickets: Bool {
    switch self {
    case .tickets, .share, .mean, .maximum, .sum: true
    case .availability, .total, .longest, .starts, .run: false
    }
  }
}
