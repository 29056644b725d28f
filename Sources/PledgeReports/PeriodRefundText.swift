import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

/// The refunds of keys and periods as a table for people.
struct PeriodRefundText {
  /// The versions of the policy in the order of their time.
  let policies: [Policy]
  let refunds: [FrameRefund]
  let style: Style

  /// The table; nil where there are none. What comes to nothing is counted below it.
  var text: String? {
    guard !refunds.isEmpty else { return nil }
    let records = policies.map { PeriodRecord(policy: $0) }
    let shown = refunds.filter { $0.outcome.state != .none }
    var table = TextTable([.left, .left, .left, .left, .right, .left, .left])
    table.add(
      ["refund of a period", "key", "period", "state", "amount", "claim until", "because"], mark: style.faint)
    for frame in shown.prefix(PeriodText.limit) {
      let style = style
      let state = frame.outcome.state
      let record = records[frame.version]
      let policy = record.policy
      table.add(
        [
          policy.refunds[frame.refund].name, frame.keyTexts.joined(separator: " / "),
          frame.period.name + policy.note(among: policies), state.word, amount(frame, policy),
          frame.outcome.until?.plainText(in: policy.header.zone) ?? "–",
          record.reason(frame),
        ], marks: [3: { style.refund(state, $0) }, 4: style.bold])
    }
    return (shown.isEmpty ? "" : table.text) + rest(shown.count - PeriodText.limit)
      + nothing(refunds.count - shown.count)
  }

  private func amount(_ frame: FrameRefund, _ policy: Policy) -> String {
    guard frame.outcome.state.hasAmount else { return "–" }
    return Money(amount: frame.outcome.amount, currency: policy.refunds[frame.refund].currency).text
  }

  private func rest(_ count: Int) -> String {
    count > 0 ? "… and \(count) more: write them with `simulate --periods FILE`\n" : ""
  }

  private func nothing(_ count: Int) -> String {
    count > 0 ? "refunds of a period that come to nothing: \(count)\n" : ""
  }
}
