import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

extension Checking {
  /// The refund of a key and period that an `expect` line speaks of; nil where it speaks of something else.
  func frameRefund(of line: ExpectLine) -> Int? {
    guard let name = line.subject?.names.first, case .refund(let index)? = scope[name],
      policy.refunds[index].scope != nil
    else { return nil }
    return index
  }

  /// What is expected of a refund in one frame, or nil with a message.
  func expectation(_ line: ExpectLine, ofFrame index: Int) -> PledgePolicy.Expectation? {
    guard let scope = policy.refunds[index].scope, let outcome = line.outcome,
      let keys = keys(of: line, scope, policy.refunds[index].name),
      let period = period(of: line, scope, policy.refunds[index].name),
      let expected = refund(outcome, index)
    else { return nil }
    let frame = FrameExpectation(refund: index, keys: keys, period: period, expected: expected)
    return PledgePolicy.Expectation(ticket: 0, subject: .frame(frame), origin: line.range, text: line.text)
  }
}
