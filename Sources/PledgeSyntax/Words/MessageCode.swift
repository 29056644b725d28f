import PledgeDiagnostics

/// Tells the code that messages propose in the words of a dialect.
///
/// Single words and plain sequences follow from the tables of words. Where the order differs, or words stand
/// for what the author has to write, the whole phrase has a row here.
package enum MessageCode {
  /// Code in English in the words of a dialect; what is no word of the language stays.
  package static func told(_ code: String, in dialect: Dialect) -> String {
    switch dialect {
    case .english: code
    case .chinese: phrases[code] ?? Retold(code, dialect).text
    }
  }

  /// Code that is not told word by word.
  package static let phrases: [String: String] = [
    "within": "在 … 内", "by": "截止", "within 4 h": "在 4 小时 内", "under 4 h": "低于 4 小时",
    "TARGET.over": "目标名.超出", "TARGET.reached": "目标名.达到", "this.": "本.", "this.city": "本.city",
    "5% of circuit.monthly_fee": "电路.月租费 的 5%", "pay min(…)": "支付 最小值(…)",
    "first reported + 60 min": "首个 申告 + 60 分钟", "from reported until restored": "自 申告 至 恢复",
    "clock from reported until restored": "计时 自 申告 至 恢复",
    "from 3rd reported within 30 min until …": "自 第3 申告 在 30 分钟 内 至 …",
    "3rd • within 30 min": "第3 • 在 30 分钟 内", "within 15 min": "在 15 分钟 内",
    "done when notified within 15 min": "完成 当 通知 在 15 分钟 内", "2nd": "第2",
    "2026-03-02 10:00 reported": "2026-03-02 10:00 申告", "expect TARGET met": "期望 目标名 达标",
    "when TARGET is breached": "当 目标名 为 违约", "claim EVENT until …": "申领 事件名 至 …",
    "use • from": "引用 • 自", "pledge 1": "pledge 1 zh", "pledge •": "pledge • zh",
    "policy \"TITLE\" { id NAME; timezone Asia/Shanghai; currency CNY }":
      "策略 \"标题\" { 编号 名称; 时区 Asia/Shanghai; 币种 CNY }",
    "event • { • text }": "事件 • { • 文本 }", "total(…)": "总计(…)", "longest(…)": "最长(…)",
    "count(…)": "计数(…)", "count(tickets where …)": "计数(各工单 其中 …)",
    "mon..fri 09:00-18:00": "周一..周五 09:00-18:00", "• is breached": "• 为 违约",
    "• is breached and …": "• 为 违约 且 …", "reported + 1 month": "申告 + 1 个月",
    "not in a, b": "非 属于 a, b", "measure • of …": "指标 • …",
    "cap … across •, •": "封顶 … 跨 •, •", "in … slots": "属于 … 时隙",
    "per started calendar day over": "每不足 自然日 超出",
    "day ends at the same time": "日 止于 同一时刻", "when … and": "当 … 且",
    ", late arrival counts as today": ", 下班后到达算 当日",
    ", late arrival counts as next working day": ", 下班后到达算 下个 工作日",
  ]
}

/// Code that is told word by word: words stand between signs and blanks, texts in quotation marks stay.
private struct Retold {
  private let dialect: Dialect
  /// Words and what stands between them, in turn; the first is a word, which can be empty.
  private var parts: [String] = [""]
  private(set) var text = ""

  init(_ code: String, _ dialect: Dialect) {
    self.dialect = dialect
    cut(code)
    var index = 0
    while index < parts.count {
      let (count, told) = phrase(at: index) ?? (1, word(at: index))
      text += told
      index += 2 * count - 1
      if index < parts.count { text += parts[index] }
      index += 1
    }
  }

  private mutating func cut(_ code: String) {
    var isQuoted = false
    for character in code {
      let isSign =
        !(character.isLetter || character.isNumber || character == "_" || character == Wording.mark)
      if (isQuoted || isSign) == parts.count.isMultiple(of: 2) {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
      if character == "\"" { isQuoted.toggle() }
    }
  }

  /// The word that stands some words behind another, where only blanks lie between them.
  private func word(_ count: Int, behind index: Int) -> String? {
    let place = index + 2 * count
    guard place < parts.count, stride(from: index + 1, to: place, by: 2).allSatisfy({ parts[$0] == " " })
    else { return nil }
    return parts[place]
  }

  /// The longest phrase that begins at a word.
  private func phrase(at index: Int) -> (count: Int, text: String)? {
    for row in Self.phrases {
      let isHere = row.words.enumerated().allSatisfy { count, keyword in
        let word = word(count, behind: index)
        return (word == "days" ? "day" : word) == KeywordTable.spelling(of: keyword, in: .english)
      }
      guard isHere, let text = row.spelling(in: dialect) else { continue }
      return (row.words.count, (row.words.last == .day && hasNumber(before: index) ? "个" : "") + text)
    }
    return nil
  }

  private static let phrases = KeywordTable.phrases.sorted { $0.words.count > $1.words.count }

  private func hasNumber(before index: Int) -> Bool {
    guard index >= 2, parts[index - 1] == " ", let first = parts[index - 2].first else { return false }
    return first.isNumber || first == Wording.mark
  }

  private func word(at index: Int) -> String {
    let word = parts[index]
    let isCounted = hasNumber(before: index)
    if let unit = UnitTable.units(of: .english)[word], isCounted || index == 0,
      let row = UnitTable.rows.first(where: { $0.unit == unit })
    {
      return row.spelling(in: dialect, behind: isCounted ? parts[index - 2] : nil)
    }
    if let keyword = KeywordTable.words(of: .english)[word]?.first {
      return KeywordTable.spelling(of: keyword, in: dialect)
    }
    if let weekday = WeekdayTable.rows.first(where: { $0.english.contains(word) }) {
      return weekday.spellings(in: dialect).first ?? word
    }
    return BuiltInNames.word(for: word, in: dialect) ?? word
  }
}
