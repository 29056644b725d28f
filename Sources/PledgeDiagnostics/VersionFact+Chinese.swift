extension VersionFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .overlap(let earlier, let later, let start):
      FactWords(
        "版本 `\(earlier)` 与 `\(later)` 同时生效",
        hint: start.map { "在版本 `\(earlier)` 的 `effective from` 之后写 `until \($0)` 使其结束" }
          ?? "用 `effective from` 和 `until` 写明各自何时生效")
    case .gap(let earlier, let later, let end, let start):
      FactWords(
        "从 \(end) 到版本 `\(later)` 开始之间没有生效的版本",
        hint: "用 `until \(start)` 结束版本 `\(earlier)`，或让 `\(later)` 更早开始")
    case .validityOfTicket(let version):
      FactWords(
        "版本 `\(version)` 何时生效取决于工单，但还有另一个版本",
        hint: "同一策略的版本按日期区分：写 `effective from 2026-01-01`")
    case .sameVersion(let id, let version):
      FactWords("`\(id)` 的版本 `\(version)` 出现在两个文件中", hint: "每个版本用各自的名称")
    case .governedDifferently(let first, let second):
      FactWords(
        "一个版本依\(Self.chineseGovernor(first))适用，另一个依\(Self.chineseGovernor(second))适用",
        hint: "所有版本写相同的 `governed by`：它决定一张工单适用哪个版本")
    case .currencies(let refund, let first, let second):
      FactWords(
        "`\(refund)` 在一个版本中是 \(first)，在另一个版本中是 \(second)",
        hint: "同名的金额要相加：给其中一个改名")
    }
  }

  private static func chineseGovernor(_ text: String) -> Wording {
    text.isEmpty ? "日志中的第一个事件" : "`\(text)`"
  }
}
