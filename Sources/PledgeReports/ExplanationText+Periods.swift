import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

extension ExplanationText {
  /// One target for a key and a period: the verdict, what each ticket gave, what of it was counted, and the
  /// figure to recompute by hand. Nothing where the decision has no explanation.
  package func period(_ decision: PeriodDecision) -> String {
    guard let reasons = decision.explanation else { return "" }
    let outcome = decision.outcome
    let target = policy.periodTargets[outcome.target]
    let place = (decision.key + [outcome.period.name]).joined(separator: say(.comma))
    var table = labelled
    let marks: [Int: (String) -> String] = [0: { style.verdict(outcome.verdict, $0) }]
    table.add([words.say(code: outcome.verdict.word), summary(outcome, target)], marks: marks)
    let whole = Interval(start: outcome.period.interval.start, end: outcome.period.interval.end)
    table.add([say(.period), stretch(whole)])
    if reasons.judged != whole { table.add(["", say(.withinValidity(stretch(reasons.judged)))]) }
    if outcome.windows > 1 {
      let others = outcome.windows - 1
      table.add(["", others == 1 ? say(.windowBeforeAlike) : say(.windowsBeforeAlike(others))])
    }
    if let exclusion = outcome.exclusion {
      table.add([
        say(.excusedBy), words.named(exclusion: exclusion) + cited(policy.exclusions[exclusion].citations),
      ])
    }
    for cause in decision.causes { table.add([say(.because), words.cause(cause)]) }
    for (bound, steps) in zip(target.bounds, reasons.bounds) {
      let word = words.bound(bound.kind)
      if steps.isEmpty { table.add([word, quote(bound.limit.origin)]) } else { add(steps, word, to: &table) }
    }
    var figures = labelled
    for (label, text) in self.figures(outcome, target, reasons) { figures.add([label, text]) }
    let head = heading(say(.target), target.name, target.title, target.citations)
    return head + "  " + PrintableText.of(place) + "\n" + decider + table.text
      + tickets(reasons.contributions)
      + segments(reasons.segments) + figures.text
  }

  private var labelled: TextTable {
    var table = TextTable([.left, .left])
    table.indent = "  "
    table.labelWidth = Self.labelWidth
    return table
  }

  private func summary(_ outcome: PeriodOutcome, _ target: PeriodTarget) -> String {
    guard let reached = outcome.reached else { return "" }
    var parts = [say(.reachedFigure(figure(reached, target)))]
    if outcome.verdict == .breached, !outcome.short.isZero {
      let short = figure(outcome.short, target)
      parts.append(outcome.over.isZero ? say(.short(short)) : say(.over(short)))
    }
    if outcome.isRunning { parts.append(say(.periodRuns)) }
    return parts.joined(separator: say(.comma))
  }

  // MARK: Tickets

  private func tickets(_ contributions: [PeriodExplanation.Contribution]) -> String {
    var table = TextTable([.left, .left, .left, .left, .right, .left])
    table.indent = "  "
    table.labelWidth = Self.labelWidth
    for (index, contribution) in contributions.prefix(Self.segmentLimit).enumerated() {
      let isCounted = contribution.standing == .counts
      table.add(
        [index == 0 ? say(.tickets) : "", contribution.ticket] + cells(contribution.form)
          + [notes(contribution).joined(separator: say(.comma))],
        marks: isCounted
          ? [:] : [1: style.faint, 2: style.faint, 3: style.faint, 4: style.faint, 5: style.faint])
    }
    let rest = contributions.count - Self.segmentLimit
    return table.text + (rest > 0 ? say(.furtherContributions(rest)) + "\n" : "")
  }

  private func cells(_ form: PeriodExplanation.Form) -> [String] {
    switch form {
    case .time(let interval, _, _), .pause(_, let interval), .exclusion(_, let interval):
      [moment(interval.start), say(.to(end(of: interval))), interval.length.text]
    case .count: ["", "", "1"]
    case .value(let value): ["", "", value?.text ?? say(.unknown)]
    }
  }

  private func notes(_ contribution: PeriodExplanation.Contribution) -> [String] {
    var result: [String] = []
    switch contribution.form {
    case .time(_, let isCut, let weight):
      if isCut { result.append(say(.cutAtPeriod)) }
      if let weight { result.append(say(.weighs(share(weight)))) }
    case .pause(let span, _): result.append(say(.pauseNamed(policy.spans[span].name)))
    case .exclusion(let exclusion, _): result.append(say(.exclusionNamed(words.named(exclusion: exclusion))))
    case .count(let isGood):
      switch isGood {
      case true?: break
      case false?: result.append(say(.notWhatIsAsked))
      // What stands in the way is said below.
      case nil: if case .counts = contribution.standing { result.append(say(.notKnownYet)) }
      }
    case .value: break
    }
    switch contribution.standing {
    case .counts: break
    case .excluded(let exclusion): result.append(say(.excluded(words.named(exclusion: exclusion))))
    case .open(let causes):
      var reasons: [String] = []
      for reason in causes.map({ words.cause($0) }) where !reasons.contains(reason) { reasons.append(reason) }
      result.append(say(.notKnownBecause(reasons.joined(separator: say(.semicolon)))))
    }
    return result
  }

