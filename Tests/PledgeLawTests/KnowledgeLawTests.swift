import PledgeEvaluation
import PledgePolicy
import PledgeTestSupport
import PledgeTime
import Testing

/// What is decided without a value stands with it, whatever it is.
@Suite struct KnowledgeLawTests {
  @Test func `what is decided without a value stands whatever the value is`() {
    Law.holds(100, from: 160_000) { world in
      let decider = try Decider(world)
      let before = try decider.decide(world.history.records, asOf: world.asOf)
      var random = SeededGenerator(seed: world.seed)
      let names = missable(world.draft.text)
      for _ in 0..<4 {
        var known = world
        for index in known.history.records.indices { fill(&known.history.records[index], names, &random) }
        for index in known.history.tables.indices { fill(&known.history.tables[index], &random) }
        let after = try Decider(known).decide(known.history.records, asOf: world.asOf)
        if let text = contradicts(before, after) {
          return text + "\nwith " + known.history.lines.joined(separator: "\n")
            + known.history.tables.map { "\n" + $0.csv }.joined()
        }
      }
      return nil
    }
  }

  // MARK: What is filled in

  /// The fields that may be missing, but for those of which the policy asks just that, and for keys: a ticket
  /// without its key belongs to none, and the other keys stand.
  private func missable(_ text: String) -> [String] {
    var names = ["fee", "loss", "users", "patience", "promised", "visit", "vip"]
    for (name, member) in [("level", "bronze"), ("cause", "nature")]
    where text.contains("\(member) optional\n") && !text.contains("per \(name)")
      && !text.contains(", \(name) ")
    {
      names.append(name)
    }
    return names.filter { !text.contains("\($0) is known") && !text.contains("\($0) is missing") }
  }

  private func fill(_ record: inout History.Record, _ names: [String], _ random: inout SeededGenerator) {
    for name in names where !record.fields.contains(where: { $0.name == name }) {
      record.fields.append((name, value(name, &random)))
    }
    for event in record.events.indices {
      for change in record.events[event].changes.indices
      where record.events[event].changes[change].value == "null" {
        let name = record.events[event].changes[change].name
        guard names.contains(name) else { continue }
        record.events[event].changes[change].value = value(name, &random)
      }
      if record.events[event].type == "noted", record.events[event].attributes.isEmpty {
        record.events[event].attributes.append(("role", "\"\(random.one("lead", "boss", "other"))\""))
      }
    }
  }

  /// An empty end of a window or a row means that it goes on, which is known.
  private func fill(_ table: inout History.Table, _ random: inout SeededGenerator) {
    guard let head = table.rows.first else { return }
    for (column, name) in head.enumerated() where ["seats", "quota", "announced"].contains(name) {
      for row in table.rows.indices.dropFirst() where table.rows[row][column].isEmpty {
        table.rows[row][column] =
          switch name {
          case "seats": "\(random.number(0...40))"
          case "quota": random.one("30 min", "2 h", "24 h")
          default: "2026-0\(random.number(1...4))-1\(random.number(0...9))T10:00:00Z"
          }
      }
    }
  }

  private func value(_ name: String, _ random: inout SeededGenerator) -> String {
    switch name {
    case "fee": "\(random.number(0...900))"
    case "loss": "\"\(random.number(0...12))%\""
    case "users": "\(random.number(0...30))"
    case "patience": "\"\(random.one(1, 2, 8, 24, 72)) h\""
    case "promised": "\"2026-0\(random.number(1...5))-\(random.number(10...28))\""
    case "visit":
      "\"2026-0\(random.number(1...5))-\(random.number(10...28))T\(random.number(10...20)):00:00Z\""
    case "level": "\"\(random.one("gold", "silver", "bronze"))\""
    case "cause": "\"\(random.one("ours", "theirs", "nature"))\""
    case "vip": random.one("true", "false")
    default: "null"
    }
  }

  // MARK: What must stand

  private func contradicts(_ before: Decided, _ after: Decided) -> String? {
    for ticket in before.tickets {
      guard let other = after[ticket.id] else { return "\(ticket.id) is not decided any more" }
      for (name, outcome) in ticket.targets.sorted(by: { $0.key < $1.key }) {
        guard let now = other.targets[name], let why = contradicts(outcome, now) else { continue }
        return "\(ticket.id) \(name): \(why)\n\(ticket.lines[name] ?? "")\nbecame \(other.lines[name] ?? "")"
      }
      for (name, outcome) in ticket.refunds.sorted(by: { $0.key < $1.key }) {
        guard outcome.state != .undecided, outcome.state != .pending, let now = other.refunds[name],
          now.state != outcome.state || now.amount != outcome.amount
        else { continue }
        return "\(ticket.id) \(name): \(ticket.lines[name] ?? "")\nbecame \(other.lines[name] ?? "")"
      }
    }
    let later = after.portfolio?.periods ?? []
    for decision in before.portfolio?.periods ?? [] {
      let outcome = decision.outcome
      guard outcome.verdict != .undecided, outcome.verdict != .pending, outcome.period.number != 0,
        let now = later.first(where: { after.name($0) == before.name(decision) })?.outcome
      else { continue }
      if now.verdict != outcome.verdict {
        return "\(before.name(decision)): \(outcome.verdict) became \(now.verdict)"
      }
      if outcome.doubt == nil, let reached = outcome.reached, now.reached != reached {
        return "\(before.name(decision)): \(reached.text) became \(now.reached?.text ?? "-")"
      }
    }
    return nil
  }

  private func contradicts(_ before: TargetOutcome, _ now: TargetOutcome) -> String? {
    switch before.verdict {
    case .undecided, .pending: return nil
    case .met, .breached, .excused, .notApplicable: break
    }
    if before.verdict != now.verdict { return "the verdict" }
    if before.dueDoubt == nil, let due = before.due, due != now.due { return "the due instant" }
    if before.doubt == nil, before.isCountKnown, before.counted != now.counted { return "what was counted" }
    if before.surelyCounted > now.counted { return "at least \(before.surelyCounted.text) was counted" }
    if before.doubt == nil, before.over != now.over { return "what is over" }
    if before.surelyOver > now.over { return "at least \(before.surelyOver.text) is over" }
    if before.isAtMost, before.over < now.over { return "at most \(before.over.text) is over" }
    return nil
  }
}
