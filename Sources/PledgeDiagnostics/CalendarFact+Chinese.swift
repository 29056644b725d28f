extension CalendarFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .neverOpens(let name):
      FactWords("日历 `\(name)` 从不营业", hint: "写明营业时间，如 `mon..fri 09:00-18:00`")
    case .overlappingHours(let day):
      FactWords("\(day.chineseWords)的营业时间重叠", hint: "每段时间只列一次")
    case .hours(let fault): FactWords(fault.chineseWords)
    case .equalEnds(let hours):
      FactWords(
        "`\(hours)` 可以指 24 小时，也可以指零",
        hint: "全天写 `00:00-24:00`；从其他时间开始的一天写成两段（`09:00-24:00, 00:00-09:00`）；"
          + "不营业写 `closed`")
    case .unknownWeekday(let name, let suggestion):
      FactWords(
        "`\(name)` 不是星期", label: "`mon`、`tue`、`wed`、`thu`、`fri`、`sat` 或 `sun`",
        hint: suggestion.map { "是否要写 `\($0)`？" })
    case .holidayFile(let path, let reason):
      FactWords("不能读取 \"\(path)\" 中的节假日：\(ChineseReason.of(reason))")
    case .workingDayNotStated(let calendar):
      FactWords(
        "日历 `\(calendar)` 没有写明工作日何时结束",
        hint: "写 `day ends at close`、`day ends at midnight`、`day ends at the same time`（与到达时刻相同）"
          + "或 `day is 8 h`（营业时间）")
    case .lateArrivalNotStated(let calendar):
      FactWords(
        "日历 `\(calendar)` 没有写明营业时间以外到达算哪一天",
        hint: "在 `day` 行后加 `, late arrival counts as today` 或 "
          + "`, late arrival counts as next working day`")
    case .readingsDiffer(let first, let other):
      FactWords(
        "`\(first)` 与 `\(other)` 对工作日的定义不同，此处却作为一个日历", hint: "两处写相同的 `day` 行")
    case .dateTwice(let date):
      FactWords(
        "\(date) 的营业时间写了两次",
        hint: "一个日期的营业时间写在一行；日期范围的例外写在该范围之后，并在范围之内")
    case .noCalendar(let calendars):
      FactWords(
        "是哪个日历的工作日？",
        hint: calendars.isEmpty
          ? "声明一个日历"
          : "用 `on` 指明：\(Wording.joined(calendars.map { "`on \($0)`" }, by: "、", last: " 或 "))")
    }
  }
}

extension HoursFault {
  /// What is wrong, in Chinese.
  var chineseWords: Wording {
    switch self {
    case .beginAtEndOfDay(let day): "\(day.chineseWords)的营业时间从 24:00 开始：应属于下一天"
    case .invertedDates(let first, let last): "\(last) 早于 \(first)"
    case .emptyCoverage(let first, let last): "节假日文件没有覆盖任何日期：\(last) 早于 \(first)"
    case .outsideCoverage(let date): "\(date) 不在节假日文件覆盖的日期之内"
    case .holidayAndWorking(let date): "\(date) 既是节假日又是调休上班日"
    case .emptyDay: "工作日的长度必须大于零"
    }
  }
}
