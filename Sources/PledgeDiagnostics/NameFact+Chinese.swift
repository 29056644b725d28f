extension NameFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .unknownName(let name, let suggestion):
      FactWords(
        "`\(name)` 没有声明", label: "本策略没有声明这个名称",
        hint: suggestion.map { Suggestion.chineseHint($0, for: name) })
    case .wrongSort(let name, let found, let asked):
      FactWords(
        "`\(name)` 是\(found.chineseWords)，此处需要\(asked.chineseWords)",
        label: found.chineseWords,
        hint: found == .register && asked == .span ? "给它的窗口命名：`span closed = \(name)`" : nil)
    case .unknownMember(let name, let members, let suggestion):
      FactWords(
        "`\(name)` 不是 \(ChineseList.or(members))",
        hint: suggestion.map { Suggestion.chineseHint($0, for: name) })
    case .unknownColumn(let name, let owner, let columns, let suggestion):
      FactWords(
        "`\(owner)` 没有 `\(name)`", label: "它有 \(ChineseList.and(columns))",
        hint: suggestion.map { Suggestion.chineseHint($0, for: name) })
    case .duplicateName(let name):
      FactWords(
        "`\(name)` 声明了两次", label: "第二次声明", hint: "策略中一个名称只表示一件事：给其中一个改名")
    case .duplicateMember(let name): FactWords("`\(name)` 列了两次", hint: "删除其中一个")
    case .measureAsFunction(let name):
      FactWords(
        "`\(code: name)` 是周期的指标，不是单张工单的值",
        hint: "写一个带 `measure \(code: name) of …` 和 `each month` 的目标，再用 `TARGET.reached` 读取")
    case .unknownFunction(let name, let functions, let suggestion):
      FactWords(
        "没有函数 `\(name)`", label: "函数有 \(ChineseList.andCode(functions))",
        hint: suggestion.map { Suggestion.chineseHint($0, for: name) })
    case .circularDeclarations(let path):
      FactWords(
        "声明之间循环引用：\(path.map { "`\($0)`" }.joined(separator: " → "))",
        hint: "其中一个不能再引用下一个")
    case .unknownType(let name, let types, let suggestion):
      FactWords(
        "没有类型 `\(name)`", label: "字段的类型有 \(ChineseList.orCode(types + ["one of …", "key of …"]))",
        hint: suggestion.map { Suggestion.chineseHint($0, for: name) })
    case .lookAlike(let name, let other, let difference):
      FactWords(
        "`\(name)` 与 `\(other)` 看上去一样，却是两个名称", label: "此处写的是 \(difference)",
        hint: "统一写法，或给其中一个改名")
    case .ambiguousOccurrence(let event):
      FactWords(
        "`\(event)` 可能发生多次，须写明是哪一次",
        hint: "写 `first \(event)` 或 `last \(event)`，或将该事件声明为 `once`")
    }
  }
}
