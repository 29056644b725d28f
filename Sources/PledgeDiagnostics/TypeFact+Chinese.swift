extension TypeFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .mismatch(let found, let needed):
      FactWords(
        "此处需要\(needed.chineseWords)，实际是\(found.chineseWords)",
        label: found.chineseWords,
        hint: TypeFact.confusion(found: found, needed: needed)?.chineseWords)
    case .operation(let word, let left, let right, let advice):
      FactWords(
        "\(left.chineseWords)与\(right.chineseWords)之间不能用 `\(code: word)`",
        hint: advice?.chineseWords)
    case .currencies(let left, let right):
      FactWords(
        "\(left) 与 \(right) 的金额不能混算", hint: "在策略之外换算其中一个，作为字段或 `param` 给出")
    case .comparison(let left, let right, let advice):
      FactWords("\(left.chineseWords)与\(right.chineseWords)不能比较", hint: advice?.chineseWords)
    case .unordered(let type):
      FactWords(
        "\(type.chineseWords)没有大小之分",
        hint: type == .calendarLength
          ? "比较它们推到的时刻：`reported + 1 month`" : "用 `is` 或 `in` 比较")
    case .unknownCurrency(let code):
      FactWords(
        "`\(code)` 不是 ISO 4217 的币种", hint: code == "RMB" ? "写 `CNY`" : "例如 CNY、EUR、GBP 或 USD")
    case .bareDay(let number):
      number == "1" ? TypeFact.chineseBareDay("1", "day") : TypeFact.chineseBareDay(number, "days")
    case .unit(let found, let needed):
      FactWords("此处不能用 `\(found)`，需要\(needed.chineseWords)")
    case .mixedUnits: FactWords("这些单位加不成一个时长", hint: "写成两个时长，并说明如何合用")
    case .missingUnit(let needed):
      FactWords("缺少单位，需要\(needed.chineseWords)", label: "只有数")
    case .tooManyDigits(let limit): FactWords("数字超过 \(limit) 位")
    case .belowMicrosecond: FactWords("不是整数微秒", hint: "时间精确到整微秒")
    case .noSuchDate(let text): FactWords("没有 \(text) 这个日期")
    case .outOfRange(let text): FactWords("`\(text)` 太大")
    case .branches(let first, let other):
      FactWords(
        "此处是\(other.chineseWords)，而前面是\(first.chineseWords)",
        label: other.chineseWords)
    case .spanAsValue:
      FactWords(
        "时段是一组时间，不是值",
        hint: "用 `total(…)`、`longest(…)` 或 `count(…)` 计量，或用 `overlaps`、`during` 判断")
    case .valueAsSpan(let found):
      FactWords(
        "此处需要时段，实际是\(found.chineseWords)", label: found.chineseWords,
        hint: found == .date || found == .instant
          ? "写出时间的两端：`(during 2026-05-01 until 2026-05-02)`"
          : "例如 `from reported until restored`")
    case .argumentCount(let function, let needed):
      FactWords("`\(code: function)` 需要\(needed.chineseWords)")
    case .noCurrency: FactWords("策略没有写明币种", hint: "在 `policy` 块中加 `currency CNY` 或其他代码")
    case .exactDays: FactWords("天不能精确分割", hint: "写 `started` 或 `full`，或按每 24 h 支付")
    case .ambiguousOver(let targets):
      FactWords(
        targets.isEmpty
          ? "`over` 没有对应的目标：`when` 没有问任何工单目标是否违约"
          : "`over` 可能属于 \(ChineseList.or(targets))",
        hint: targets.isEmpty
          ? "写 `TARGET.over`；周期目标的数值总是这样写"
          : "写 `TARGET.over`，或让 `when` 只问一个目标是否违约")
    case .monthsWithDays(let use):
      FactWords("月与天不能比较：一个月有 28 至 31 天", hint: use.chineseWords)
    }
  }

  private static func chineseBareDay(_ number: String, _ unit: String) -> FactWords {
    FactWords(
      "`\(number) \(code: unit)` 有三种含义", label: "哪一种天？",
      hint: "经过的时间写 `\(Int(number).map { "\($0 * 24)" } ?? "24") h`，若干天后的同一时间写 "
        + "`\(number) calendar \(code: unit)`，日历的工作日写 `\(number) working \(code: unit)`")
  }
}

extension LengthUse {
  /// What to write, in Chinese.
  var chineseWords: Wording {
    switch self {
    case .equality: "都按同一单位计：`1 month` 与 `1 quarter`，或 `30 calendar days` 与 `4 weeks`"
    case .order: "比较它们推到的时刻：`reported + 1 month`"
    case .column: "这一列的各格都按同一单位计：`calendar days`、`working days` 或 `h`"
    }
  }
}

extension UnitAdvice {
  /// The advice in Chinese.
  var chineseWords: Wording {
    switch self {
    case .percentOf: "写明是什么的百分比，例如 `5% of circuit.monthly_fee`"
    case .percentOrNumber: "都写成百分比（`5%`），或都写成数（`0.05`）"
    case .oneCount: "都按历法计（`30 calendar days`），或都按时长计（`720 h`）"
    case .unit: "在数后面写单位：`30 min`、`5.00 CNY`"
    case .instantBehind:
      "写出时刻：`first reported + 4 h`；相隔多久用 `within 4 h after reported` 判断"
    case .instantOfDate: "写明该日的哪一时刻：`end of promised` 或 `12:00 on promised`"
    case .timeOnDate: "写明是哪一天的钟点：`16:00 on promised` 是时刻"
    }
  }
}

extension TypeConfusion {
  /// What can be written, in Chinese.
  var chineseWords: Wording {
    switch self {
    case .numberForMoney: "在后面写币种，如 `100 CNY`"
    case .numberForLength: "在后面写单位，如 `4 h`"
    case .percentForMoney: "写明是什么的百分比，例如 `5% of circuit.monthly_fee`"
    case .dateForInstant: "在前面写 `end of`，表示该日结束的时刻"
    case .durationForInstant: "限制计入时长用 `within`，或写出时刻：`first reported + 60 min`"
    case .durationForMoment: "写出时刻：`first reported + 4 h`"
    case .durationForTime:
      "日历的开放时间写在目标的一行 `on office` 中，或紧接 `within`：`within 8 h on office`"
    case .timeForMoment: "写明是哪一天：`16:00 on promised`"
    case .instantForKey: "事件所带的值由计量读取，如 `mean of probed.loss`，或由 `done when … where …` 读取"
    }
  }
}
