import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// A decision as a customer or a lawyer can read it: what was promised, what was counted and why, what is
/// owed.
package struct ExplanationText {
  let plan: Plan
  let sources: SourceSet
  let style: Style
  let words: ReportWords
  /// The version that decides, where there are several.
  let version: String?
  /// How many stretches of time a target shows before the rest is summed up.
  static let segmentLimit = 40
  /// The width of the words before the figures.
  static let labelWidth = 10

  package init(plan: Plan, sources: SourceSet, style: Style, version: String? = nil) {
    self.plan = plan
    self.version = version
    self.sources = sources
    self.style = style
    words = ReportWords(policy: plan.policy, language: style.language)
  }

  var policy: Policy { plan.policy }
  var zone: Zone { policy.header.zone }

  /// The line that names the version, where there are several.
  var decider: String { version.map { "  " + say(.decidedByVersion(PrintableText.of($0))) + "\n" } ?? "" }

  /// The ticket with its timeline, then each target, refund and right with its reasons.
  package func text(of decision: ExplainedTicket, fields: [String]) -> String {
    var result = style.bold(say(.ticketNamed(PrintableText.of(decision.id)))) + "\n"
    result += decider
    if !fields.isEmpty { result += "  " + PrintableText.of(fields.joined(separator: say(.comma))) + "\n" }
    result += timeline(decision) + "\n"
    for index in policy.targets.indices { result += target(index, decision) + "\n" }
    for index in policy.refunds.indices where policy.refunds[index].scope == nil {
      result += refund(index, decision) + "\n"
    }
    for index in policy.rights.indices where policy.rights[index].scope == nil {
      result += right(index, decision) + "\n"
    }
    for index in policy.escalations.indices { result += escalation(index, decision) + "\n" }
    return result
  }

  /// The events up to the as-of instant, one a line; later ones are named as not looked at.
  package func timeline(_ decision: ExplainedTicket) -> String {
    var table = TextTable([.left, .left])
    table.indent = "  "
    let unread =
      decision.isFinal ? say(.afterSettlement) : say(.afterAsOf)
    var change = 0
    for event in decision.ticket.events {
      let attributes = FieldText.attributes(
        of: event, in: decision.ticket, policy: policy, language: style.language)
      let name =
        policy.vocabulary.events[Int(event.code)].name
        + (attributes.isEmpty ? "" : say(.withAttributes(attributes.joined(separator: say(.comma)))))
      let isLater = event.at > decision.asOf
      table.add(
        [moment(event.at), isLater ? name + say(.remark(unread)) : name],
        marks: isLater ? [0: style.faint, 1: style.faint] : [:])
      while change < decision.ticket.changes.count, decision.ticket.changes[change].at <= event.at {
        table.add(["", "  " + text(ofChange: change, decision)], marks: isLater ? [1: style.faint] : [:])
        change += 1
      }
    }
    table.add(
      ["\(moment(decision.asOf))", decision.isFinal ? say(.settledFinal) : say(.asOf)],
      mark: style.faint)
    return table.text
  }

  /// One target: the verdict, the bound with the row it comes from, the time counted and not counted.
  package func target(_ index: Int, _ decision: ExplainedTicket) -> String {
    let target = policy.targets[index]
    let outcome = decision.targets[index]
    let reasons = decision.explanations.targets[index]
    var result = heading(say(.target), target.name, target.title, target.citations) + "\n"
    var table = TextTable([.left, .left])
    table.indent = "  "
    table.labelWidth = Self.labelWidth
    let word = words.say(code: outcome.verdict.word)
    let blanks = String(repeating: " ", count: max(0, Self.labelWidth - DisplayWidth.of(word)) + 2)
    let figures = sentence(outcome)
    result += "  " + style.verdict(outcome.verdict, word) + (figures.isEmpty ? "" : blanks + figures) + "\n"
    if let due = outcome.due {
      let earliest = outcome.dueDoubt == nil ? "" : say(.atTheEarliest)
      table.add([say(.due), moment(due) + (outcome.isDueIncluded ? "" : say(.exclusive)) + earliest])
    }
    if let exclusion = outcome.exclusion {
      add(exclusion: policy.exclusions[exclusion], index: exclusion, to: &table)
    }
    if outcome.applicability != .applies {
      table.add([say(.because), words.inapplicability(outcome.applicability)])
    }
    for cause in reasons.causes { table.add([say(.because), words.cause(cause)]) }
    for refused in reasons.refused {
      table.add([
        say(.noExcuse), say(.needs(words.named(exclusion: refused.exclusion), quote(refused.need))),
      ])
      add(refused.steps, "", to: &table)
    }
    for stop in reasons.strayStops {
      let name = policy.vocabulary.events[stop.event].name
      table.add([say(.note), say(.clockFoundStopped(name, moment(stop.at)))], mark: style.note)
    }
    switch outcome.applicability {
    case .applies: break
    case .conditionFalse: add(reasons.condition, words.say(code: "for"), to: &table)
    case .notInForce:
      if let validity = policy.header.validity {
        let from = quote(validity.from.origin)
        let text = validity.until.map { say(.fromUntil(from, quote($0.origin))) } ?? say(.from(from))
        table.add([say(.effective), text])
      }
    }
    addBound(target, reasons.bound, outcome, to: &table)
    if let moved = reasons.moved, moved > .zero {
      let by = target.extensions.map { policy.spans[$0].name }
      table.add([
        say(.moved),
        say(.movedBy(moved.text))
          + (by.isEmpty ? "" : say(.extendedBy(by.joined(separator: say(.comma))))),
      ])
    }
    result += table.text
    result += cycles(reasons.cycles)
    return result + segments(reasons.segments)
  }

  /// Each cycle with its own verdict; the figures above are those of the worst.
  private func cycles(_ cycles: [TargetOutcome]) -> String {
    var table = TextTable([.left, .left, .left, .left, .left])
    table.indent = "  "
    table.labelWidth = Self.labelWidth
    for (number, cycle) in cycles.prefix(Self.segmentLimit).enumerated() {
      table.add([
        number == 0 ? say(.cycles) : "", cycle.start.map { moment($0) } ?? "",
        cycle.stop.map { say(.to(moment($0))) } ?? say(.stillRunning),
        words.say(code: cycle.verdict.word), sentence(cycle),
      ])
    }
    let rest = cycles.count - Self.segmentLimit
    return table.text + (rest > 0 ? say(.furtherCycles(rest)) + "\n" : "")
  }

  /// `priority P1`, and whether it came too late.
  private func text(ofChange index: Int, _ decision: ExplainedTicket) -> String {
    let change = decision.ticket.changes[index]
    let field = policy.vocabulary.fields[Int(change.field)]
    let value =
      FieldText.text(change.value, field, decision.ticket, policy, style.language) ?? say(.missing)
    let isIgnored = decision.ignoredChanges.contains(index)
    return "\(field.name) \(value)" + (isIgnored ? say(.remark(say(.fieldFixed))) : "")
  }

  // MARK: Parts

  func heading(_ kind: String, _ name: String, _ title: String?, _ citations: [String]) -> String {
    style.faint(kind) + " " + style.bold(name) + (title.map { " \"\($0)\"" } ?? "")
      + style.faint(cited(citations))
  }

  func cited(_ citations: [String]) -> String {
    citations.isEmpty ? "" : "  [" + citations.joined(separator: say(.comma)) + "]"
  }

  /// The exclusion that excuses and the condition or the times that it states.
  private func add(exclusion: Exclusion, index: Int, to table: inout TextTable) {
    table.add([say(.excusedBy), words.named(exclusion: index) + cited(exclusion.citations)])
    if let condition = exclusion.condition { table.add(["", say(.whenOf(quote(condition.origin)))]) }
    if let span = exclusion.span { table.add(["", say(.duringOf(quote(span.origin)))]) }
  }

  /// The figures behind a verdict in one line.
  private func sentence(_ outcome: TargetOutcome) -> String {
    var parts: [String] = []
    if let limit = outcome.limit {
      parts.append(say(.countedSentence(outcome.countedText, limit.text)))
    } else if let stop = outcome.stop, outcome.hasCount {
      parts.append(say(.stopped(moment(stop))))
    }
    if let over = outcome.overText { parts.append(say(.over(over))) }
    if outcome.verdict == .pending, let left = outcome.left { parts.append(say(.leftOver(left.text))) }
    if outcome.isRunning { parts.append(say(.clockRuns)) }
    return parts.joined(separator: say(.comma))
  }

  /// The limit or deadline as the policy has it, with the figures behind it.
  private func addBound(
    _ target: Target, _ steps: [ExplanationStep], _ outcome: TargetOutcome, to table: inout TextTable
  ) {
    let (word, written) =
      switch target.bound {
      case .within(let limit, let isStrict, _): (isStrict ? say(.underLabel) : say(.withinLabel), limit)
      case .by(let deadline): (say(.byLabel), deadline)
      }
    if steps.isEmpty, outcome.applicability == .applies {
      table.add([word, quote(written.origin)])
    } else {
      add(steps, word, to: &table)
    }
  }

  /// Adds the figures behind a bound or a condition, the result first, each with the place it stands at.
  func add(_ steps: [ExplanationStep], _ label: String, to table: inout TextTable) {
    var label = label
    for step in steps.reversed() where !isField(step) {
      table.add([label, equation(step)])
      label = ""
      if case .row(let rowTable, let row) = step.detail {
        let origin = policy.tables[rowTable].rows[row].origin
        table.add(["", "  \(place(origin)):  \(quote(origin))"], marks: [1: style.note])
      }
    }
  }

  /// What a part of the policy's text came to.
  func equation(_ step: ExplanationStep) -> String {
    let value = step.isKnown ? words.language.say(value: step.value) : say(.unknown)
    return "\(quote(step.origin)) = \(value)"
  }

  /// Whether a step only repeats a field or an event, which the timeline shows already.
  func isField(_ step: ExplanationStep) -> Bool {
    let text = quote(step.origin)
    return policy.vocabulary.fields.contains { $0.name == text }
      || policy.vocabulary.events.contains { $0.name == text }
  }

  func segments(_ segments: [Segment]) -> String {
    guard !segments.isEmpty else { return "" }
    var table = TextTable([.left, .left, .left, .right, .left])
    table.indent = "  "
    table.labelWidth = Self.labelWidth
    for (index, segment) in segments.prefix(Self.segmentLimit).enumerated() {
      let isCounted = segment.treatment == .counted
      let cells = [
        index == 0 ? say(.time) : "", moment(segment.interval.start), say(.to(end(of: segment.interval))),
        segment.interval.length.text, words.treatment(segment.treatment),
      ]
      table.add(
        cells, marks: isCounted ? [:] : [1: style.faint, 2: style.faint, 3: style.faint, 4: style.faint])
    }
    var result = table.text
    let rest = segments.dropFirst(Self.segmentLimit)
    if !rest.isEmpty { result += say(.furtherTimes(rest.count)) + "\n" }
    return result + sums(segments)
  }

  /// The lengths by what was done with them, so that a reader can add up.
  private func sums(_ segments: [Segment]) -> String {
    guard segments.count > 1 else { return "" }
    var order: [Segment.Treatment] = []
    var lengths: [Segment.Treatment: Duration] = [:]
    for segment in segments {
      if lengths[segment.treatment] == nil { order.append(segment.treatment) }
      lengths[segment.treatment] =
        (lengths[segment.treatment] ?? .zero).adding(segment.interval.length) ?? .zero
    }
    let parts = order.map { "\(lengths[$0]?.text ?? "") \(words.treatment($0))" }
    return say(.inAll(parts.joined(separator: say(.semicolon)))) + "\n"
  }

  // MARK: Words

  /// A phrase in the language of the report.
  func say(_ phrase: Phrase) -> String { words.say(phrase) }

  /// A phrase of a reason in the language of the report.
  func say(_ phrase: ReasonPhrase) -> String { words.say(phrase) }

  /// `Mon 2026-03-02 10:00`.
  func moment(_ instant: Instant) -> String {
    words.weekday(zone.local(instant).date.weekday) + " " + instant.plainText(in: zone)
  }

  /// The end of a stretch: only the time where it is on the same date.
  func end(of interval: Interval) -> String {
    let text = interval.end.plainText(in: zone)
    guard zone.local(interval.start).date == zone.local(interval.end).date else {
      return moment(interval.end)
    }
    return String(text.dropFirst(11))
  }

  /// The policy's text at a place, on one line.
  func quote(_ range: SourceRange) -> String {
    sources.text(in: range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `levels.pledge:31`.
  private func place(_ range: SourceRange) -> String {
    guard let file = sources[range.file] else { return "" }
    return "\(file.name):\(file.line(at: range.start))"
  }
}
