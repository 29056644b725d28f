extension CountFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .notTickets(let function, let text):
      FactWords(
        "`\(code: text)` 中不能有 `where`",
        hint: function == "count"
          ? "统计其他工单用 `count(tickets where …)`"
          : "给这些时间命名，`span … = outage and during …`，再写 `\(code: function)(…)`")
    case .strayThis:
      FactWords(
        "`this` 指当前工单，只能用在统计其他工单之处",
        hint: "去掉 `this.`，或写在 `count(tickets where …)` 里，如 `this.city`")
    case .nested:
      FactWords("工单计数中不能再有工单计数", hint: "用字段、事件和时段选择工单")
    case .mixed:
      FactWords(
        "此处分不清其他工单与 `this` 工单",
        hint: "各部分用 `and` 连接，每部分一边是其他工单，另一边是 `this.`")
    case .asksVerdict(let target):
      FactWords("被统计的工单此时还没有 `\(target)` 的判定", hint: "用字段、事件和时段选择工单")
    case .asksKeySpan(let span):
      FactWords(
        "`\(span)` 由多张工单组成，而此处在它得出之前就要逐张查看工单",
        hint: "此处用单张工单的时段，不带 `per`")
    case .spanAsksCount:
      FactWords("多张工单的时段不能由工单计数来选择", hint: "用字段、事件和时段选择工单")
    }
  }
}
