/// Readings of verdicts by which an exclusion could hurt the provider; codes P0750 to P0759.
package enum PolarityFact: Hashable, Sendable {
  /// Excusing a target could raise what another declaration owes.
  case raises(target: String, reader: String)
  /// Excusing a target could turn another one from met into breached.
  case breaches(target: String, reader: String)
  /// Excusing a target could grant a right.
  case grants(target: String, reader: String)
  /// Money is owed for an excused target as for a breached one.
  case noRelief(target: String, reader: String)
  /// Money is owed although every target that it reads is met.
  case whileMet(target: String, reader: String)
  /// Excusing something could make another one of several windows that overlap the one that pays, and pay
  /// more.
  case movesWindow(reader: String)
}

extension PolarityFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .raises: DiagnosticCode(750, "exclusion-raises")
    case .breaches: DiagnosticCode(751, "exclusion-breaches")
    case .noRelief: DiagnosticCode(752, "exclusion-without-relief")
    case .movesWindow: DiagnosticCode(753, "exclusion-moves-window")
    case .whileMet: DiagnosticCode(755, "owed-while-met")
    case .grants: DiagnosticCode(754, "exclusion-grants")
    }
  }

  /// The policy says something certain, but hardly what its author wants.
  package var severity: Severity { .warning }
}
