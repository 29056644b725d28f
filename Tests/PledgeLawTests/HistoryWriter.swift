import PledgeReadings
import PledgeTestSupport
import PledgeTime

/// Writes tickets and registers that fit a generated policy, at random.
///
/// Instants lie close to each other and on bounds: midnights, closing times, changes of the clock, and the
/// limits that policies have, to the microsecond.
struct HistoryWriter {
  var random: SeededGenerator
  private let zone: Zone
  private let currency: String
  private let text: String

  private init(_ draft: Draft, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    zone = Zones.named(draft.zone)
    currency = draft.currency
    text = draft.text
  }

  /// A history of a policy, and the instant as of which it is looked at.
  static func world(_ draft: Draft, seed: UInt64) -> World {
    var writer = HistoryWriter(draft, seed: seed)
    var history = History()
    history.tables = writer.tables()
    for number in 1...writer.random.number(2...9) { history.records.append(writer.record("T-\(number)")) }
    return World(seed: seed, draft: draft, history: history, asOf: writer.asOf(history))
  }

  // MARK: Instants

  /// An instant of the spring of 2026, often one at which something changes.
  private mutating func moment() -> Instant {
    let month = random.one(1, 2, 2, 3, 3, 3, 3, 4, 4, 5, 10)
    var (dayOfMonth, minutes) = (random.number(1...28), random.number(0...1439))
    if random.once(in: 6) { dayOfMonth = random.one(1, 8, 29) }
    if month == 2 { dayOfMonth = min(dayOfMonth, 28) }
    if random.once(in: 3) { minutes = random.one(0, 60, 90, 120, 540, 720, 810, 1080, 1200, 1439) }
    let date = CivilDate(year: 2026, month: month, day: dayOfMonth) ?? CivilDate(dayNumber: 20_500)
    let at = zone.startOfDay(date).adding(.minutes(Int64(minutes))) ?? .epoch
    return nudged(at)
  }

  /// The instant, or one close to it.
  private mutating func nudged(_ at: Instant) -> Instant {
    guard random.once(in: 4) else { return at }
    return at.adding(Duration(microseconds: Int64(random.one(-1, 1, -1_000_000, 1_000_000)))) ?? at
  }

  private mutating func step() -> Duration {
    switch random.number(0...9) {
    case 0: .zero
    case 1, 2, 3: .minutes(Int64(random.one(of: PolicyWriter.minutes)))
    case 4, 5: .hours(Int64(random.one(of: PolicyWriter.hours)))
    case 6: .hours(Int64(random.number(1...400)))
    case 7: .minutes(Int64(random.number(1...90)))
    default: .minutes(Int64(random.number(1...3000)))
    }
  }

  private mutating func asOf(_ history: History) -> Instant {
    let instants = history.records.flatMap { $0.events.map(\.at) }
    guard let last = instants.max(), let any = instants.randomElement(using: &random) else { return moment() }
    switch random.number(0...5) {
    case 0: return any
    case 1: return any.adding(step()) ?? any
    case 2: return moment()
    default: return last.adding(.hours(Int64(random.number(0...1500)))) ?? last
    }
  }

  // MARK: Tickets

  private mutating func record(_ id: String) -> History.Record {
    var record = History.Record(id: id)
    record.fields.append(("site", "\"\(random.one("S-1", "S-1", "S-2", "S-2", "S-3", "S-9"))\""))
    if text.contains("key of plans") {
      record.fields.append(("plan", "\"\(random.one("P-1", "P-2", "P-9"))\""))
    }
    for name in ["level", "cause"] {
      if isOptional(name), random.once(in: 3) { continue }
      record.fields.append((name, value(name)))
    }
    if !text.contains("fee money optional") || !random.once(in: 4) {
      record.fields.append(("fee", value("fee")))
    }
    for name in ["loss", "users", "patience", "promised", "visit", "vip"] where !random.once(in: 3) {
      record.fields.append((name, value(name)))
    }
    record.events = events()
    if random.once(in: 4) { record.events.shuffle(using: &random) }
    return record
  }

  private func isOptional(_ name: String) -> Bool {
    let line = text.split(separator: "\n").first { $0.hasPrefix("  \(name) one of") } ?? ""
    return line.contains("optional") || line.contains("=")
  }

  private mutating func value(_ name: String) -> String {
    switch name {
    case "level": "\"\(random.one("gold", "silver", "bronze"))\""
    case "cause": "\"\(random.one("ours", "ours", "theirs", "nature"))\""
    case "fee": "\(random.number(0...900))"
    case "loss": "\"\(random.number(0...12))%\""
    case "users": "\(random.number(0...30))"
    case "patience": "\"\(random.one(of: PolicyWriter.hours)) h\""
    case "promised": "\"2026-0\(random.number(1...5))-\(random.number(10...28))\""
    case "visit": "\"\(moment().text(in: .utc))\""
    default: random.one("true", "false")
    }
  }

