import PledgeTestSupport

extension PolicyWriter {
  mutating func writeHead() {
    draft.zone = random.one(
      "UTC", "Asia/Shanghai", "Europe/London", "America/New_York", "Australia/Lord_Howe")
    if draft.zone.hasPrefix("E") || draft.zone.hasPrefix("Am") || draft.zone.hasPrefix("Au") {
      note(.zoneWithClockChange)
    }
    draft.currency = random.one("CNY", "JPY", "KWD", "EUR")
    var lines: [Draft.Line] = ["id laws", "version \"1\""]
    if chance(5) {
      note(.effectiveUntil)
      lines.append("effective from 2026-02-01 until 2026-05-01")
    } else {
      lines.append("effective from \(random.one("2026-01-01", "2026-01-01", "2026-02-15"))")
    }
    lines.append("timezone \(draft.zone)")
    lines.append("currency \(draft.currency)")
    if chance(5) {
      note(.governed)
      lines.append("governed by \(random.one("opened", "earliest(accepted, opened)", "accepted"))")
    }
    if chance(5) {
      note(.settled)
      lines.append(
        "settled by \(random.one("first closed", "last closed")) + \(random.number(1...20)) calendar days")
    }
    if chance(5) {
      note(.monthEndsNext)
      lines.append("month ends at next day")
    }
    add(.head, "Laws", "policy \"Laws\"", lines)
  }

  mutating func writeRegisters() {
    if chance(3) {
      note(.registerOfTwoKeys)
      hasRates = true
      add(
        .data, "rates", "register rates by site, level",
        ["price money", "reply duration optional", "most integer"])
    }
    hasSites = !chance(4)
    guard hasSites else { return }
    note(.register)
    hasOwners = chance(3)
    if hasOwners {
      note(.registerChain)
      add(.data, "owners", "register owners by owner", ["region one of north, south", "discount percent"])
    }
    add(
      .data, "sites", "register sites by site",
      [
        "tier one of high, low", "owner \(hasOwners ? "key of owners" : "text")", "rent money",
        "seats integer optional", "quota duration optional", "since date",
      ])
    if chance(3) {
      note(.registerOfWindows)
      hasWindows = true
      add(
        .data, "works", "register works many by site",
        ["start instant", "end instant optional", "announced instant optional"])
    }
    if chance(4) {
      note(.registerDated)
      hasPrices = true
      add(
        .data, "plans", "register plans by plan",
        ["valid_from date", "valid_to date optional", "price money", "grace duration"])
    }
  }

  mutating func writeTicket() {
    var lines: [Draft.Line] = []
    if hasSites {
      note(.keyField)
      lines.append("site key of sites")
    } else {
      lines.append("site text")
    }
    if hasPrices { lines.append("plan key of plans") }
    lines.append("level one of gold, silver, bronze\(presence("bronze"))")
    lines.append("cause one of ours, theirs, nature\(presence("ours"))")
    lines.append("fee money\(chance(3) ? " optional" : "")")
    lines += [
      "loss percent optional", "users integer optional", "patience duration optional",
      "promised date optional", "vip truth optional",
    ]
    if chance(3) {
      note(.fixedField)
      lines.append("visit instant optional fixed 24 h before")
    } else {
      lines.append("visit instant optional")
    }
    lines += [
      "event opened, closed, reopened, held, resumed, away, back, claimed",
      "event noted { role text optional }",
    ]
    note(.eventOnce, .eventAttribute)
    lines.append("event accepted once")
    note(.eventIfRecorded)
    lines.append("event stopped if recorded")
    add(.data, "ticket", "ticket", lines)
  }

  private mutating func presence(_ value: String) -> String {
    switch random.number(0...3) {
    case 0, 1:
      note(.optionalField)
      return " optional"
    case 2:
      note(.defaultedField)
      return " = \(value)"
    default: return ""
    }
  }

  // MARK: Values

