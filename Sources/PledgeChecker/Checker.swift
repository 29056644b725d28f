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
  /// The policy file at a path that is written in the file `from`. The same file is always the same value.
  package var file: (_ path: String, _ from: String) -> FileAnswer

  package init(
    zone: @escaping (_ name: String) -> ZoneAnswer,
    holidays: @escaping (_ path: String, _ from: String) -> HolidayAnswer,
    file: @escaping (_ path: String, _ from: String) -> FileAnswer = { _, _ in
      .unreadable(reason: "no other files can be read here")
    }
  ) {
    self.zone = zone
    self.holidays = holidays
    self.file = file
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

/// What the environment says to the path of a policy file.
package enum FileAnswer: Sendable {
  case file(SourceFile)
  /// It lies outside the folder that nothing may be taken from outside of.
  case outside(root: String)
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
  /// The policy; nil when an error was found, and of a library.
  package var policy: Policy?
  /// In the order of the text, those of the file first, then those of each file that it uses.
  package var diagnostics: [Diagnostic]
  /// Whether the file has no `policy` block: it states parts for others and decides nothing by itself.
  package var isLibrary = false
  /// What tickets have to be for some of the messages to be seen in them.
  package var witnesses: [ProofWitness] = []
  /// The policy as far as it was understood, of which witnesses speak; to be decided by it must be sound.
  package var draft: Policy
  /// The files that it takes from, themselves or through others.
  package var used: [SourceFile] = []

  /// Whether nothing stands in the way of an evaluation.
  package var isSound: Bool { !diagnostics.contains { $0.severity == .error } }
}

/// Turns a policy's text into a policy, or into messages that say why it is none.
package enum Checker {
  /// Parses and checks one file and those that it uses.
  ///
  /// Never fails and never traps, whatever the text: what is wrong becomes a diagnostic. Linear in the text,
  /// but for tables, whose cases are enumerated up to a limit.
  package static func check(_ file: SourceFile, environment: CheckerEnvironment) -> CheckResult {
    let files = UsedFiles(environment)
    let checking = files.check(file)
    let diagnostics = files.diagnostics.sorted { left, right in
      (order(left, file), left.range.start, left.range.end) < (
        order(right, file), right.range.start, right.range.end
      )
    }
    let hasError = diagnostics.contains { $0.severity == .error }
    let policy = hasError || checking.isLibrary ? nil : checking.policy
    return CheckResult(
      policy: policy, diagnostics: diagnostics, isLibrary: checking.isLibrary, witnesses: checking.witnesses,
      draft: checking.policy, used: files.used)
  }

  /// The file that was asked for comes first.
  private static func order(_ diagnostic: Diagnostic, _ file: SourceFile) -> Int {
    diagnostic.file == file.id ? -1 : Int(diagnostic.file.index)
  }
}
