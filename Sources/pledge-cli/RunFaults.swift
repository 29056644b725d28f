import PledgeDiagnostics
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeSimulation
import PledgeTime

/// How runs over tickets fail, and what they are asked to fail on.
enum RunFaults {
  /// Turns what ends a run early into a message.
  static func explained<T>(in zone: Zone, _ style: Style, _ body: () throws -> T) throws -> T {
    do {
      return try RunPreparation.reading(body)
    } catch let failure as CommandFailure {
      throw failure.told(in: style.language)
    } catch let fault as SimulationFault {
      throw CommandFailure(self.fault(fault, zone), in: style.language)
    }
  }

  private static func fault(_ fault: SimulationFault, _ zone: Zone) -> CommandFault {
    switch fault {
    case .rejected(let rejection): .rejected(rejection)
    case .tooManyGroups(let name, let limit): .tooManyGroups(name: name, limit: limit)
    case .noThread: .noThread
    case .tooFar(let beginning, let asOf):
      .tooFar(beginning: "\(zone.date(at: beginning))", asOf: asOf.text(in: zone))
    case .readsTwice: .readsTwice
    }
  }

  /// A comparison with nothing is a misspelt path more often than an answer: it is said, and where the
  /// caller relies on the comparison it ends the run.
  static func askForRecorded(
    _ compare: String, _ totals: Totals, _ kinds: [FailureKind], _ style: Style
  ) throws {
    guard totals.decided > 0, totals.agreement.agreeing + totals.agreement.differing == 0 else { return }
    if kinds.contains(.disagree) {
      throw CommandFailure(.nothingCompared(path: compare), in: style.language)
    }
    Terminal.warn(.nothingCompared(compare), style)
  }

  /// Says aloud that the figures rest on nothing.
  static func warnOfEmptiness(_ totals: Totals, _ style: Style) {
    guard totals.decided == 0 else { return }
    Terminal.warn(.nothingDecided, style)
  }

  /// Says what of the input counts twice.
  static func warnOfInput(_ result: SimulationResult, _ style: Style) {
    let repeats = result.repeats
    if repeats.count > 0, let first = repeats.first {
      let id = PrintableText.of(String(decoding: first, as: UTF8.self))
      Terminal.warn(repeats.count == 1 ? .ticketRepeated(id) : .ticketsRepeated(repeats.count, id), style)
    }
    for (index, input) in result.inputs.enumerated() where input.bytes > 0 {
      guard let other = result.inputs.prefix(index).first(where: { $0.digest == input.digest }) else {
        continue
      }
      Terminal.warn(.sameTickets(input.file, other.file), style)
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
