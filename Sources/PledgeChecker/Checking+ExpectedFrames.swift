import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

extension Checking {
  /// The expectation of a line that speaks of a refund or right of a key and period, or nil with a message;
  /// nil for a line that speaks of something else.
  func frameExpectation(_ line: ExpectLine) -> PledgePolicy.Expectation?? {
    guard let name = line.subject?.names.first else { return nil }
    switch scope[name] {
    case .refund(let index)?:
      guard let scope = policy.refunds[index].scope else { return nil }
      return expectation(line, scope, policy.refunds[index].name) { outcome in
        refund(outcome, index).map { .refund(index, $0) }
      }
    case .right(let index)?:
      guard let scope = policy.rights[index].scope else { return nil }
      return expectation(line, scope, policy.rights[index].name) { outcome in
        right(outcome).map { .right(index, $0) }
      }
    case .target, .derived, .escalation, .periodTarget, .field, .event, .register, .calendar, .parameter,
      .table, .span, .exclusion, .role, .action, .other, nil:
      return nil
    }
  }

  private func expectation(
    _ line: ExpectLine, _ scope: PledgePolicy.Scope, _ name: String,
    _ expected: (OutcomeView) -> FrameExpectation.Outcome?
  ) -> PledgePolicy.Expectation? {
    guard let outcome = line.outcome, let keys = keys(of: line, scope, name),
      let period = period(of: line, scope, name), let expected = expected(outcome)
    else { return nil }
    return PledgePolicy.Expectation(
      ticket: 0, subject: .frame(FrameExpectation(expected, keys: keys, period: period)), origin: line.range,
      text: line.text)
  }
}
