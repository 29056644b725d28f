extension ClauseFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .missing(let clause, let owner): ClauseFact.chineseMissing(clause, owner)
    case .repeated(let clause):
      FactWords("`\(code: clause)` 写了两次", label: "第二次", hint: "只保留一个")
    case .secondBound:
      FactWords("一个目标只有一个限额", label: "第二个限额", hint: "只保留一个，或另写一个目标")
    case .secondLength(let first, let second):
      FactWords("`\(second)` 之前的 `\(first)` 已经写明长度", label: "第二个长度", hint: "只保留一个")
    case .conflict(let first, let second, let advice):
      FactWords("`\(code: first)` 不能与 `\(code: second)` 同用", hint: advice.chineseWords)
    case .noPolicy:
      FactWords(
        "文件没有 `policy` 块",
        hint: "文件开头写 `policy \"TITLE\" { id NAME; timezone Asia/Shanghai; currency CNY }`")
    case .secondBlock(let word):
      FactWords("第二个 `\(code: word)` 块", hint: "一个策略只有一个：把各行合在一起")
    case .unknownWord(let word, let known, let suggestion):
      FactWords(
        "`\(word)` 不是 \(ChineseList.orCode(known))",
        hint: suggestion.map { Suggestion.chineseHint($0, for: word) })
    case .unknownZone(let name):
      FactWords("没有时区 `\(name)`", hint: "例如 `Asia/Shanghai`、`Europe/Berlin` 或 `UTC`")
    case .zoneDataMissing(let reason):
      FactWords("不能读取时区：\(ChineseReason.of(reason))", hint: "安装软件包 `tzdata`")
    case .notPositive(let what): FactWords("\(what.chineseWords)必须大于零")
    case .negative(let what): FactWords("\(what.chineseWords)不能小于零")
    case .emptySpan: FactWords("两者之间没有时间：第二个不晚于第一个", hint: "让结束晚于开始")
    case .neverHolds(let owner):
      FactWords(
        "`\(owner)` 从不适用：此条件永不成立",
        hint: "一个值同时只能是一种：检查各值，以及该写 `or` 处是否写成了 `and`")
    case .neverForTarget(let owner, let target):
      FactWords(
        "`\(owner)` 从不适用于 `\(target)`", label: "对它的工单，此条件永不成立",
        hint: "检查这两个条件，或改写其他目标")
    case .alwaysHolds(let mayBeMissing):
      FactWords(
        "此条件总是成立", label: mayBeMissing ? "只要值已知，无论是什么" : "无论值是什么",
        hint: "检查它应当区分什么：要同时排除 `a` 和 `b`，写 `not in a, b`")
    case .neverInForce(let owner, let effective):
      FactWords(
        "`\(owner)` 从不适用：策略生效时这些时间已经过去", label: "策略自 \(effective) 起生效",
        hint: "检查日期，或留给当时生效的版本")
    case .capNeverBinds(let refund, let most):
      FactWords(
        "此封顶从不起作用：`\(refund)` 最多支付\(most.chineseWords)", hint: "检查两个数值，或删除封顶")
    case .capAlwaysBinds(let refund, let least):
      FactWords(
        "此封顶总是起作用：`\(refund)` 至少支付\(least.chineseWords)",
        hint: "检查两个数值：`pay` 之后的内容从不起作用")
    case .pausedFromStart(let pause, let target, let isForGood):
      isForGood
        ? FactWords(
          "`\(pause)` 在全部时间内挂起 `\(target)`：从不计时",
          label: "它与计时同时开始，且不早于计时结束", hint: "让挂起在另一个事件时开始或结束")
        : FactWords(
          "`\(pause)` 从一开始就挂起 `\(target)`：挂起不结束就从不计时",
          label: "它与计时同时开始", hint: "让计时从结束挂起的事件开始，或让挂起晚些开始")
    case .excludesAll(let exclusion, let target):
      FactWords(
        "`\(exclusion)` 扣除 `\(target)` 的全部时间：从不计时",
        label: "它与计时同时开始，且不早于计时结束", hint: "让免责在另一个事件时开始或结束")
    case .boundAlwaysMet: FactWords("任何值都满足此限额", hint: ClauseFact.chineseRange)
    case .boundNeverMet: FactWords("没有值能满足此限额", hint: ClauseFact.chineseRange)
    case .zero(.breachedAtOnce):
      FactWords("此限额为零：只要有计入时间就违约", hint: "写承诺的限额")
    case .zero(.nothingPaid): FactWords("此处为零：永远不会支付", hint: "写金额，或删除这一行")
    case .idleBranch: FactWords("此分支从不适用", hint: "检查它和上面各分支的条件，或删除它")
    case .flatRate:
      FactWords("此费率每天相同", hint: "按 `over` 写成费率表，或去掉 `over` 之后的内容")
    case .rateOfDelay:
      FactWords("费率只能拿延误与写明的界限比较", hint: "写一张按 `over` 的表，单元格用支付所按的单位")
    case .rateWithoutUnit:
      FactWords(
        "没有写明此费率按哪种天",
        hint: "加 `per started calendar day over`，或表的单元格用自然日或工作日")
    case .combinedTwice(let refund, let other):
      FactWords("`\(refund)` 已经并入 `\(other)`", hint: "一项赔付只付一次：在一处合并全部")
    case .combinedUnlike(let first, let other, let what):
      FactWords("`\(first)` 与 `\(other)` 不能合并赔付：\(what.chineseWords)不同")
    case .combinedScopes(let first, let other):
      FactWords(
        "`\(first)` 与 `\(other)` 不能合并赔付：应付的对象不同",
        hint: "两处写相同的 `per` 和周期，或共同封顶：`cap … across \(first), \(other)`")
    case .capsDoNotNest:
      FactWords(
        "此封顶与另一项封顶有共同的赔付项，却互不包含",
        hint: "封顶由内向外计算：让其中一项包含另一项的所有键，且周期包含另一项的周期")
    case .outOfOrder(let clause, let behind):
      FactWords(
        "`\(code: clause)` 写在 `\(code: behind)` 之后，却先于它计算",
        hint: "把 `\(code: clause)` 写在 `\(code: behind)` 之上：先舍入，再封顶，最后看起付额")
    case .clauseElsewhere(let clause, let owner, let advice):
      FactWords("`\(code: clause)` 不能写在\(owner.chineseWords)里", hint: advice.chineseWords)
    case .defaultOfOptional:
      FactWords("有默认值的字段不会缺失", hint: "去掉 `optional`，或去掉默认值")
    }
  }

  private static let chineseRange: Wording = "可用率和占比在 0% 到 100% 之间，次数和时间不小于零"

  /// A clause that is missing, with what can stand in its place.
  private static func chineseMissing(_ clause: String, _ owner: Term) -> FactWords {
    let name = owner.chineseWords
    return switch clause {
    case "within":
      FactWords("\(name)没有限额", hint: "加一行，如 `within 4 h`、`under 4 h`，或用 `by` 写时刻")
    case "at least":
      FactWords("\(name)没有限额", hint: "加一行 `at least`、`at most`、`under` 或 `more than`")
    case "clock": FactWords("\(name)没有 `clock`", hint: "加一行，如 `clock from reported until restored`")
    case "from":
      FactWords(
        "\(name)没有 `from`", hint: "写明第一期从何时开始：`each 2 weeks from 2026-01-05`，或从键的某一时刻开始")
    case "when" where owner.isExclusion:
      FactWords("\(name)没有写明免除什么", hint: "加 `when` 和工单的条件，或加 `during` 和不计入的时间")
    case let other: FactWords("\(name)没有 `\(code: other)`", hint: "加以 `\(code: other)` 开头的一行")
    }
  }
}
