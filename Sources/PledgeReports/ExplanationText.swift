import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// A decision as a customer or a lawyer can read it: what was promised, what was counted and why, what is owed.
package struct ExplanationText {
  let plan: Plan
  let sources: SourceSet
  let style: Style
  let words: EnglishReportWords
  /// How many stretches of time a target shows before the rest is summed up.
  static let segmentLimit = 40

  package init(plan: Plan, sources: SourceSet, style: Style) {
    self.plan = plan
    self.sources = sources
    self.style = style
    words = EnglishReportWords(policy: plan.policy)
  }

  var policy: Policy { plan.policy }
  var zone: Zone { policy.header.zone }

  /// The ticket with its timeline, then each target and each refund with its reasons.
  package func text(of decision: ExplainedTicket, fields: [String]) -> String {
    var result = style.bold("ticket \(decision.id)") + "\n"
    if !fields.isEmpty { result += "  " + fields.joined(separator: ", ") + "\n" }
    result += timeline(decision) + "\n"
    for index in policy.targets.indices { result += target(index, decision) + "\n" }
    for index in policy.refunds.indices { result += refund(index, decision) + "\n" }
    return result
  }

  /// The events up to the as-of instant, one a line; later ones are named as not looked at.
  package func timeline(_ decision: ExplainedTicket) -> String {
    var table = TextTable([.left, .left])
    table.indent = "  "
    for event in decision.ticket.events {
      let name = policy.vocabulary.events[Int(event.code)].name
      let isLater = event.at > decision.asOf
      table.add(
        [moment(event.at), isLater ? name + " (after the as-of instant, not looked at)" : name],
        marks: isLater ? [0: style.faint, 1: style.faint] : [:])
    }
    table.add(["\(moment(decision.asOf))", "as of"], mark: style.faint)
    return table.text
  }

  /// One target: the verdict, the bound with the row it comes from, the time counted and not counted.
  package func target(_ index: Int, _ decision: ExplainedTicket) -> String {
    let target = policy.targets[index]
    let outcome = decision.targets[index]
    let reasons = decision.explanations.targets[index]
    var result = heading("target", target.name, target.title, target.citations) + "\n"
    var table = TextTable([.left, .left])
    table.indent = "  "
    let verdict = outcome.verdict
    table.add([verdict.word, sentence(outcome)], marks: [0: { style.verdict(verdict, $0) }])
    if let due = outcome.due { table.add(["due", moment(due) + (outcome.isDueIncluded ? "" : ", exclusive")]) }
    if let exclusion = outcome.exclusion {
      table.add(["excused by", words.named(exclusion: exclusion) + cited(policy.exclusions[exclusion].citations)])
    }
    if outcome.applicability != .applies {
      table.add(["because", words.inapplicability(outcome.applicability)])
    }
    for cause in reasons.causes { table.add(["because", words.cause(cause)]) }
    if outcome.verdict == .notApplicable { add(reasons.condition, "for", to: &table) }
    add(reasons.bound, bound(target), to: &table)
    result += table.text
    return result + segments(reasons.segments)
  }

  // MARK: Parts

  func heading(_ kind: String, _ name: String, _ title: String?, _ citations: [String]) -> String {
    style.faint(kind) + " " + style.bold(name) + (title.map { " \"\($0)\"" } ?? "") + style.faint(cited(citations))
  }

  func cited(_ citations: [String]) -> String {
    citations.isEmpty ? "" : "  [" + citations.joined(separator: ", ") + "]"
  }

  /// The figures behind a verdict in one line.
  private func sentence(_ outcome: TargetOutcome) -> String {
    var parts: [String] = []
    if let limit = outcome.limit {
      parts.append("\(outcome.counted.text) of \(limit.text) counted")
    } else if let stop = outcome.stop, outcome.start != nil {
      parts.append("stopped \(moment(stop))")
    }
    if outcome.over > .zero { parts.append("\(outcome.over.text) over") }
    if outcome.verdict == .pending, let left = outcome.left { parts.append("\(left.text) left") }
    if outcome.isRunning { parts.append("the clock is still running") }
    return parts.joined(separator: ", ")
  }

  private func bound(_ target: Target) -> String {
    switch target.bound {
    case .within(_, let strict, _): strict ? "under" : "within"
    case .by: "by"
    }
  }

  /// Adds the figures behind a bound or a condition, each with the place it stands at.
  func add(_ steps: [ExplanationStep], _ label: String, to table: inout TextTable) {
    for (index, step) in steps.enumerated().reversed() {
      let isFirst = index == steps.count - 1
      table.add([isFirst ? label : "", "\(quote(step.origin)) = \(step.value)"])
      if case .row(let rowTable, let row) = step.detail {
        let origin = policy.tables[rowTable].rows[row].origin
        table.add(["", "  \(place(origin)):  \(quote(origin))"], marks: [1: style.note])
      }
    }
  }

  private func segments(_ segments: [Segment]) -> String {
    guard !segments.isEmpty else { return "" }
    var table = TextTable([.left, .left, .left, .right, .left])
    table.indent = "  "
    for (index, segment) in segments.prefix(Self.segmentLimit).enumerated() {
      let isCounted = segment.treatment == .counted
      let cells = [
        index == 0 ? "time" : "", moment(segment.interval.start), "to " + end(of: segment.interval),
        segment.interval.length.text, words.treatment(segment.treatment),
      ]
      table.add(cells, marks: isCounted ? [:] : [1: style.faint, 2: style.faint, 3: style.faint, 4: style.faint])
    }
    var result = table.text
    let rest = segments.dropFirst(Self.segmentLimit)
    if !rest.isEmpty { result += "        and \(rest.count) further stretches of time\n" }
    return result + sums(segments)
  }

  /// The lengths by what was done with them, so that a reader can add up.
  private func sums(_ segments: [Segment]) -> String {
    guard segments.count > 1 else { return "" }
    var order: [Segment.Treatment] = []
    var lengths: [Segment.Treatment: Duration] = [:]
    for segment in segments {
      if lengths[segment.treatment] == nil { order.append(segment.treatment) }
      lengths[segment.treatment] = (lengths[segment.treatment] ?? .zero).adding(segment.interval.length) ?? .zero
    }
    let parts = order.map { "\(lengths[$0]?.text ?? "") \(words.treatment($0))" }
    return "  in all " + parts.joined(separator: "; ") + "\n"
  }

  // MARK: Words

  /// `Mon 2026-03-02 10:00`.
  func moment(_ instant: Instant) -> String {
    words.weekday(zone.local(instant).date.weekday) + " " + instant.plainText(in: zone)
  }

  /// The end of a stretch: only the time where it is on the same date.
  private func end(of interval: Interval) -> String {
    let text = interval.end.plainText(in: zone)
    guard zone.local(interval.start).date == zone.local(interval.end).date else { return moment(interval.end) }
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
