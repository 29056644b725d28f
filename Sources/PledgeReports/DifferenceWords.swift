import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeTesting

/// The figures and states of a failed expectation, for people.
struct DifferenceWords {
  let language: MessageLanguage

  /// The cells of a row: the figure, what was expected, what came.
  func cells(_ difference: TestFailure.Difference) -> [String] {
    [difference.figure, difference.expected, difference.actual].map(told)
  }

  /// A name of a figure, a state or a remark in the language; names and figures of the policy stay.
  private func told(_ text: String) -> String {
    switch language {
    case .english: text
    case .chinese:
      Self.chinese[text]
        ?? (Self.states.contains(text) ? language.say(code: text) : language.say(value: text))
    }
  }

  private static let states: Set<String> = Set(
    Verdict.allCases.map(\.word) + RefundState.allCases.map(\.word) + RightState.allCases.map(\.word)
      + StepState.allCases.map(\.word)
      + ["over", "counted", "left", "due", "until", "because", "none", "refused"])

  private static let chinese: [String: String] = [
    "verdict": "判定", "state": "状态", "amount": "金额", "value": "值", "not known": "未知",
    "unknown": "未知",
    "no reason": "没有原因", "a step": "步骤", "a state": "状态", "a figure": "数值",
    "not judged": "没有判定",
    "no such key": "没有此键", "it has not come this often": "没有发生到这一次",
    "data": "数据", "read": "已接受", "note": "提示", "no note": "没有提示",
  ]
}
