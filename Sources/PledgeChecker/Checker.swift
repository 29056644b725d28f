import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

/// What a check needs from outside: it never touches a disk itself.
package struct CheckerEnvironment {
  /// The zone of a name of the tz database.
  package var zone: (_ name: String) -> ZoneAnswer
  /// The holidays in a file, whose path is written in the policy file `from`.
  package var holidays: (_ path: String, _ from: String) -> HolidayAnswer

  package init(
    zone: @escaping (_ name: String) -> ZoneAnswer,
    holidays: @escaping (_ path: String, _ from: String) -> HolidayAnswer
  ) {
    self.zone = zone
    self.holidays = holidays
  }
}

/// What the environment says to the name of a zone.
package enum ZoneAnswer: Sendable {
  case zone(Zone)
  case unknown
  /// The tz database cannot be read, with the reason.
  case unavailable(reason: String)
}

/// What the environment says to the path of a holiday file.
package enum HolidayAnswer: Sendable {
  case list(HolidayList)
  /// It cannot be read, with the reason in words.
  case unreadable(reason: String)
}

/// Holidays and working weekends as a file states them.
package struct HolidayList: Sendable, Hashable {
  /// The dates about which the file speaks; nil where it does not say.
  package var coverage: DateRange?
  package var holidays: [CivilDate]
  /// Dates that are worked although their weekday or a holiday says otherwise.
  package var working: [CivilDate]

  package init(coverage: DateRange?, holidays: [CivilDate], working: [CivilDate]) {
    self.coverage = coverage
    self.holidays = holidays
    self.working = working
  }
}

/// What a check found.
package struct CheckResult {
  /// The policy; nil exactly when an error was found.
  package var policy: Policy?
  /// In the order of the text.
  package var diagnostics: [Diagnostic]

  /// Whether nothing stands in the way of an evaluation.
  package var isSound: Bool { policy != nil }
}

/// Turns a policy's text into a policy, or into messages that say why it is none.
package enum Checker {
  /// Parses and checks one file.
  ///
  /// Never fails and never traps, whatever the text: what is wrong becomes a diagnostic. Linear in the text,
  /// but for tables, whose cases are enumerated up to a limit.
  package static func check(_ file: SourceFile, environment: CheckerEnvironment) -> CheckResult {
    let (tree, syntax) = Parser.parse(file)
    let checking = Checking(file: file, environment: environment)
    checking.check(tree.view)
    let diagnostics = (syntax + checking.diagnostics).sorted { left, right in
      (left.range.start, left.range.end) < (right.range.start, right.range.end)
    }
    let hasError = diagnostics.contains { $0.severity == .error }
    return CheckResult(policy: hasError ? nil : checking.policy, diagnostics: diagnostics)
  }
}
