import PledgeTestSupport

/// Writes the text of a whole policy at random, so that whoever reads the text again finds no mistake in it.
///
/// The vocabulary is always much the same; what is promised, excused and paid differs.
struct PolicyWriter {
  var random: SeededGenerator
  var draft = Draft()
  /// Whether the site of a ticket is the key of a register.
  var hasSites = true
  var hasOwners = false
  var hasWindows = false
  var hasPrices = false
  /// Calendars by name; those of which it is known what a working day is are named twice.
  var calendars: [String] = []
  var workingCalendars: [String] = []
  /// Spans that a clock may have, and those that pause one.
  var clocks: [String] = []
  var breaks: [String] = []
  var conditions: [String] = []
  var hasLevels = false
  var targets: [WrittenTarget] = []
  var periodTargets: [WrittenPeriodTarget] = []
  var exclusions: [String] = []
  /// Refunds that a cap may lie across: those without a group of their own.
  var refunds: [String] = []

  /// A target of a ticket that others may read.
  struct WrittenTarget {
    var name: String
    var isCounted: Bool
    var hasCycles: Bool
    var hasWorkingDays: Bool
  }

  /// A target of a period that others may read.
  struct WrittenPeriodTarget {
    var name: String
    var scope: String
    var keys: [String]
    var measure: String
    /// Whether its periods are those of the calendar.
    var isOfCalendar: Bool
    /// Whether they are windows that overlap.
    var isRolling: Bool { scope.contains("rolling") }
  }

  static func draft(seed: UInt64) -> Draft {
    var writer = PolicyWriter(random: SeededGenerator(seed: seed))
    writer.write()
    return writer.draft
  }

  private mutating func write() {
    writeHead()
    writeRegisters()
    writeTicket()
    writeCalendars()
    writeSpans()
    writeValues()
    writeLevels()
    for number in 0..<random.number(0...2) { exclusions.append("e\(number)") }
    for number in 1...random.number(1...3) { writeTarget("t\(number)") }
    if !random.once(in: 4) { for number in 1...random.number(1...3) { writePeriodTarget("p\(number)") } }
    writeExclusions()
    if !random.once(in: 4) { for number in 1...random.number(1...3) { writeRefund("r\(number)") } }
    if random.once(in: 4) { writeCombination() }
    if random.once(in: 2) { writeFrameRefund() }
    if random.once(in: 5) { writeRight() }
    if random.once(in: 4) { writeEscalation() }
    if let rolling = periodTargets.first(where: \.isRolling) { writeRollingRefund(rolling) }
    if random.once(in: 3) { writeFrameRight() }
  }

  // MARK: Parts

  mutating func chance(_ count: Int) -> Bool { random.once(in: count) }

  mutating func add(
    _ kind: Draft.Kind, _ name: String, _ head: String, _ lines: [Draft.Line] = [], takesPauses: Bool = false
  ) {
    draft.declarations.append(
      Draft.Declaration(kind: kind, name: name, head: head, lines: lines, takesPauses: takesPauses))
  }

  mutating func note(_ constructs: Construct...) {
    for construct in constructs { draft.note(construct) }
  }

  /// An amount of the policy's currency.
  mutating func money(_ range: ClosedRange<Int> = 1...40) -> String {
    let whole = random.number(range)
    guard draft.currency != "JPY", chance(3) else { return "\(whole) \(draft.currency)" }
    return "\(whole).\(random.number(10...99)) \(draft.currency)"
  }

  /// How amounts and counts are rounded.
  mutating func roundingMode() -> String { random.one("up", "down", "half up", "half even") }

  mutating func level() -> String { random.one("gold", "silver", "bronze") }
}
