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
    let records = policies.map { PeriodRecord(policy: $0, language: style.language) }
    let shown = refunds.filter { $0.outcome.state != .none }
    var table = TextTable([.left, .left, .left, .left, .right, .left, .left])
    table.add(
      [
        style.say(.periodRefund), style.say(.key), style.say(.period), style.say(.state),
        style.say(.amount), style.say(.claimUntil), style.say(.because),
      ], mark: style.faint)
    for frame in shown.prefix(PeriodText.limit) {
      let style = style
      let state = frame.outcome.state
      let record = records[frame.place.version]
      let policy = record.policy
      table.add(
        [
          policy.refunds[frame.refund].name, frame.place.key.joined(separator: " / "), period(frame.place),
          style.language.say(code: state.word), amount(frame, policy),
          frame.outcome.until?.plainText(in: policy.header.zone) ?? "–",
          record.reason(.refund(frame)),
        ], marks: [3: { style.refund(state, $0) }, 4: style.bold])
    }
    return (shown.isEmpty ? "" : table.text) + rest(shown.count)
      + nothing(refunds.count - shown.count) { .nothingOfRefunds($0) }
  }

  private func text(of rights: [FrameRight]) -> String? {
    guard !rights.isEmpty else { return nil }
    let records = policies.map { PeriodRecord(policy: $0, language: style.language) }
    let shown = rights.filter { $0.outcome.state != .none }
    var table = TextTable([.left, .left, .left, .left, .left, .left, .left])
    table.add(
      [
        style.say(.periodRight), style.say(.key), style.say(.period), style.say(.state),
        style.say(.until), style.say(.used), style.say(.because),
      ], mark: style.faint)
    for frame in shown.prefix(PeriodText.limit) {
      let record = records[frame.place.version]
      let policy = record.policy
      let zone = policy.header.zone
      table.add(
        [
          policy.rights[frame.right].name, frame.place.key.joined(separator: " / "), period(frame.place),
          style.language.say(code: frame.outcome.state.word),
          frame.outcome.until?.plainText(in: zone) ?? "–",
          frame.outcome.used?.plainText(in: zone) ?? "–", record.reason(.right(frame)),
        ], marks: [3: style.bold])
    }
    return (shown.isEmpty ? "" : table.text) + rest(shown.count)
      + nothing(rights.count - shown.count) { .nothingOfRights($0) }
  }

  /// The period, and how many windows the line stands for beside it.
  private func period(_ place: FramePlace) -> String {
    let after = place.numbers.upperBound - place.period.number
    let before = place.period.number - place.numbers.lowerBound
    let name = place.period.name + (before > 0 ? style.say(.windowsBefore(before)) : "")
    return name + (after > 0 ? style.say(.windowsAfter(after)) : "")
      + policies[place.version].note(among: policies, style)
  }

  private func amount(_ frame: FrameRefund, _ policy: Policy) -> String {
    guard frame.outcome.state.hasAmount else { return "–" }
    return Money(amount: frame.outcome.amount, currency: policy.refunds[frame.refund].currency).text
  }

  private func rest(_ count: Int) -> String {
    let left = count - PeriodText.limit
    return left > 0 ? style.say(.andMoreInFile(left)) + "\n" : ""
  }

  private func nothing(_ count: Int, _ phrase: (Int) -> Phrase) -> String {
    count > 0 ? style.say(phrase(count)) + "\n" : ""
  }
}
