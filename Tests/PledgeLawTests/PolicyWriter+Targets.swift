import PledgeTestSupport

extension PolicyWriter {
  /// A target of one ticket.
  mutating func writeTarget(_ name: String) {
    var target = WrittenTarget(name: name, isCounted: true, hasCycles: false, hasWorkingDays: false)
    var lines: [Draft.Line] = []
    if chance(4) {
      note(.condition)
      lines.append("for \(targetCondition())")
    }
    lines.append("clock \(clock())")
    if let calendar = calendars.randomElement(using: &random), chance(2) {
      note(.onCalendar)
      lines.append("on \(calendar)")
      target.hasWorkingDays = workingCalendars.contains(calendar)
    }
    if let exclusion = exclusions.randomElement(using: &random), chance(4) {
      note(.exclude)
      lines.append("exclude \(exclusion)")
    }
    target.isCounted = !chance(4)
    if target.isCounted {
      addBound(&lines, &target)
    } else {
      addDeadline(&lines, target)
    }
    add(.target, name, "target \(name)", lines, takesPauses: target.isCounted)
    targets.append(target)
  }

  private mutating func targetCondition() -> String {
    if let other = targets.randomElement(using: &random), chance(3) {
      note(.verdictCondition)
      return "\(other.name) is \(random.one("breached", "met", "not breached"))"
    }
    return condition()
  }

  private mutating func clock() -> String {
    switch random.number(0...5) {
    case 0: return "from opened until closed"
    case 1: return "from opened or reopened until accepted or closed"
    default: return random.one(of: clocks)
    }
  }

  private mutating func addBound(_ lines: inout [Draft.Line], _ target: inout WrittenTarget) {
    if chance(3) {
      note(.pause)
      lines.append("pause \(random.one(of: breaks))")
    }
    var bound = limit(target)
    if chance(4) {
      note(.cycles)
      target.hasCycles = true
      bound.text = "each cycle " + bound.text
    }
    lines.append(bound)
    if chance(5) {
      note(.rounding)
      lines.append(
        "total rounded \(roundingMode()) to \(random.one("1 min", "15 min"))"
      )
    }
  }

  private mutating func limit(_ target: WrittenTarget) -> Draft.Line {
    let word = random.one("within", "within", "within", "under")
    note(word == "within" ? .within : .under)
    let minutes = random.one(of: Self.minutes)
    switch random.number(0...9) {
    case 0:
      note(.limitByChoice)
      let condition = condition(1)
      return Draft.Line(
        text: "\(word) if \(condition) then § min else § h", limits: [minutes, random.one(of: Self.hours)],
        loosening: 1)
    case 1:
      note(.limitByChoice)
      return Draft.Line(
        text: "\(word) first of { § min when level is \(level()); otherwise § h }",
        limits: [minutes, random.one(of: Self.hours)], loosening: 1)
    case 2 where hasLevels:
      note(.limitByTable)
      return "\(word) levels.limit"
    case 3:
      note(.limitOfData)
      return Draft.Line(
        text: "\(word) min(patience, § h)", limits: [random.one(of: Self.hours)], loosening: 1)
    case 4 where hasRates && chance(2):
      note(.limitOfData)
      return "\(word) rates.reply"
    case 4 where hasSites:
      note(.limitOfData)
      return "\(word) site.quota"
    case 5
    where word == "within"
      && (target.hasWorkingDays || workingCalendars == calendars && calendars.count == 1):
      note(.workingLength)
      return Draft.Line(text: "within § working days", limits: [random.number(2...4)], loosening: 1)
    case 6 where word == "within":
      note(.calendarLength)
      return Draft.Line(
        text: "within § \(random.one("calendar days", "months", "weeks"))", limits: [random.number(2...3)],
        loosening: 1)
    case 7, 8: return Draft.Line(text: "\(word) § h", limits: [random.one(of: Self.hours)], loosening: 1)
    default: return Draft.Line(text: "\(word) § min", limits: [minutes], loosening: 1)
    }
  }

