extension TestFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .noExpectation: FactWords("此测试没有期望", hint: "加一行，如 `expect TARGET met`")
    case .noTimeline: FactWords("此测试没有事件", hint: "加一行，如 `2026-03-02 10:00 reported`")
    case .missingField(let name):
      FactWords(
        "测试没有给出 `\(name)`", hint: "加到 `given`，或将字段声明为 `optional` 或带默认值")
    case .missingColumns(let names, let register):
      FactWords(
        "`\(register)` 的这些行没有给出 \(ChineseList.and(names))", label: "这样的文件不会被读取",
        hint: "补上缺少的内容；列也可以声明为 `optional` 或带默认值")
    case .missingAttributes(let names, let event):
      FactWords(
        "`\(event)` 没有写出 \(ChineseList.and(names))", label: "这样的工单不会被接受",
        hint: "写 `with \(names.first ?? "") …`，或将其声明为 `optional` 或带默认值")
    case .relativeWithoutStart:
      FactWords("前面没有可以相对的时刻", hint: "给第一个事件写日期和时间")
    case .unknownOutcome(let word, let known, let suggestion):
      FactWords(
        "`\(word)` 不是结果；结果可以是\(Term.anyOf(known).chineseWords)",
        hint: suggestion.map { "是否要写 `\(code: $0)`？" })
    case .wrongFigure(let figure, let subject):
      FactWords("\(subject.chineseWords)没有 `\(code: figure)`")
    case .eventTwice(let event):
      FactWords(
        "`\(event)` 声明为 `once`，却发生了两次", hint: "这样的工单不会被接受：删除其中一个")
    case .asOfBeforeAll:
      FactWords("到这一时刻，测试中还什么都没有发生", hint: "写更晚的时刻，或去掉其后的内容")
    case .asOfFarAhead(let years):
      FactWords("这一时刻比测试的最后一个事件晚 \(years) 年以上", hint: "其间的每个周期都要判定：写更早的时刻")
    case .duplicateKey(let key): FactWords("键 `\(key)` 写了两次")
    case .rowsOverlap(let key):
      FactWords(
        "`\(key)` 的两行在同一时间都有效", hint: "日期 `valid_to` 是一行的最后一天，下一行从次日开始")
    case .whichTicket: FactWords("测试有多张工单", hint: "用 `of \"ID\"` 写明是哪一张")
    case .whichStep(let escalation):
      FactWords(
        "期望没有写明是 `\(escalation)` 的哪个步骤",
        hint: "写 `expect \(escalation) step 1 …`：步骤按书写顺序编号")
    case .unknownStep(let escalation, let step, let steps):
      FactWords("`\(escalation)` 没有步骤 \(step)", label: "它的步骤是 1 到 \(steps)")
    case .whichRepetition(let step, let isRepeated):
      isRepeated
        ? FactWords(
          "步骤 \(step) 会重复，期望须写明是哪一次", hint: "第一次写 `step \(step).1`")
        : FactWords("步骤 \(step) 只有一次", hint: "写 `step \(step)`")
    case .ticketTwice(let id):
      FactWords(
        "测试中有两张工单都叫 \"\(id)\"", label: "第二张",
        hint: "期望 `of \"\(id)\"` 可能指任何一张：给其中一张另一个编号")
    case .refusedAndDecided:
      FactWords("被拒收的内容不作裁定", hint: "只期望其中一种，或写两张工单")
    case .refusedWithoutReason:
      FactWords(
        "没有写明为何拒收",
        hint: "写出字段、事件或消息代码：`refused because level`、`refused because P0102`")
    case .unknownTicket(let id): FactWords("测试没有工单 \"\(id)\"")
    }
  }
}
