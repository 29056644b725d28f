extension SyntaxFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .missingEdition: FactWords("文件没有写明语言版次", hint: "文件第一行写 `pledge 1`")
    case .unknownEdition(let found, let known):
      FactWords(
        "不认识版次 `\(found)`", label: "本工具读版次 \(known)",
        hint: "写 `pledge \(known)`，或换用支持新版次的工具")
    case .unknownDialect(let found, let known):
      FactWords(
        "不认识方言 `\(found)`",
        hint: known.isEmpty
          ? "去掉它：本工具只读英文策略" : "英文策略不写方言；其他方言：\(ChineseList.or(known))")
    case .expected(let expectation, let found):
      FactWords(
        "此处应为\(expectation.chineseWords)，实际是\(found.chineseWords)",
        label: "应为\(expectation.chineseWords)", hint: expectation.chineseHint)
    case .unexpected(let found, let suggestion):
      FactWords(
        "\(found.chineseWords)不能写在此处",
        hint: suggestion.map { "是否要写 `\($0)`？" } ?? "新的子句另起一行，或写在 `;` 之后")
    case .misplacedCondition:
      FactWords(
        "`where` 不能写在此处",
        hint: "登记表的时间窗由免责情形选择：`during works where …`；时段用工单的条件缩小：`and during …`")
    case .repeated(let text): FactWords("`\(text)` 在此处写了两次", hint: "删除其中一个")
    case .missingClose(let bracket):
      FactWords("缺少右括号 `\(bracket)`", label: "此前应有 `\(bracket)`")
    case .strayClose(let bracket):
      FactWords("`\(bracket)` 没有对应的左括号", hint: "删除它，或补上左括号")
    case .unknownDeclaration(let found, let suggestion):
      FactWords(
        "`\(found)` 不能作为声明的开头", hint: suggestion.map { Suggestion.chineseHint($0, for: found) })
    case .unknownClause(let found, let block, let suggestion):
      FactWords(
        "`\(found)` 不能作为\(block.chineseWords)中一行的开头",
        hint: suggestion.map { Suggestion.chineseHint($0, for: found) })
    case .chainedComparison: FactWords("连续写了两个比较", hint: "用 `and` 连接")
    case .reservedWord(let word):
      FactWords("`\(word)` 是语言的保留字，不能作名称", hint: "写在反引号中，或换一个名称")
    case .foreign(let found, let instead):
      FactWords(
        "`\(found)` 在此处没有含义",
        hint: instead.map { "写 \(ChineseList.alternatives($0))" } ?? "去掉它")
    case .tightMinus: FactWords("两个值之间的减号两侧都要有空格", hint: "只有负号紧贴其数字")
    case .nestingTooDeep(let limit): FactWords("嵌套超过 \(limit) 层", hint: "用 `let` 给内层部分命名")
    case .tooManyMessages(let limit): FactWords("本文件的错误超过 \(limit) 个，其余不再报告")
    }
  }
}

extension Expectation {
  /// What was expected, in Chinese.
  var chineseWords: Wording {
    switch self {
    case .name: "名称"
    case .text: "引号中的文本"
    case .number: "数"
    case .unit: "单位或币种"
    case .literal: "带单位的数、日期、钟点或文本"
    case .value: "值"
    case .expression: "表达式"
    case .word: "词"
    case .date: "日期"
    case .time: "钟点"
    case .days: "星期或日期"
    case .event: "事件"
    case .fieldType: "类型、`one of` 或 `key of`"
    case .endOfLine: "行尾"
    case .endOfRow: "表行的结尾"
    case .oneOf(let words), .sideOfLength(let words): ChineseList.or(words)
    case .testLine: "设置、带事件的时刻或 `expect`"
    }
  }

  /// What can be written, where the headline does not say it, in Chinese.
  var chineseHint: Wording? {
    switch self {
    case .unit:
      "单位有 `s`、`min`、`h`、`calendar days`、`working days`、`weeks`、`months`、`quarters` 和 "
        + "`years`；币种写代码，如 `CNY`"
    case .time: "钟点写作 `9:00` 或 `17:30`"
    case .date: "日期写作 `2026-03-02`"
    case .sideOfLength: "写明从何时算起：`within 24 h after reported`"
    case .name, .text, .number, .literal, .value, .expression, .word, .days, .event, .fieldType, .endOfLine,
      .endOfRow, .oneOf, .testLine:
      nil
    }
  }
}

extension FoundToken {
  /// What was found, in Chinese.
  var chineseWords: Wording {
    switch self {
    case .text(let text): "`\(text)`"
    case .endOfLine: "行尾"
    case .endOfFile: "文件结尾"
    }
  }
}

extension BlockName {
  /// The block, in Chinese.
  var chineseWords: Wording {
    switch self {
    case .policy: "策略块"
    case .calendar: "日历"
    case .exclusion: "免责情形"
    case .target: "目标"
    case .refund: "赔付"
    case .right: "权利"
    case .escalation: "升级"
    case .test: "测试"
    }
  }
}
