import PledgeDiagnostics
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeSimulation
import PledgeTime

/// How runs over tickets fail, and what they are asked to fail on.
enum RunFaults {
  /// Turns what ends a run early into a message.
  static func explained<T>(in zone: Zone, _ body: () throws -> T) throws -> T {
    do {
      return try RunPreparation.reading(body)
    } catch let fault as SimulationFault {
      switch fault {
      case .rejected(let rejection):
        throw CommandFailure(
          RejectionText.message(rejection),
          hint: "without --strict such a record is rejected and the run goes on")
      case .tooManyGroups(let name, let limit):
        throw CommandFailure(
          "`\(name)` has more than \(limit) different values",
          hint: "choose a field that puts tickets into groups")
      case .noThread:
        throw CommandFailure("the system gives no thread")
      case .tooFar(let beginning, let asOf):
        throw CommandFailure(
          "as of \(asOf.text(in: zone)): what is judged begins on \(zone.date(at: beginning)), more than a "
            + "hundred years before, and each period up to then would be decided for each key",
          hint: "give the instant up to which the tickets tell what happened")
      case .readsTwice:
        throw CommandFailure(
          "the tickets have to be read twice, which the standard input does not allow",
          hint: "write them into a file: the policy counts tickets, or has caps or minimums over several")
      }
    }
  }

  /// A comparison with nothing is a misspelt path more often than an answer: it is said, and where the
  /// caller relies on the comparison it ends the run.
  static func askForRecorded(
    _ compare: String, _ totals: Totals, _ kinds: [FailureKind], _ style: Style
  ) throws {
    guard totals.decided > 0, totals.agreement.agreeing + totals.agreement.differing == 0 else { return }
    if kinds.contains(.disagree) {
      throw CommandFailure(
        Phrase.nothingCompared(compare).text(in: .english),
        hint: "the path names a place in the record as it is read; it holds true, false, met or breached")
    }
    Terminal.complain(style.say(.warningTitle) + style.say(.nothingCompared(compare)))
  }

  /// Says aloud that the figures rest on nothing.
  static func warnOfEmptiness(_ totals: Totals, _ style: Style) {
    guard totals.decided == 0 else { return }
    Terminal.complain(style.say(.warningTitle) + style.say(.nothingDecided))
  }

  /// Says what of the input counts twice.
  static func warnOfInput(_ result: SimulationResult) {
    let repeats = result.repeats
    if repeats.count > 0, let first = repeats.first {
      let id = String(decoding: first, as: UTF8.self)
      let many =
        repeats.count == 1
        ? "a ticket has the id of the ticket before and counts again; it"
        : "\(repeats.count) tickets have the id of the ticket before and count again; the first"
      Terminal.complain("warning: \(many) is `\(PrintableText.of(id))`: --unique rejects such tickets")
    }
    for (index, input) in result.inputs.enumerated() where input.bytes > 0 {
      guard let other = result.inputs.prefix(index).first(where: { $0.digest == input.digest }) else {
        continue
      }
      Terminal.complain("warning: \(input.file) has the same tickets as \(other.file), and they count twice")
    }
  }

  /// Ends with status 2 where something is found that `--fail-on` names.
  static func check(_ totals: Totals, _ kinds: [FailureKind]) throws {
    for kind in kinds where found(kind, totals) { throw ExitStatus.found }
  }

  private static func found(_ kind: FailureKind, _ totals: Totals) -> Bool {
    switch kind {
    case .breached: count(.breached, totals) > 0 || periods(.breached, totals) > 0
    case .undecided:
      count(.undecided, totals) > 0 || undecidedRefunds(totals) > 0 || periods(.undecided, totals) > 0
    case .rejected: totals.rejected > 0
    case .disagree: totals.agreement.differing > 0
    }
  }

  private static func count(_ verdict: Verdict, _ totals: Totals) -> Int {
    (0..<totals.ledger.targetCount).reduce(0) {
      $0 + totals.ledger.count(of: verdict, target: $1, row: totals.overall)
    }
  }

  private static func periods(_ verdict: Verdict, _ totals: Totals) -> Int {
    totals.periods.reduce(0) { $0 + $1[verdict] }
  }

  private static func undecidedRefunds(_ totals: Totals) -> Int {
    (0..<totals.ledger.refundCount).reduce(0) {
      $0 + totals.ledger.count(of: .undecided, refund: $1, row: totals.overall)
    }
  }
}