  private mutating func events() -> [History.Event] {
    var events: [History.Event] = []
    var at = moment()
    var counts: [String: Int] = [:]
    var isOpen = false
    for position in 0..<random.number(0...9) {
      var type = position == 0 ? "opened" : next(isOpen)
      if random.once(in: 12) {
        type = random.one("closed", "resumed", "back", "held", "claimed", "reopened", "stopped", "accepted")
      }
      if type == "accepted", counts[type] != nil { type = "noted" }
      counts[type, default: 0] += 1
      if type == "opened" || type == "reopened" { isOpen = true }
      if type == "closed" { isOpen = false }
      var event = History.Event(at: at, type: type)
      if type == "noted", !random.once(in: 4) {
        event.attributes.append(("role", "\"\(random.one("lead", "boss"))\""))
      }
      if random.once(in: 6) { event.changes.append(change()) }
      events.append(event)
      at = nudged(at.adding(step()) ?? at)
    }
    return events
  }

  private mutating func next(_ isOpen: Bool) -> String {
    isOpen
      ? random.one("closed", "closed", "held", "resumed", "away", "back", "noted", "opened", "accepted")
      : random.one("reopened", "opened", "claimed", "claimed", "noted", "resumed")
  }

  private mutating func change() -> (name: String, value: String) {
    let name = random.one("level", "cause", "fee", "vip", "patience", "visit", "promised", "loss")
    let mayBeMissing = !["level", "cause", "fee"].contains(name)
    return (name, mayBeMissing && random.once(in: 5) ? "null" : value(name))
  }

  // MARK: Registers

  private mutating func tables() -> [History.Table] {
    var tables: [History.Table] = []
    if text.contains("register owners") {
      tables.append(
        History.Table(
          name: "owners",
          rows: [["owner", "region", "discount"], ["K-1", "north", "5%"], ["K-2", "south", "10%"]]))
    }
    if text.contains("register sites") { tables.append(sites()) }
    if text.contains("register works") { tables.append(works()) }
    if text.contains("register plans") { tables.append(plans()) }
    if text.contains("register rates") { tables.append(rates()) }
    return tables
  }

  private mutating func sites() -> History.Table {
    var rows = [["site", "tier", "owner", "rent", "seats", "quota", "since"]]
    for site in ["S-1", "S-2", "S-3", "S-4"].prefix(random.number(2...4)) {
      rows.append([
        site, random.one("high", "low"), random.one("K-1", "K-2"), "\(random.number(0...800))",
        random.one("", "0", "10", "40"), random.one("", "30 min", "2 h", "24 h"),
        random.one("2026-01-31", "2025-12-29", "2026-02-10"),
      ])
    }
    return History.Table(name: "sites", rows: rows)
  }

  private mutating func works() -> History.Table {
    var rows = [["site", "start", "end", "announced"]]
    for _ in 0..<random.number(0...5) {
      let start = moment()
      let end = start.adding(step()) ?? start
      let announced = start.subtracting(.hours(Int64(random.one(1, 24, 120, 200)))) ?? start
      rows.append([
        random.one("S-1", "S-2"), start.text(in: .utc), random.once(in: 6) ? "" : end.text(in: .utc),
        random.once(in: 5) ? "" : announced.text(in: .utc),
      ])
    }
    return History.Table(name: "works", rows: rows)
  }

  private mutating func rates() -> History.Table {
    var rows = [["site", "level", "price", "reply", "most"]]
    for site in ["S-1", "S-2", "S-4"] {
      for level in ["gold", "silver", "bronze"] where !random.once(in: 6) {
        rows.append([
          site, level, "\(random.number(10...400))", random.one("", "30 min", "2 h", "24 h"),
          "\(random.number(0...3))",
        ])
      }
    }
    return History.Table(name: "rates", rows: rows)
  }

  private mutating func plans() -> History.Table {
    History.Table(
      name: "plans",
      rows: [
        ["plan", "valid_from", "valid_to", "price", "grace"],
        ["P-1", "2026-01-01", "2026-03-07", "\(random.number(10...400))", "1 h"],
        ["P-1", random.one("2026-03-08", "2026-03-20"), "", "\(random.number(10...400))", "2 h"],
        ["P-2", "2025-01-01", "", "\(random.number(10...400))", "30 min"],
      ])
  }
}

/// The zones of generated policies, each read once.
enum Zones {
  private static let known: [String: Zone] = {
    var zones: [String: Zone] = [:]
    for name in ["UTC", "Asia/Shanghai", "Europe/London", "America/New_York", "Australia/Lord_Howe"] {
      if case .success(let zone) = ZoneLibrary().zone(named: name) { zones[name] = zone }
    }
    return zones
  }()

  static func named(_ name: String) -> Zone { known[name] ?? .utc }
}

extension Duration {
  static func hours(_ count: Int64) -> Self { Self(microseconds: count * 3_600_000_000) }
  static func minutes(_ count: Int64) -> Self { Self(microseconds: count * 60_000_000) }
}
