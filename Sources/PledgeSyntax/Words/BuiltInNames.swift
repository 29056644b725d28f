/// A name that the language gives, in all dialects: a type, a function, a figure, a state.
package struct BuiltInRow: Hashable, Sendable {
  /// The English spelling, which is the name that later phases see.
  package let english: String
  /// The Chinese spelling.
  package let chinese: String

  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}

/// Names that are no words of the grammar, but that policies use without declaring them. A dialect spells
/// them in its own words; in quotes such a word is the author's own name.
package enum BuiltInNames {
  /// One row per name. Names that are also keywords are spelt as those are.
  package static let rows: [BuiltInRow] = [
    // Types.
    BuiltInRow("text", "文本"), BuiltInRow("integer", "整数"), BuiltInRow("decimal", "小数"),
    BuiltInRow("percent", "百分比"), BuiltInRow("duration", "时长"), BuiltInRow("instant", "时间点"),
    BuiltInRow("date", "日期"), BuiltInRow("truth", "真假"), BuiltInRow("money", "金额"),
    // Functions.
    BuiltInRow("min", "最小值"), BuiltInRow("max", "较大值"), BuiltInRow("earliest", "最早"),
    BuiltInRow("latest", "最晚"), BuiltInRow("total", "总计"), BuiltInRow("longest", "最长"),
    BuiltInRow("count", "计数"), BuiltInRow("sum", "求和"),
    // What a field is asked for, and what else has a name without a declaration.
    BuiltInRow("known", "有值"), BuiltInRow("missing", "缺失"), BuiltInRow("never", "从未"),
    BuiltInRow("tickets", "各工单"), BuiltInRow("period", "周期"), BuiltInRow("start", "起点"),
    BuiltInRow("end", "末"), BuiltInRow("ticket", "工单"),
    // Figures of a target.
    BuiltInRow("over", "超出"), BuiltInRow("counted", "已计"), BuiltInRow("due", "到期"),
    BuiltInRow("left", "剩余"), BuiltInRow("reached", "达到"), BuiltInRow("run", "连期"),
    // Verdicts, states of refunds, rights and steps.
    BuiltInRow("met", "达标"), BuiltInRow("breached", "违约"), BuiltInRow("excused", "已免责"),
    BuiltInRow("pending", "未定"), BuiltInRow("undecided", "无法判定"), BuiltInRow("owed", "应付"),
    BuiltInRow("none", "无"), BuiltInRow("accruing", "累计中"), BuiltInRow("claimable", "可申领"),
    BuiltInRow("lapsed", "逾期失效"), BuiltInRow("combined", "已合并"), BuiltInRow("granted", "已授予"),
    BuiltInRow("usable", "可行使"), BuiltInRow("used", "已行使"), BuiltInRow("expired", "已过期"),
    BuiltInRow("done", "完成"), BuiltInRow("late", "逾期完成"), BuiltInRow("missed", "未完成"),
    BuiltInRow("scheduled", "已排定"),
    BuiltInRow("suppressed", "未触发"), BuiltInRow("void", "失效"),
    // What a test expects of a ticket's data.
    BuiltInRow("refused", "拒收"), BuiltInRow("noted", "有提示"),
    // Ways to pay.
    BuiltInRow("cash", "现金"), BuiltInRow("credit", "抵扣"), BuiltInRow("voucher", "代金券"),
  ]

  /// The English name that a dialect's word stands for, nil for the author's own names.
  package static func english(of word: String, in dialect: Dialect) -> String? {
    switch dialect {
    case .english: nil
    case .chinese: englishOfChinese[word]
    }
  }

  /// A dialect's word for an English name, nil where it has none.
  package static func word(for english: String, in dialect: Dialect) -> String? {
    switch dialect {
    case .english: nil
    case .chinese: chineseOfEnglish[english]
    }
  }

  private static let englishOfChinese = Dictionary(
    rows.map { ($0.chinese, $0.english) }, uniquingKeysWith: { first, _ in first })
  private static let chineseOfEnglish = Dictionary(
    rows.map { ($0.english, $0.chinese) }, uniquingKeysWith: { first, _ in first })
}
