import PledgeDiagnostics

/// A name that means nothing, among those that could have been meant.
package struct KnownNames: Sendable, Equatable {
  /// What the names are of.
  package enum Sort: String, Sendable, CaseIterable {
    case commands, parameters, registers, targets, fields, columns
  }

  /// The name as it was written.
  package var name: String
  private let known: [String]
  private let sort: Sort

  package init(_ name: String, among known: [String], _ sort: Sort) {
    self.name = name
    self.known = known
    self.sort = sort
  }

  /// The nearest of the known names, else all of them, in English.
  package var englishHint: Wording {
    if let near { return "did you mean `\(near)`?" }
    return known.isEmpty ? "it has no \(sort.rawValue)" : "\(sort.rawValue): \(known.joined(separator: ", "))"
  }

  /// The nearest of the known names, else all of them, in Chinese.
  package var chineseHint: Wording {
    if let near { return "是否要写 `\(near)`？" }
    return known.isEmpty ? "没有\(sort.chinese)" : "\(sort.chinese)有 \(known.joined(separator: "、"))"
  }

  /// The hint in Chinese, and something more behind it.
  package func chineseHint(and more: Wording) -> Wording { chineseHint + (near == nil ? "；" : "") + more }

  private var near: String? { Suggestion.nearest(to: name, among: known) }
}

extension KnownNames.Sort {
  fileprivate var chinese: Wording {
    switch self {
    case .commands: "命令"
    case .parameters: "参数"
    case .registers: "登记表"
    case .targets: "目标"
    case .fields: "字段"
    case .columns: "列"
    }
  }
}