  private mutating func addDeadline(_ lines: inout [Draft.Line], _ target: WrittenTarget) {
    note(.by)
    var line: Draft.Line
    let hasDays = target.hasWorkingDays || workingCalendars == calendars && calendars.count == 1
    switch random.number(0...9) {
    case 0:
      note(.byEndOfDay)
      line = "by end of promised"
    case 6:
      note(.byTimeOfDay)
      line =
        "by \(random.one("12:00", "24:00")) on \(random.one("promised", "opened", "2nd calendar day after opened"))"
    case 7 where !calendars.isEmpty:
      note(.byOpenTime)
      line = Draft.Line(
        text: "by first opened + § h on \(random.one(of: calendars))", limits: [random.one(of: Self.hours)],
        loosening: 1)
    case 1: line = "by visit"
    case 2 where hasDays:
      note(.byEndOfDay)
      line = "by end of \(random.one("1st", "2nd", "3rd")) working day after opened"
    case 3:
      note(.byEndOfDay)
      line = "by end of \(random.one("month of opened", "2nd month after opened", "week of opened"))"
    case 4:
      line = Draft.Line(
        text: "by \(random.one("earliest", "latest"))(accepted + § h, first opened + § h)",
        limits: [random.one(of: Self.hours), random.one(of: Self.hours)], loosening: 1)
    case 5:
      note(.calendarLength)
      line = Draft.Line(
        text: "by first opened + § \(random.one("calendar days", "months"))", limits: [random.number(2...3)],
        loosening: 1)
    default:
      line = Draft.Line(text: "by first opened + § h", limits: [random.one(of: Self.hours)], loosening: 1)
    }
    if hasDays, chance(3) {
      note(.rolled)
      line.text += " rolled to \(random.one("12:00", "09:00", "end of")) next working day if closed"
    }
    lines.append(line)
    if chance(3) {
      note(.extended)
      lines.append("extended by \(random.one(of: breaks))")
    }
  }

  // MARK: Rights and escalations

  mutating func writeRight() {
    let target = random.one(of: targets)
    note(.right)
    var lines: [Draft.Line] = ["when \(target.name) is breached", "grants \"a new device\""]
    if chance(2) {
      note(.useWithin)
      lines.append(
        "use within \(random.one("30 calendar days", "48 h")) after \(random.one("first closed", "accepted"))"
      )
    }
    if chance(2) { lines.append("claim claimed until first opened + \(random.number(1...40)) calendar days") }
    add(.payment, "new_device", "right new_device", lines)
  }

  mutating func writeEscalation() {
    add(.steps, "lead, boss", "role lead, boss")
    add(.steps, "notify", "action notify")
    var lines: [Draft.Line] = []
    if chance(3) {
      let condition = condition()
      lines.append("for \(condition)")
    }
    if chance(3) {
      note(.stepCycle)
      lines.append("clock each \(random.one(of: clocks))")
    } else {
      lines.append("clock \(random.one(of: clocks))")
    }
    if chance(3), let calendar = calendars.last { lines.append("on \(calendar)") }
    if chance(3) { lines.append("pause \(random.one(of: breaks))") }
    let counted = targets.filter(\.isCounted)
    for number in 0..<random.number(1...3) {
      var line: String
      // The first step is one of the escalation's own clock.
      switch number == 0 ? 4 : random.number(0...4) {
      case 0 where !counted.isEmpty:
        note(.stepAtShare)
        line = "at \(random.one("50", "80", "120"))% of \(random.one(of: counted).name) notify"
      case 1:
        note(.stepAtEvent)
        line =
          "at \(random.one("first opened", "first reopened", "accepted + 15 min", "2nd opened within 24 h")) notify"
      case 2:
        note(.stepRepeated)
        line = "every \(random.one("1 h", "8 h")) after \(random.one("30 min", "2 h")) notify"
      default:
        note(.stepAtTime)
        line = "at \(random.one("15 min", "30 min", "2 h", "24 h")) notify"
      }
      if chance(2) {
        line += " lead"
      } else {
        note(.stepLevels)
        line += " lead then boss"
      }
      if chance(4) {
        note(.stepCondition)
        line += " when \(random.one("level is gold", "cause is not theirs"))"
      }
      if chance(2) {
        note(.stepEvidence)
        line += random.one(
          " done when noted where role is lead", " done when noted", " done when noted within 15 min")
      }
      lines.append(Draft.Line(text: line))
    }
    add(.steps, "chain", "escalation chain", lines)
  }
}
