import PledgeDiagnostics

extension BreakdownResolving {
  /// Why a name cannot be used.
  package enum Fault: Error, Sendable, Equatable {
    /// A text that is not `TARGET=PATH`.
    case noComparison(String)
    /// A target that the policy does not have.
    case unknownTarget(KnownNames)
    /// A field that the policy does not have, and the path that the record could be read by.
    case unknownField(KnownNames, path: String)
    /// A field that the policy does not have, and one like it of whose row a column is asked.
    case unknownKey(String, nearest: String, path: String)
    /// A column of a field that is no key.
    case noKey(field: String, path: String)
    /// A column that a register does not have.
    case unknownColumn(KnownNames, register: String)
  }
}

extension BreakdownResolving.Fault {
  /// The fault in English.
  package var englishWords: FactWords {
    switch self {
    case .noComparison(let text):
      FactWords(
        "`\(text)` is no comparison", hint: "write TARGET=PATH, for example restore=recorded.made_sla")
    case .unknownTarget(let names):
      FactWords("the policy has no target `\(names.name)`", hint: names.englishHint)
    case .unknownField(let names, let path):
      FactWords(
        "the policy has no field `\(names.name)`",
        hint: names.englishHint + " A path of the record is written `.\(path)`")
    case .unknownKey(let name, let nearest, let path):
      FactWords(
        "the policy has no field `\(name)`",
        hint: "did you mean `\(nearest)`? A path of the record is written `.\(path)`")
    case .noKey(let field, let path):
      FactWords(
        "the field `\(field)` is no key of a register, so there is no `\(path)`",
        hint: "a path of the record is written `.\(path)`")
    case .unknownColumn(let names, let register):
      FactWords("register `\(register)` has no column `\(names.name)`", hint: names.englishHint)
    }
  }

  /// The fault in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .noComparison(let text):
      FactWords("`\(text)` 不是比较", hint: "写 TARGET=PATH，如 restore=recorded.made_sla")
    case .unknownTarget(let names): FactWords("策略没有目标 `\(names.name)`", hint: names.chineseHint)
    case .unknownField(let names, let path):
      FactWords("策略没有字段 `\(names.name)`", hint: names.chineseHint(and: "记录中的路径写作 `.\(path)`"))
    case .unknownKey(let name, let nearest, let path):
      FactWords("策略没有字段 `\(name)`", hint: "是否要写 `\(nearest)`？记录中的路径写作 `.\(path)`")
    case .noKey(let field, let path):
      FactWords("字段 `\(field)` 不是登记表的键，因此没有 `\(path)`", hint: "记录中的路径写作 `.\(path)`")
    case .unknownColumn(let names, let register):
      FactWords("登记表 `\(register)` 没有列 `\(names.name)`", hint: names.chineseHint)
    }
  }
}
