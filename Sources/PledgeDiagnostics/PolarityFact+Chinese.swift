extension PolarityFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .raises(let target, let reader):
      FactWords(
        "`\(target)` 的免责或挂起可能使 `\(reader)` 应付更多",
        hint: "免责只能减轻责任：让 `\(reader)` 随 `\(target) is breached` 增加，而不是减少")
    case .breaches(let target, let reader):
      FactWords(
        "`\(target)` 的免责或挂起可能使 `\(reader)` 对服务方更不利",
        hint: "免责只能减轻服务方的责任：直接判断事实，不要判断判定")
    case .grants(let target, let reader):
      FactWords(
        "`\(target)` 的免责或挂起可能使 `\(reader)` 得以授予",
        hint: "免责只能减轻责任：在 `\(target) is breached` 时授予 `\(reader)`")
    case .noRelief(let target, let reader):
      FactWords(
        "`\(target)` 已免责时 `\(reader)` 仍然适用", hint: "免责应免除它时，写 `\(target) is breached`")
    case .whileMet(let target, let reader):
      FactWords(
        "`\(target)` 达标时仍要支付 `\(reader)`", label: "此时这也可能成立",
        hint: "只在违约时支付的，加上 `\(target) is breached and …`")
    case .movesWindow(let reader):
      FactWords(
        "免责或挂起可能改变 `\(reader)` 按哪个窗口支付，并使应付额增加",
        hint: "每个窗口都按其结果支付时不会如此：没有 `claim`，也没有按周期的 `cap` 或 `issue`")
    }
  }
}