  /// Values that conditions and refunds use by name.
  mutating func writeValues() {
    if chance(2) {
      note(.parameter)
      add(.value, "rate", "param rate = \(random.number(1...20))%")
    } else {
      add(.value, "rate", "let rate = \(random.number(1...20))%")
    }
    if chance(3) {
      note(.derivedValue)
      let condition = condition()
      conditions.append("severe")
      add(.value, "severe", "let severe = \(condition)")
    }
    if chance(4) {
      let (first, second) = (condition(), condition())
      if chance(2) {
        note(.derivedChoice)
        let last = random.one("yes", "no")
        add(
          .value, "is_big",
          "let is_big = first of { yes when \(first); no when \(second); otherwise \(last) }")
      } else {
        note(.derivedConditional)
        add(.value, "is_big", "let is_big = if \(first) then no else \(second)")
      }
      conditions.append("is_big")
    }
    if chance(6), !clocks.isEmpty {
      note(.countOfTickets)
      conditions.append("crowded")
      let clock = random.one(of: clocks)
      let other = random.one(
        "site is this.site", "level is this.level", "site is this.site and cause is not nature")
      add(
        .value, "crowded",
        "let crowded = count(tickets where \(other) and \(clock) overlaps this.\(clock)) >= "
          + "\(random.number(2...3))"
      )
    }
  }

  /// A table of limits and shares by level.
  mutating func writeLevels() {
    guard chance(2) else { return }
    note(.table)
    hasLevels = true
    var lines: [Draft.Line] = []
    if chance(2) {
      lines.append("level -> limit | available | window")
      lines += [levelRow("gold"), levelRow("not gold")]
    } else {
      note(.tableBands)
      var (low, high) = random.one(("at most 2%", "over 2%"), ("under 5%", "at least 5%"))
      if chance(3) {
        note(.parameterCell)
        add(.value, "small", "param small = \(random.number(1...9))%")
        (low, high) = random.one(("at most small", "over small"), ("under small", "at least small"))
      }
      lines.append("level | loss -> limit | available | window")
      lines += [levelRow("gold, silver | \(low)"), levelRow("gold | \(high)"), levelRow("bronze | any")]
      lines.append(levelRow("otherwise"))
    }
    add(.value, "levels", "table levels", lines)
  }

  private mutating func levelRow(_ cells: String) -> Draft.Line {
    let (share, window) = (random.number(0...9), random.one("7 calendar days", "1 month", "10 calendar days"))
    return Draft.Line(
      text: "\(cells) -> § min | 99.\(share)% | \(window)", limits: [random.one(of: Self.minutes)],
      loosening: 1)
  }

  static let minutes = [30, 45, 60, 90, 120, 240, 480]
  static let hours = [1, 2, 4, 8, 24, 36, 72]

  // MARK: Conditions

  /// A condition of a ticket that reads no target.
  mutating func condition(_ depth: Int = 2) -> String {
    guard depth > 0, chance(3) else { return simpleCondition() }
    switch random.number(0...2) {
    case 0: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
    case 1: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
    default: return "not (\(condition(depth - 1)))"
    }
  }

  private mutating func simpleCondition() -> String {
    switch random.number(0...15) {
    case 0, 1, 2: return "cause is \(random.one("theirs", "nature", "ours"))"
    case 3: return "cause in (theirs, nature)"
    case 4, 5: return "level is \(level())"
    case 6: return "level is not \(level())"
    case 7: return "fee \(random.one("<", "<=", ">", ">=")) \(money(50...300))"
    case 8: return "loss \(random.one("<", "<=", ">", ">=")) \(random.number(1...9))%"
    case 9: return hasSites ? "site.tier is \(random.one("high", "low"))" : "site is \"S-1\""
    case 10: return hasOwners ? "site.owner.region is north" : "vip"
    case 11: return "first opened before \(random.one("16:00", "2026-03-10", "2026-04-01 00:00"))"
    case 12: return "accepted within \(random.one("30 min", "4 h", "1 calendar day")) after first opened"
    case 13:
      return "\(random.one("patience", "loss", "accepted", "promised")) is \(random.one("known", "missing"))"
    case 14:
      guard let calendar = calendars.last else { return "users > \(random.number(1...20))" }
      return "first opened during \(calendar)"
    default:
      if !conditions.isEmpty, chance(2) { return random.one(of: conditions) }
      note(.valueAt)
      return "(level at first opened) is \(level())"
    }
  }
}
