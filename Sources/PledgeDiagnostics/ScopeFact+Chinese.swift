extension ScopeFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .notAKey:
      FactWords("键只能是字段、其所在行的列或 `let`", hint: "用 `let` 给表达式命名")
    case .notOfTheKey(let name, let keys):
      FactWords(
        "`\(name)` 因工单而异，而此处针对的是\(keys.chineseWords)整体",
        hint: "写由键决定的内容；选择工单用 `for`")
    case .notOfATicket(let name):
      FactWords(
        "`\(name)` 属于一个键和一个周期，而此处针对的是单张工单",
        hint: "写在具有相同 `per` 和周期的目标或赔付里")
    case .otherScope(let target, let found, let needed):
      FactWords(
        "`\(target)` 的统计口径是\(found.chineseWords)，此处却是\(needed.chineseWords)",
        hint: "两处写相同的 `per` 和周期")
    case .noPeriod(let owner):
      FactWords("\(owner.chineseWords)没有周期", hint: "在名称或键之后写周期，例如 `each month`")
    case .noPeriodUnit(let text):
      FactWords(
        "`\(text)` 不是周期", hint: "例如 `each month`、`each quarter`、`rolling 30 calendar days`")
    case .gapsBetweenWindows(let byMonth):
      FactWords(
        byMonth ? "按月滚动的窗口不能短于一个月" : "按日滚动的窗口不能短于一日",
        label: "两个窗口之间的时间不属于任何窗口",
        hint: byMonth
          ? "去掉 `by month`，使窗口在每个当地日结束时结束"
          : "窗口在每个当地日结束时结束：写 `24 h` 或更长；几分钟内的突发写成时段，"
            + "如 `from 3rd reported within 30 min until …`")
    case .unknownPeriod(let name, let example):
      FactWords("此处没有周期 `\(name)`", hint: "按 `\(example)` 的形式写")
    case .keyCount(let subject, let needed):
      FactWords(
        needed == 0 ? "`\(subject)` 没有键" : "`\(subject)` 有 \(needed) 个键",
        hint: needed == 0 ? "去掉 `of`" : "在 `of` 之后逐个写出")
    case .otherKeys(let span, let found, let needed):
      FactWords(
        "`\(span)` 是\(found.chineseWords)的时段，而此处合并的是\(needed.chineseWords)的时间",
        hint: "两处写相同的 `per`，或用单张工单的时段")
    case .eventBesideSpan(let span):
      FactWords(
        "`\(span)` 是时段，与它并列的只能是时段，才能作为按键时段的起点或终点",
        hint: "为这些事件写一个同键的时段，再写它的名称：事件在何处结束，它就在何处结束")
    case .whichPeriod(let subject, let example):
      FactWords("`\(subject)` 每个周期有一个判定", hint: "用 `in \(example)` 写明是哪个周期")
    }
  }
}
