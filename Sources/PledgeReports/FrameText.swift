import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

/// The refunds and rights of keys and periods as tables for people.
struct FrameText {
  /// The versions of the policy in the order of their time.
  let policies: [Policy]
  let frames: [FrameDecision]
  let style: Style

  /// The tables, refunds before rights. What comes to nothing is counted below each.
  var tables: [String] {
    var refunds: [FrameRefund] = []
    var rights: [FrameRight] = []
    for frame in frames {
      switch frame {
      case .refund(let refund): refunds.append(refund)
      case .right(let right): rights.append(right)
      }
    }
    return [text(of: refunds), text(of: rights)].compactMap { $0 }
  }

  private func text(of refunds: [FrameRefund]) -> String? {
    guard !refunds.isEmpty else { return nil }
    let records = policies.map { PeriodRecord(policy: $0) }
    let shown = refunds.filter { $0.outcome.state != .none }
    var table = TextTable([.left, .left, .left, .left, .right, .left, .left])
    table.add(
      ["refund of a period", "key", "period", "state", "amount", "claim until", "because"], mark: style.faint)
    for frame in shown.prefix(PeriodText.limit) {
      let style = style
      let state = frame.outcome.state
      let record = records[frame.place.version]
      let policy = record.policy
      table.add(
        [
          policy.refunds[frame.refund].name, frame.place.key.joined(separator: " / "), period(frame.place),
          state.word, amount(frame, policy), frame.outcome.until?.plainText(in: policy.header.zone) ?? "–",
          record.reason(.refund(frame)),
        ], marks: [3: { style.refund(state, $0) }, 4: style.bold])
    }
    return (shown.isEmpty ? "" : table.text) + rest(shown.count)
      + nothing("refunds of a period that come to nothing", refunds.count - shown.count)
  }

  private func text(of rights: [FrameRight]) -> String? {
    guard !rights.isEmpty else { return nil }
    let records = policies.map { PeriodRecord(policy: $0) }
    let shown = rights.filter { $0.outcome.state != .none }
    var table = TextTable([.left, .left, .left, .left, .left, .left, .left])
    table.add(
      ["right of a period", "key", "period", "state", "until", "used", "because"], mark: style.faint)
    for frame in shown.prefix(PeriodText.limit) {
      let record = records[frame.place.version]
      let policy = record.policy
      let zone = policy.header.zone
      table.add(
        [
          policy.rights[frame.right].name, frame.place.key.joined(separator: " / "), period(frame.place),
          frame.outcome.state.word, frame.outcome.until?.plainText(in: zone) ?? "–",
          frame.outcome.used?.plainText(in: zone) ?? "–", record.reason(.right(frame)),
        ], marks: [3: style.bold])
    }
    return (shown.isEmpty ? "" : table.text) + rest(shown.count)
      + nothing("rights of a period that are not granted", rights.count - shown.count)
  }

  /// The period, and how many windows the line stands for beside it.
  private func period(_ place: FramePlace) -> String {
    let after = place.numbers.upperBound - place.period.number
    let before = place.period.number - place.numbers.lowerBound
    let name = place.period.name + (before > 0 ? " and \(before) before" : "")
    return name + (after > 0 ? " and \(after) after" : "") + policies[place.version].note(among: policies)
  }

  private func amount(_ frame: FrameRefund, _ policy: Policy) -> String {
    guard frame.outcome.state.hasAmount else { return "–" }
    return Money(amount: frame.outcome.amount, currency: policy.refunds[frame.refund].currency).text
  }

  private func rest(_ count: Int) -> String {
    let left = count - PeriodText.limit
    return left > 0 ? "… and \(left) more: write them with `simulate --periods FILE`\n" : ""
  }

  private func nothing(_ what: String, _ count: Int) -> String { count > 0 ? "\(what): \(count)\n" : "" }
}
