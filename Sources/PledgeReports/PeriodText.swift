import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

/// The decisions of keys and periods as a table for people.
struct PeriodText {
  /// The versions of the policy in the order of their time.
  let policies: [Policy]
  let periods: [PeriodDecision]
  let style: Style

  /// More lines than this belong in a file.
  static let limit = 200

  /// The table; nil where nothing was judged.
  var text: String? {
    guard !periods.isEmpty else { return nil }
    let records = policies.map { PeriodRecord(policy: $0, language: style.language) }
    var table = TextTable([.left, .left, .left, .left, .right, .right, .right, .left])
    table.add(
      [
        style.say(.periodTarget), style.say(.key), style.say(.period), style.say(.verdict),
        style.say(.reached), style.say(.limit), style.say(.left), style.say(.because),
      ],
      mark: style.faint)
    for decision in periods.prefix(PeriodText.limit) {
      let style = style
      let outcome = decision.outcome
      let record = records[decision.version]
      let verdict = outcome.verdict
      table.add(
        [
          record.policy.periodTargets[outcome.target].name, decision.key.joined(separator: " / "),
          period(outcome) + record.policy.note(among: policies, style),
          style.language.say(code: verdict.word),
          record.plainText(outcome.reached, outcome.target),
          record.plainText(outcome.limit, outcome.target), record.left(outcome) ?? "–",
          record.reason(decision),
        ], marks: [3: { style.verdict(verdict, $0) }])
    }
    let rest = periods.count - PeriodText.limit
    return table.text + (rest > 0 ? style.say(.andMoreInFile(rest)) + "\n" : "")
  }

  private func period(_ outcome: PeriodOutcome) -> String {
    outcome.windows > 1
      ? outcome.period.name + style.say(.windowsBefore(outcome.windows - 1)) : outcome.period.name
  }
}

extension Policy {
  /// What names the version behind a period, where there are several.
  func note(among versions: [Policy], _ style: Style) -> String {
    versions.count > 1 ? style.say(.version(header.version)) : ""
  }
}

extension PeriodRecord {
  /// A figure of a target for people.
  fileprivate func plainText(_ figure: Rational?, _ target: Int) -> String {
    figure.map { PeriodRecord.plainText($0, as: policy.periodTargets[target].measure.type) } ?? "–"
  }
}
