import PledgeDiagnostics
import PledgePolicy

extension ParameterSetting {
  /// How a value of a type is written, in Chinese.
  package static func chineseExample(_ type: ExpressionType) -> Wording {
    switch type {
    case .truth: "yes 或 no"
    case .integer: "整数，如 3"
    case .decimal: "数，如 2.5"
    case .percent: "百分比，如 5%"
    case .money(let currency): "金额，如 12.50 \(currency.code)"
    case .duration: "时长，如 1 h 30 min"
    case .calendarLength: "历法时长，如 2 months 或 5 calendar days"
    case .workingLength: "工作日数，如 2 working days"
    case .instant: "时刻，如 2026-03-02T10:00:00+08:00"
    case .date: "日期，如 2026-03-02"
    case .timeOfDay: "钟点，如 16:00"
    case .text, .key: "文本"
    case .choice(let members): "\(members.joined(separator: "、")) 之一"
    }
  }
}
