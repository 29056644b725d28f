extension StepFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .behindEnd(let due, let end):
      FactWords(
        "此步骤不会发生：计时在 \(end) 后已经结束", label: "在 \(due) 后到期",
        hint: "写更早的时间，或让计时更长")
    case .shareOfDeadline(let target):
      FactWords(
        "`\(target)` 的限额是截止期限，时刻没有比例",
        hint: "写经过的时间，如 `at 30 min`，或用 `within` 限制该目标")
    case .unknownAttribute(let event, let name, let attributes, let suggestion):
      FactWords(
        "事件 `\(event)` 没有属性 `\(name)`",
        label: attributes.isEmpty ? "它没有属性" : "它有 \(ChineseList.and(attributes))",
        hint: suggestion.map { "是否要写 `\($0)`？" } ?? "声明它：`event \(event) { \(name) text }`")
    case .noTime(let event):
      FactWords(
        event.map { "只有恰在 `\($0)` 发生的时刻才算按时" } ?? "只有恰在计时开始的时刻才算按时",
        hint: event.map { "写一个时间，如 `at \($0) + 15 min`，或在佐证事件之后写 `within 15 min`" }
          ?? "写一个时间，如 `at 15 min`，或在佐证事件之后写 `within 15 min`")
    }
  }
}
