import PledgeTestSupport

extension PolicyWriter {
  // MARK: Calendars

  mutating func writeCalendars() {
    for number in 0..<random.number(0...2) { writeCalendar("c\(number)") }
    if calendars.count == 2, chance(2) {
      note(.combinedCalendar)
      // Never all of the first, so that something is left open.
      let (word, hours) = random.one(("or", "07:00-12:00"), ("and", "06:00-24:00"), ("minus", "10:00-11:00"))
      add(.calendar, "c2", "calendar c2 = \(calendars[0]) \(word) c9")
      add(.calendar, "c9", "calendar c9 { mon..sun \(hours) }")
      calendars.append("c2")
    }
  }

  private mutating func writeCalendar(_ name: String) {
    var lines: [Draft.Line] = []
    switch random.number(0...4) {
    case 0: lines.append("mon..fri 09:00-18:00")
    case 1:
      note(.severalHours)
      lines += ["mon..fri 09:00-12:00, 13:30-18:00", "sat 10:00-12:00"]
    case 2:
      note(.acrossMidnight)
      lines.append("mon..sat 20:00-04:00")
    case 3: lines.append("mon..sun 00:00-24:00")
    default: lines += ["mon, wed, fri 08:00-16:00", "tue 00:30-03:30, 12:00-24:00"]
    }
    if chance(3) {
      note(.closedDates)
      lines.append("2026-03-02..2026-03-04 closed")
    }
    if chance(3) {
      note(.halfDay)
      lines += ["2026-03-08 01:00-03:00", "2026-03-10 09:00-12:00"]
    }
    if chance(3) {
      note(.holidays)
      if chance(2) {
        note(.holidaysAsWeekdays)
        lines.append("holidays from \"days.yaml\" otherwise as weekdays")
      } else {
        lines.append("holidays from \"days.yaml\"")
      }
    }
    if chance(4) {
      note(.calendarZone)
      lines.append("timezone \(random.one("Europe/London", "America/New_York", "Asia/Shanghai"))")
    }
    if chance(2) {
      let end = random.one("ends at close", "ends at midnight", "ends at the same time", "is 8 h")
      note(.workingDay)
      lines.append("day \(end), late arrival counts as \(random.one("today", "next working day"))")
      workingCalendars.append(name)
    }
    calendars.append(name)
    add(.calendar, name, "calendar \(name)", lines)
  }

  // MARK: Spans

  mutating func writeSpans() {
    addClock("outage", pair(starts: "opened", more: ["reopened"], ends: "closed", more: ["accepted"]))
    addBreak("hold", "from held until resumed\(chance(3) ? limit() : "")\(chance(4) ? length() : "")")
    if chance(2) { addBreak("gone", pair(starts: "away", more: ["held"], ends: "back", more: ["closed"])) }
    if chance(4) {
      note(.duringDates)
      addBreak("spring", "during 2026-03-05 until 2026-03-12")
    }
    if chance(3) { addBreak("calm", duringCondition()) }
    if chance(4) { addClock("short", "from opened until closed\(length())") }
    if chance(4) { addClock("trial", "from opened until closed\(limit())") }
    if chance(4) { writeNth() }
    if chance(2) { writeCombined() }
  }

  private mutating func addClock(_ name: String, _ text: String) {
    clocks.append(name)
    add(.span, name, "span \(name) = \(text)")
  }

  private mutating func addBreak(_ name: String, _ text: String) {
    breaks.append(name)
    add(.span, name, "span \(name) = \(text)")
  }

  private mutating func duringCondition() -> String {
    note(.duringCondition)
    return "during \(random.one("level is gold", "cause is theirs", "vip", "level in (silver, bronze)"))"
  }

  private mutating func length() -> String {
    note(.lengthTest)
    return " \(random.one("longer than", "at least")) \(random.one("1 min", "30 min", "1 h"))"
  }

  private mutating func limit() -> String {
    note(.upTo)
    return " up to \(random.one("30 min", "2 h", "24 h"))"
  }

  private mutating func pair(starts: String, more: [String], ends: String, more others: [String]) -> String {
    var (first, second) = (starts, ends)
    if chance(2) {
      note(.severalSides)
      first += " or \(random.one(of: more))"
    }
    if chance(3) {
      note(.severalSides)
      second += " or \(random.one(of: others))"
    }
    if chance(6) {
      note(.offsetOfEvent)
      second += " or \(ends) + \(random.one("30 min", "2 h"))"
    }
    if chance(6) { second += " or stopped" }
    return "from \(first) until \(second)"
  }

  private mutating func writeNth() {
    if chance(2) {
      note(.nthWithin)
      addClock("burst", "from 2nd opened within \(random.one("30 min", "4 h")) until last closed")
    } else {
      note(.nthEvent)
      addClock(
        "once_more",
        "from \(random.one("first", "2nd", "last")) opened until \(random.one("first", "last")) closed")
    }
  }

  private mutating func writeCombined() {
    let (left, right) = (random.one(of: clocks), random.one(of: breaks + clocks))
    guard left != right else { return }
    switch random.number(0...3) {
    case 0:
      note(.union)
      addClock("either", "\(left) or \(right)")
    case 1:
      note(.intersection)
      addClock("both", "\(left) and \(right)")
    case 2:
      note(.minus)
      addClock("rest", "\(left) minus \(right)")
    default:
      note(.intersection)
      let during = duringCondition()
      addClock("urgent", "\(left) and \(during)")
    }
  }

  // MARK: Exclusions

  mutating func writeExclusions() {
    for name in exclusions { writeExclusion(name) }
  }

  private mutating func writeExclusion(_ name: String) {
    var lines: [Draft.Line] = []
    let kind = random.number(0...3)
    if kind != 1 {
      note(.excludedByCondition)
      let condition = condition()
      lines.append("when \(condition)")
    }
    if kind == 1 || chance(3) {
      note(.excludedBySpan)
      if hasWindows, chance(2) {
        note(.windowsAsSpan, .excludedByWindows)
        var line = "during works where start - announced >= \(random.one("24 h", "120 h"))"
        if chance(2) { line += allowance() }
        lines.append(Draft.Line(text: line))
      } else {
        let span = random.one(of: breaks)
        lines.append(Draft.Line(text: "during \(span)\(chance(3) ? allowance() : "")"))
      }
    }
    if chance(4) {
      note(.needs)
      lines.append(
        "needs \(random.one("noted", "accepted")) within \(random.one("1 h", "24 h")) after first opened")
    }
    add(.exclusion, name, "exclusion \(name)\(scopeOfExclusion())", lines)
  }

  private mutating func scopeOfExclusion() -> String {
    let names = targets.map(\.name) + periodTargets.filter { $0.measure != "run" }.map(\.name)
    if draft.constructs[.exclude] != nil, chance(3) { return "" }
    guard chance(2), let name = names.randomElement(using: &random) else {
      note(.forAllTargets)
      return " for all targets"
    }
    note(.forNamedTargets)
    return " for \(name)"
  }

  private mutating func allowance() -> String {
    note(.allowance)
    return " up to \(random.one("30 min", "4 h")) each \(random.one("month", "quarter", "calendar day"))"
  }
}
