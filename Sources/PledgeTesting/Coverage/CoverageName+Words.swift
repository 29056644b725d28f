import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax

extension CoverageName {
  /// The name in a language.
  package func words(in language: MessageLanguage) -> String {
    switch language {
    case .english: text
    case .chinese: chineseWords.text(in: .chinese)
    }
  }

  /// The name as the title of a test in a policy of a dialect.
  package func title(in dialect: Dialect) -> String {
    switch dialect {
    case .english: text
    case .chinese: chineseWords.text(in: .chinese)
    }
  }

  private var chineseWords: Wording {
    switch self {
    case .verdict(let target, let verdict): "`\(target)` \(Self.told(verdict.word))"
    case .pause(let span, let target): "`\(span)` 挂起 `\(target)`"
    case .row(let number, let table, let text): "\(Self.chineseOwner(table))第 \(number) 行：`\(text)`"
    case .branch(let value, let condition?): "`\(condition)` 时取 `\(value)`"
    case .branch(let value, nil): "其他情况取 `\(value)`"
    case .exclusion(let name): "免责情形 `\(name)` 起作用"
    case .owed(let refund): "`\(refund)` 应付"
    case .capReached(let refund): "`\(refund)` 达到封顶"
    case .lapsed(let refund): "`\(refund)` 申领过晚或没有申领"
    case .belowMinimum(let refund): "`\(refund)` 低于起付额"
    case .sharedCapReached(let refunds):
      Wording.joined(refunds.map { "`\($0)`" }, by: "、") + "达到共用的封顶"
    case .granted(let right): "`\(right)` 得以授予"
    case .step(let number, let escalation, let state):
      "`\(escalation)` 的步骤 \(number) \(Self.told(state.word))"
    case .boundary(let threshold, let side, let unit):
      switch side {
      case .below: "\(threshold.chineseWords)：低 \(unit)"
      case .at: "\(threshold.chineseWords)：恰好等于"
      case .above: "\(threshold.chineseWords)：高 \(unit)"
      }
    }
  }

  /// A verdict or a state, as policies in Chinese write it.
  private static func told(_ word: String) -> Wording {
    Wording(given: MessageCode.told(word, in: .chinese))
  }

  fileprivate static func chineseOwner(_ table: String?) -> Wording { table.map { "`\($0)`" } ?? "此表" }
}

extension CoverageName.ThresholdName {
  fileprivate var chineseWords: Wording {
    switch self {
    case .comparison(let text): "`\(text)`"
    case .cell(let subject, let figure, let table):
      "\(CoverageName.chineseOwner(table))中 `\(subject)` 在 `\(figure)` 处"
    case .limit(let target, let figure): "`\(target)` 在 `\(figure)` 处"
    }
  }
}
