import PledgeEvaluation
import PledgePolicy
import PledgeTickets

/// `--compare TARGET=PATH`: a target and the verdict that another system recorded for it.
package struct RecordedComparison: Sendable, Hashable {
  package var target: Int
  /// Index of the captured path.
  package var captured: Int
  /// The path as the caller wrote it.
  package var path: String

  package init(target: Int, captured: Int, path: String) {
    self.target = target
    self.captured = captured
    self.path = path
  }
}

/// What another system says of a target.
package enum RecordedVerdict: UInt8, Sendable, Hashable, CaseIterable {
  case met, breached
  /// It says nothing, or nothing that is known to mean either.
  case unknown

  /// Reads a captured value: a truth, or one of the words `true`, `yes`, `met`, `false`, `no`, `breached`,
  /// in capitals or not.
  package init(_ captured: Scalar, of ticket: borrowing Ticket, pool: TextPool) {
    switch captured {
    case .truth(let truth): self = truth ? .met : .breached
    case .text(let id): self = ticket.withBytes(id, pool: pool) { Self.reading($0) }
    case .missing, .number, .duration, .instant, .date, .choice: self = .unknown
    }
  }

  private static func reading(_ bytes: UnsafeBufferPointer<UInt8>) -> RecordedVerdict {
    if matches(bytes, "true") || matches(bytes, "yes") || matches(bytes, "met") { return .met }
    if matches(bytes, "false") || matches(bytes, "no") || matches(bytes, "breached") { return .breached }
    return .unknown
  }

  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard bytes.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<bytes.count where bytes[index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }

  /// The word of reports.
  package var word: String {
    switch self {
    case .met: "met"
    case .breached: "breached"
    case .unknown: "unknown"
    }
  }
}

/// How often our verdicts and the recorded ones stand against each other.
package struct Agreement: Sendable, Equatable {
  private var counts = Array(repeating: 0, count: Verdict.allCases.count * RecordedVerdict.allCases.count)

  package init() {}

  /// How many tickets have our verdict and the recorded one.
  package subscript(ours: Verdict, theirs: RecordedVerdict) -> Int {
    get { counts[Int(ours.rawValue) * RecordedVerdict.allCases.count + Int(theirs.rawValue)] }
    set { counts[Int(ours.rawValue) * RecordedVerdict.allCases.count + Int(theirs.rawValue)] = newValue }
  }

  /// Adds the counts of another part.
  package mutating func merge(_ other: Agreement) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// Tickets on which both say met or both say breached.
  package var agreeing: Int { self[.met, .met] + self[.breached, .breached] }

  /// Tickets on which one says met and the other breached.
  package var differing: Int { self[.met, .breached] + self[.breached, .met] }

  /// Tickets on which one of the two says neither.
  package var incomparable: Int { counts.reduce(0, +) - agreeing - differing }

  /// Whether two verdicts can be compared and differ.
  package static func differ(_ ours: Verdict, _ theirs: RecordedVerdict) -> Bool {
    (ours == .met && theirs == .breached) || (ours == .breached && theirs == .met)
  }
}

/// A ticket whose verdict differs from the recorded one.
package struct DifferingTicket: Sendable, Hashable {
  package var id: String
  package var ours: Verdict
  package var theirs: RecordedVerdict

  package init(id: String, ours: Verdict, theirs: RecordedVerdict) {
    self.id = id
    self.ours = ours
    self.theirs = theirs
  }
}