  // MARK: Figures

  /// The measure in figures, and what is left of the bound.
  private func figures(
    _ outcome: PeriodOutcome, _ target: PeriodTarget, _ reasons: PeriodExplanation
  ) -> [(String, String)] {
    var result: [(String, String)] = []
    if let sum = arithmetic(outcome, target, reasons) { result.append((words.measure(target.measure), sum)) }
    if reasons.countsExcluded { result.append(("", say(.metWithExcluded))) }
    if let left = allowance(outcome, target, reasons) { result.append((say(.allowed), left)) }
    return result
  }

  private func arithmetic(
    _ outcome: PeriodOutcome, _ target: PeriodTarget, _ reasons: PeriodExplanation
  ) -> String? {
    let reached = outcome.reached.map { figure($0, target) } ?? say(.notKnown)
    guard let part = reasons.part, let whole = reasons.whole else { return reached }
    switch target.measure.kind {
    case .availability:
      let unit = unit(of: [part, whole])
      let sum = "1 - \(text(part, unit)) / \(text(whole, unit))"
      // Nothing is less than not available at all.
      return part > whole ? "max(\(sum), 0%) = \(reached)" : "\(sum) = \(reached)"
    case .share where outcome.reached == nil: return say(.forCertain(part.text, whole.text))
    case .share: return whole.isZero ? nil : "\(part.text) / \(whole.text) = \(reached)"
    case .mean:
      return whole.isZero ? nil : "\(figure(part, target)) / \(whole.text) = \(reached)"
    case .total, .longest, .starts, .tickets, .maximum, .sum, .run: return reached
    }
  }

  /// What the bound leaves, and what of that is used.
  private func allowance(
    _ outcome: PeriodOutcome, _ target: PeriodTarget, _ reasons: PeriodExplanation
  ) -> String? {
    guard let limit = outcome.limit, let reached = outcome.reached else { return nil }
    if case .availability = target.measure.kind, let part = reasons.part, let whole = reasons.whole,
      let share = Rational.one.subtracting(limit), let allowed = share.multiplied(by: whole),
      let rest = allowed.subtracting(part)
    {
      let length = { (time: Rational) in PeriodRecord.text(time, as: .duration) }
      let sum = say(.shareOfEquals(self.share(share), text(whole, unit(of: [whole])), length(allowed)))
      return sum
        + say(.comma)
        + (rest.isNegative
          ? say(.moreThanThat(length(rest.negated() ?? rest))) : say(.leftOver(length(rest))))
    }
    guard let bound = target.bounds.first, bound.kind == .atMost || bound.kind == .under,
      let rest = limit.subtracting(reached)
    else { return nil }
    return figure(limit, target) + say(.comma)
      + (rest.isNegative
        ? say(.moreThanThat(figure(rest.negated() ?? rest, target))) : say(.leftOver(figure(rest, target))))
  }

  private func figure(_ figure: Rational, _ target: PeriodTarget) -> String {
    PeriodRecord.plainText(figure, as: target.measure.type)
  }

  private func share(_ share: Rational) -> String { PeriodRecord.plainText(share, as: .percent) }

  /// The greatest unit of which all times are whole numbers.
  private func unit(of times: [Rational]) -> (name: String, microseconds: Int) {
    let units = [("min", 60_000_000), ("s", 1_000_000), ("ms", 1000)]
    return units.first { unit in
      times.allSatisfy { $0.divided(by: Rational(unit.1))?.isWhole ?? false }
    }.map { (name: $0.0, microseconds: $0.1) } ?? (name: "us", microseconds: 1)
  }

  private func text(_ time: Rational, _ unit: (name: String, microseconds: Int)) -> String {
    (time.divided(by: Rational(unit.microseconds))?.text ?? time.text) + " " + unit.name
  }

  private func stretch(_ interval: Interval) -> String {
    let length = Rational(interval.length.microseconds)
    return say(.stretch(moment(interval.start), moment(interval.end), text(length, unit(of: [length]))))
  }
}

extension ReportWords {
  /// A bound as the language writes it.
  func bound(_ kind: PeriodTarget.Bound.Kind) -> String {
    switch kind {
    case .atLeast: say(code: "at least")
    case .atMost: say(code: "at most")
    case .under: say(code: "under")
    case .moreThan: say(code: "more than")
    }
  }

  /// A measure's word.
  func measure(_ measure: Measure) -> String {
    switch measure.kind {
    case .availability: say(.available)
    case .total: say(.total)
    case .longest: say(.longest)
    case .starts, .tickets: say(.count)
    case .share: say(.share)
    case .mean: say(.mean)
    case .maximum: say(.maximum)
    case .sum: say(.sum)
    case .run: say(.inARow)
    }
  }
}
