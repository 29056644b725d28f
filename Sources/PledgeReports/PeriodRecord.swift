import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

/// Writes the decisions of keys and periods, and their refunds and rights, one line each:
/// docs/schemas/period-1.json.
package struct PeriodRecord {
  /// The columns of the CSV, in order.
  package static let columns = [
    "target", "key", "period", "from", "until", "windows", "verdict", "reached", "limit", "short", "over",
    "counted_s", "left", "run", "tickets", "exclusion", "because", "refund", "state", "amount", "currency",
    "claim_until", "right", "use_until", "used",
  ]
  /// The column that says which version judges, where there are several.
  package static let versionColumn = "version"

  let policy: Policy
  let words: ReportWords
  /// Whether there are several versions, so that each record says which one judges.
  let isVersion: Bool

  package init(policy: Policy, isVersion: Bool = false, language: MessageLanguage = .english) {
    self.policy = policy
    self.isVersion = isVersion
    words = ReportWords(policy: policy, language: language)
  }

  /// The head of the CSV.
  package static func head(isVersion: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    CSVText.append(row: columns + (isVersion ? [versionColumn] : []), to: &bytes)
    return bytes
  }

  /// The cells that name the version, where there are several.
  var versionCells: [String] { isVersion ? [policy.header.version] : [] }

  /// A decision as a row of the CSV.
  package func row(_ decision: PeriodDecision) -> [UInt8] {
    var bytes: [UInt8] = []
    CSVText.append(row: cells(decision) + versionCells, to: &bytes)
    return bytes
  }

  /// A decision as a line of JSON.
  package func line(_ decision: PeriodDecision, explaining: ExplanationJSON? = nil) -> [UInt8] {
    var json = JSONText(indented: false)
    write(decision, to: &json, explaining: explaining)
    json.newline()
    return json.bytes
  }

  /// A figure of a target in its unit.
  package func text(_ figure: Rational?, _ target: Int) -> String? {
    figure.map { PeriodRecord.text($0, as: policy.periodTargets[target].measure.type) }
  }

  /// A figure as its reader would write it; a duration is one of microseconds.
  static func text(_ figure: Rational, as type: ExpressionType) -> String {
    switch type {
    case .percent: figure.percentText
    case .money(let currency): Money(amount: figure, currency: currency).text
    case .duration:
      Int64(exactly: figure.floor).map { Duration(microseconds: $0).text } ?? "\(figure.text) us"
    case .truth, .integer, .decimal, .calendarLength, .workingLength, .instant, .date, .timeOfDay, .text,
      .choice, .key:
      figure.text
    }
  }

  /// A figure for people: a share whose decimal goes on is cut behind six digits, and says so.
  static func plainText(_ figure: Rational, as type: ExpressionType) -> String {
    guard case .percent = type, let percent = figure.multiplied(by: Rational(100)),
      percent.neededFractionDigits ?? .max > 6,
      let digit = Rational(numerator: 1, denominator: 1_000_000),
      let text = percent.rounded(.down, toMultipleOf: digit)?.decimalText(fractionDigits: 6)
    else { return text(figure, as: type) }
    return text + "…%"
  }

  /// What is left of the allowance: for availability the time that may still be lost.
  package func left(_ outcome: PeriodOutcome) -> String? {
    let measure = policy.periodTargets[outcome.target].measure
    if case .availability = measure.kind {
      return outcome.left.map { PeriodRecord.text($0, as: .duration) }
    }
    return text(outcome.left, outcome.target)
  }

  /// The exclusion that excuses, or what is not known.
  func reason(_ decision: PeriodDecision) -> String {
    if let exclusion = decision.outcome.exclusion {
      return words.say(.byExclusion(words.named(exclusion: exclusion)))
    }
    return decision.causes.map { words.cause($0) }.joined(separator: words.say(.semicolon))
  }

  private func cells(_ decision: PeriodDecision) -> [String] {
    let outcome = decision.outcome.withoutDoubtfulFigures
    let zone = policy.header.zone
    let target = outcome.target
    let isMissed = outcome.verdict == .breached && outcome.reached != nil
    return [
      policy.periodTargets[target].name, decision.key.joined(separator: " / "), outcome.period.name,
      outcome.period.interval.start.text(in: zone), outcome.period.interval.end.text(in: zone),
      "\(outcome.windows)", outcome.verdict.word, text(outcome.reached, target) ?? "",
      text(outcome.limit, target) ?? "", isMissed ? text(outcome.short, target) ?? "" : "",
      isMissed ? text(outcome.over, target) ?? "" : "",
      outcome.doubt == nil ? seconds(outcome.counted) : "", left(outcome) ?? "",
      "\(outcome.run)", "\(outcome.tickets)", outcome.exclusion.map { policy.exclusions[$0].name } ?? "",
      decision.causes.map { words.cause($0) }.joined(separator: words.say(.semicolon)), "", "", "", "", "",
      "", "", "",
    ]
  }

  private func seconds(_ duration: Duration) -> String {
    Rational(numerator: Int128(duration.microseconds), denominator: 1_000_000)?.text ?? ""
  }

  func write(_ decision: PeriodDecision, to json: inout JSONText, explaining: ExplanationJSON? = nil) {
    let outcome = decision.outcome.withoutDoubtfulFigures
    let zone = policy.header.zone
    let target = outcome.target
    json.object { json in
      json.member("target", policy.periodTargets[target].name)
      if isVersion { json.member("version", policy.header.version) }
      json.list("key") { json in for part in decision.key { json.string(part) } }
      json.member("period", outcome.period.name)
      json.member("from", outcome.period.interval.start.text(in: zone))
      json.member("until", outcome.period.interval.end.text(in: zone))
      json.member("windows", outcome.windows)
      json.member("verdict", outcome.verdict.word)
      json.member("reached", text(outcome.reached, target))
      json.member("limit", text(outcome.limit, target))
      if outcome.verdict == .breached {
        let isKnown = outcome.reached != nil
        json.member("short", isKnown ? text(outcome.short, target) : nil)
        json.member("over", isKnown ? text(outcome.over, target) : nil)
      }
      if outcome.doubt == nil { json.member("counted_s", seconds: outcome.counted) }
      json.member("left", left(outcome))
      json.member("run", outcome.run)
      json.member("tickets", outcome.tickets)
      if let exclusion = outcome.exclusion { json.member("exclusion", policy.exclusions[exclusion].name) }
      json.list("because") { json in for cause in decision.causes { json.string(words.cause(cause)) } }
      if let explaining, let reasons = decision.explanation {
        json.key("explanation")
        explaining.write(reasons, to: &json)
      }
    }
  }
}

extension PeriodOutcome {
  /// The outcome without figures that are not known though its verdict is.
  var withoutDoubtfulFigures: PeriodOutcome {
    guard doubt != nil else { return self }
    var result = self
    result.reached = nil
    result.left = nil
    return result
  }
}
