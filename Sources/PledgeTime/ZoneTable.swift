/// A zone while its file is read: the transitions so far and what holds behind them.
struct ZoneTable {
  /// What holds behind the last transition.
  enum Rule {
    /// The last offset, for ever.
    case none
    /// One offset for ever.
    case fixed(Int32)
    /// Two changes a year.
    case yearly(ZoneRule)
  }

  private var transitions: [Zone.Transition]
  /// What holds behind the last transition.
  var rule = Rule.none

  /// A table that begins with this offset at the beginning of time.
  init(initialOffset: Int32) { transitions = [Zone.Transition(start: .min, offset: initialOffset)] }

  /// The offset that begins at that time; transitions that change nothing are left out.
  mutating func append(seconds: Int64, offset: Int32) {
    let (microseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    append(Zone.Transition(start: overflow ? (seconds < 0 ? .min : .max) : microseconds, offset: offset))
  }

  private mutating func append(_ transition: Zone.Transition) {
    let last = transitions[transitions.count - 1]
    // Times before those that can be named all count as the beginning of time.
    if transition.start == last.start { transitions.removeLast() }
    if let before = transitions.last, before.offset == transition.offset { return }
    transitions.append(transition)
  }

  /// The finished zone. The yearly rule is written out up to 2100, so that present instants are a search in
  /// one table; a file whose last transition is before 1850 leaves the rule to be computed.
  func zone(named name: String) throws(ZoneFault) -> Zone {
    var table = self
    let last = transitions[transitions.count - 1].start
    switch rule {
    case .none:
      return Zone(name: name, transitions: transitions, rule: nil, tableEnd: .max)
    case .fixed(let offset):
      if transitions.count == 1 { table.transitions = [Zone.Transition(start: .min, offset: offset)] }
      // With transitions, RFC 9636 demands that the rule agrees with the last of them; the table stands.
      return Zone(name: name, transitions: table.transitions, rule: nil, tableEnd: .max)
    case .yearly(let rule):
      let lastYear = Zone.local(Instant(microseconds: last), offset: 0).date.year
      guard lastYear >= 1850, lastYear <= 2100 else {
        return Zone(name: name, transitions: transitions, rule: rule, tableEnd: last)
      }
      let changes = rule.transitions(ofYears: lastYear - 1...2100).filter { $0.start > last }
      for change in changes { table.append(change) }
      return Zone(
        name: name, transitions: table.transitions, rule: rule, tableEnd: changes.last?.start ?? last)
    }
  }
}
