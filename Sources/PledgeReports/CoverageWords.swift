import PledgeDiagnostics
import PledgeTesting

extension CoverageItem.Kind {
  /// What items of the kind are, in a language.
  func word(in language: MessageLanguage) -> String {
    switch language {
    case .english: rawValue
    case .chinese: chineseWord
    }
  }

  private var chineseWord: String {
    switch self {
    case .targets: "目标"
    case .rows: "表行"
    case .branches: "分支"
    case .exclusions: "免责情形"
    case .pauses: "挂起"
    case .refunds: "赔付"
    case .rights: "权利"
    case .steps: "步骤"
    case .boundaries: "边界"
    }
  }
}
