import PledgeDiagnostics
import PledgePolicy

/// How a plan's passes and memory are said.
struct PlanWords {
  let language: MessageLanguage

  /// What a pass does.
  func pass(_ pass: HistoryPass) -> String {
    switch language {
    case .english: englishPass(pass)
    case .chinese: chinesePass(pass)
    }
  }

  /// What memory grows with.
  func memory(_ growth: MemoryGrowth) -> String {
    switch language {
    case .english: englishMemory(growth)
    case .chinese: chineseMemory(growth)
    }
  }

  /// A note on versions that run together.
  func note(_ note: VersionPlanReport.Note) -> String {
    switch language {
    case .english: englishNote(note)
    case .chinese: chineseNote(note)
    }
  }
}

extension Stratum {
  /// The word of reports.
  var phrase: Phrase {
    switch self {
    case .registers: .stratumRegisters
    case .spans: .stratumSpans
    case .lets: .stratumLets
    case .exclusions: .stratumExclusions
    case .ticketTargets: .stratumTargets
    case .escalations: .stratumEscalations
    case .periodTargets: .stratumPeriods
    case .refunds: .stratumRefunds
    case .caps: .stratumCaps
    case .rights: .stratumRights
    }
  }
}
