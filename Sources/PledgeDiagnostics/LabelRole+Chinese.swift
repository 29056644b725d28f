extension LabelRole {
  /// The label in Chinese.
  var chineseWords: Wording {
    switch self {
    case .openedHere: "在此处开始"
    case .declaredHere(let name): "`\(name)` 在此处声明"
    case .firstGivenHere: "首次写在此处"
    case .requiredBy(let what): "此处需要\(what.chineseWords)"
    case .usedHere(let file): "此处引用 \(file)"
    case .operand(let what): "这是\(what.chineseWords)"
    case .version(let name): "版本 `\(name)`"
    case .takenFrom: "取自此处"
    case .rowBelow: "更小的值由这一行处理"
    case .rowAbove: "更大的值由这一行处理"
    case .rowThatTakes(let isOnly): isOnly ? "它的情形都由这一行处理" : "它的部分情形由这一行处理"
    case .rowOfTheSame: "这一行的内容相同"
    case .clock(let target): "`\(target)` 的计时在此处"
    case .payment(let refund): "`\(refund)` 在此处支付"
    case .rowThatSays(let value): "这一行的结果是\(value.chineseWords)"
    case .condition(let owner): "`\(owner)` 还须满足此条件"
    case .conditionAbove: "先判断这一分支"
    case .firstUse(let name): "`\(name)` 写在此处"
    case .clause(let clause): "`\(code: clause)` 写在此处"
    case .begins: "从此处开始"
    case .ends: "到此处结束"
    case .comesFrom(let what): "\(what.chineseWords)来自此处"
    }
  }
}
