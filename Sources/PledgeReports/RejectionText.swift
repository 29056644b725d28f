import PledgeDiagnostics
import PledgeReadings

/// Records that were not read, for people.
package enum RejectionText {
  /// `file:line:column: field: reason`, as a message names it.
  package static func message(_ rejection: Rejection, in language: MessageLanguage = .english) -> String {
    let column = rejection.column.map { ":\($0)" } ?? ""
    let colon = Phrase.colon.text(in: language)
    let ticket = rejection.ticket.map { Phrase.ticketNamed($0).text(in: language) + colon } ?? ""
    let field = rejection.field.map { "`\($0)`" + colon } ?? ""
    let place = "\(rejection.file):\(rejection.line)\(column)"
    return PrintableText.of(place + colon + ticket + field + reason(rejection.reason, in: language))
  }

  /// What the reasons of a code have in common, for counts.
  static func kind(_ code: String, in language: MessageLanguage) -> String {
    switch language {
    case .english: code
    case .chinese: kinds[code] ?? code
    }
  }

  private static func reason(_ reason: Rejection.Reason, in language: MessageLanguage) -> String {
    switch language {
    case .english: reason.text
    case .chinese: chinese(reason).text(in: .chinese)
    }
  }

  private static func chinese(_ reason: Rejection.Reason) -> Wording {
    switch reason {
    case .malformed(let format, let detail): "\(format.title) 格式错误：\(told(detail))"
    case .invalidText: "字节不是所写字符集的文本"
    case .tooLarge(let what, let limit): "\(told(what))超过上限 \(limit)"
    case .notARecord(let found): "应为带字段的记录，实际是\(told(found))"
    case .ragged(let expected, let found): "此行有 \(found) 个单元格，表头有 \(expected) 个"
    case .missing: "缺少必填值"
    case .twice: "字段写了两次"
    case .wrongType(let expected, let found): "应为\(told(expected))，实际是\(told(found))"
    case .impossible(let expected, let text): "没有 `\(text)` 这个\(told(expected))"
    case .unknownMember(let text, let members):
      "`\(text)` 不是 \(members.map { "`\($0)`" }.joined(separator: "、")) 之一"
    case .otherCurrency(let text, let expected): "`\(text)` 不是 \(expected) 金额"
    case .numberTooLarge(let text): "数 `\(text)` 太大"
    case .timeWithoutZone(let text): "时间 `\(text)` 没有时差，也没有为这类时间声明时区"
    case .tooFine(let text): "时间 `\(text)` 的秒超过六位小数"
    case .leapSecond(let text): "时间 `\(text)` 有第 60 秒"
    case .unknownEvent(let text): "事件 `\(text)` 不在词汇表中"
    case .eventTwice(let event): "事件 `\(event)` 声明为 `once`，却出现两次"
    case .duplicateTicket: "前面已有相同编号的工单"
    }
  }

  /// A part of a reason in Chinese; one that is not known, such as a value as it was read, stays as it is.
  private static func told(_ part: String) -> Wording {
    if let whole = parts[part] { return whole }
    let halves = part.split(separator: " such as ", maxSplits: 1)
    if halves.count == 2, let whole = parts[String(halves[0])] { return "\(whole)（如 \(halves[1])）" }
    for (beginning, chinese) in beginnings where part.hasPrefix(beginning) {
      return "\(chinese)\(String(part.dropFirst(beginning.count)))"
    }
    return Wording(given: part)
  }

  private static let kinds: [String: String] = [
    "malformed": "格式错误", "invalid-text": "字符集错误", "too-large": "超过上限",
    "not-a-record": "不是记录", "ragged-row": "单元格数与表头不符", "missing-value": "缺少必填值",
    "field-twice": "字段写了两次", "wrong-type": "类型不符", "impossible-value": "不存在的日期或时间",
    "unknown-member": "枚举没有的值", "other-currency": "币种不符", "number-too-large": "数太大",
    "time-without-zone": "时间没有时区", "too-many-second-digits": "秒的小数位过多",
    "leap-second": "第 60 秒", "unknown-event": "未知的事件", "event-twice": "只发生一次的事件出现两次",
    "duplicate-ticket": "工单编号重复",
  ]

  private static let beginnings: [(String, Wording)] = [
    ("the date `", "日期 `"), ("the time `", "时间 `"), ("an amount in ", "金额，币种 "),
    ("there is no list at ", "此处没有列表："), ("there is no list of records at ", "此处没有记录列表："),
  ]

  private static let parts: [String: Wording] = [
    "nothing": "空", "a text": "文本", "a number": "数", "a truth value": "真假值",
    "a list or an object": "列表或对象",
    "a whole number": "整数", "a percentage": "百分比", "a duration": "时长", "a time": "时间",
    "a date": "日期",
    "one of the declared values": "已声明的值之一", "the key of a register": "登记表的键",
    "time": "时间", "date": "日期",
    "an id": "编号", "a list of events": "事件列表", "an event with a time and a type": "带时间和类型的事件",
    "another value": "其他值", "the fields that an event changes": "事件所变更的字段",
    "the name of an event": "事件名称", "true, false, yes, no, 1 or 0": "true、false、yes、no、1 或 0",
    "a number without %": "不带 % 的数", "a nesting": "嵌套", "a record of more bytes": "记录的字节数",
    "a text of more nodes": "文本的节点数", "anchored text of more bytes": "锚点文本的字节数",
    "something stands behind the record": "记录之后还有内容", "the file is empty": "文件为空",
    "the text ends inside the list of records": "文本在记录列表中结束",
    "a character that cannot stand here": "此处不能有此字符",
    "a string that is not closed, or a control character in it": "字符串没有结束，或其中有控制字符",
    "an escape that JSON does not have": "JSON 没有的转义", "half of a surrogate pair": "半个代理对",
    "a number that is not written as JSON writes it": "不符合 JSON 写法的数",
    "the text ends too early": "文本过早结束",
  ]
}
