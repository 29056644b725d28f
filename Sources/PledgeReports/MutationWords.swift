import PledgeDiagnostics
import PledgeTesting

/// What kinds of mistakes do, in a language. Their names are the same in every one, as options name them.
package enum MutationWords {
  /// What a kind does, as a list of kinds says it.
  package static func summary(_ operation: MutationOperator, in language: MessageLanguage) -> String {
    switch language {
    case .english: operation.summary
    case .chinese: chinese[operation.name]?.text(in: .chinese) ?? operation.summary
    }
  }

  /// How a report calls a kind: by its name, and where that is no word of the language also by what it does.
  static func title(_ name: String, in language: MessageLanguage) -> String {
    switch language {
    case .english: name
    case .chinese: chinese[name].map { "\(name)（\($0.text(in: .chinese))）" } ?? name
    }
  }

  /// Why a mistake changes nothing.
  static func reason(_ reason: EquivalenceReason, in language: MessageLanguage) -> String {
    switch language {
    case .english: return reason.sentence
    case .chinese:
      let words: Wording =
        switch reason {
        case .sameWords: "只是换了一种说法"
        case .sameTable: "该表在每种情形下结果相同，取值缺失时也一样"
        case .writtenDefault: "不写这一行也是如此"
        case .sameEdge: "在边界上两个分支结果相同"
        case .workingDatesOnly: "该日历只用到工作日，而工作日相同"
        case .dayUnread: "没有按该日历的工作日计数"
        case .laterClaim: "权利本身不晚于申请期限结束"
        case .samePeriods: "这段时间内开始的周期数相同，每个周期都整段评判"
        }
      return words.text(in: .chinese)
    }
  }

  private static let chinese: [String: Wording] = [
    "figure-up": "数值增大一个最小单位", "figure-down": "数值减小一个最小单位",
    "time-moved": "钟点移动一分钟",
    "days-exchanged": "自然日与工作日互换", "share-of-dropped": "去掉比例的基数",
    "comparison-edge": "比较改变是否含边界：`<=` 改为 `<`", "comparison-turned": "比较反向：`<` 改为 `>`",
    "bound-edge": "限额改变是否含边界：`at most` 改为 `under`",
    "cell-edge": "单元格改变是否含边界：`at most` 改为 `under`",
    "equality-negated": "取反：`is` 改为 `is not`",
    "membership-negated": "取反：`in` 改为 `not in`", "order-turned": "`before` 与 `after` 互换",
    "and-or": "`and` 与 `or` 互换", "not-dropped": "去掉 `not`", "condition-dropped": "去掉条件",
    "filter-dropped": "去掉 `where` 及其条件", "operand-dropped": "去掉条件的一部分",
    "branches-exchanged": "`then` 与 `else` 之后的内容互换", "case-dropped": "去掉 `first of` 的一种情形",
    "truth-turned": "`yes` 与 `no` 互换", "member-exchanged": "换成枚举的另一个成员",
    "verdict-turned": "`met` 与 `breached` 互换", "calendar-exchanged": "换成另一个日历",
    "calendar-dropped": "全部时间都计入", "hours-dropped": "去掉日历的一行", "pause-dropped": "去掉一项挂起",
    "exclusion-dropped": "去掉一项免责", "general-exclusion-dropped": "去掉所有目标的一项免责",
    "extension-dropped": "去掉顺延", "roll-dropped": "期限不再移至工作日",
    "event-exchanged": "换成另一个事件",
    "span-exchanged": "换成另一个时段", "event-dropped": "去掉多个事件之一",
    "occurrence-exchanged": "换成另一次发生：首次换成末次，第 3 次换成第 2 次",
    "length-dropped": "去掉时段的长度条件", "allowance-dropped": "去掉允许时长的上限",
    "cycle-dropped": "各轮次合并判定", "day-end-exchanged": "工作日在另一时间结束",
    "period-exchanged": "换成另一种周期：月换成季度", "measure-exchanged": "换成相近的指标：总时长换成最长",
    "measure-rule-dropped": "去掉指标的一条规则", "frame-line-dropped": "去掉周期或计数的取法",
    "row-dropped": "去掉表的一行", "tiers-exchanged": "相邻两行的结果互换",
    "cell-widened": "单元格改为任意值",
    "cell-item-dropped": "去掉单元格多个值之一", "cap-dropped": "去掉封顶", "minimum-dropped": "去掉起付额",
    "minimum-edge": "起付额改变是否含边界", "claim-dropped": "无须申领即应付",
    "use-window-dropped": "权利随时可行使", "rounding-dropped": "按币种舍入",
    "rounding-exchanged": "换成另一种舍入",
    "unit-rounding-exchanged": "不足一个单位按一个付，或满一个单位按实际付",
    "combination-exchanged": "换成另一种合并方式", "combined-item-dropped": "去掉被合并的一项赔付",
    "payee-dropped": "去掉多个收款方之一", "rate-exchanged": "逐日的费率与整段的费率互换",
    "sign-turned": "`+` 与 `minus`、`*` 与 `/` 互换",
    "extreme-exchanged": "`min` 与 `max`、`earliest` 与 `latest` 互换",
    "field-exchanged": "换成同类型的另一个字段", "step-dropped": "去掉一个步骤",
    "step-condition-dropped": "步骤不再有条件", "evidence-dropped": "步骤不再要求佐证",
    "recipient-dropped": "去掉多个接收者之一", "step-repeated-once": "重复的步骤只做一次",
  ]
}
