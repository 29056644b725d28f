import PledgeTestSupport

extension PolicyWriter {
  /// A target of a key and period.
  mutating func writePeriodTarget(_ name: String) {
    if let other = periodTargets.first(where: {
      ($0.isOfCalendar || $0.scope.contains("rolling")) && $0.measure != "run"
    }), chance(4) {
      return writeRun(name, of: other)
    }
    let keys = keys()
    let (period, isOfCalendar) = period(keys)
    var lines: [Draft.Line] = []
    var measure = measure()
    if period.contains("slots") { measure = mean(ofSlots: true) }
    if keys == ["site", "level"], hasRates, measure.name == "count" { measure.bound = "at most rates.most" }
    lines.append(Draft.Line(text: "measure \(measure.text)"))
    lines.append(measure.bound)
    lines += modifiers(measure.name)
    let scope = (keys.isEmpty ? "" : "per \(keys.joined(separator: ", ")) ") + period
    var head = "target \(name) \(scope)"
    if keys.contains("site"), hasSites, chance(4) {
      note(.keyFilter)
      head += " where site.tier is \(random.one("high", "low"))"
    }
    add(.periodTarget, name, head, lines, takesPauses: measure.isOfTime)
    periodTargets.append(
      WrittenPeriodTarget(
        name: name, scope: String(head.dropFirst("target \(name) ".count)), keys: keys, measure: measure.name,
        isOfCalendar: isOfCalendar))
  }

  // MARK: Scopes

  private mutating func keys() -> [String] {
    if hasSites { note(.keyOfRegister) }
    switch random.number(0...5) {
    case 0:
      note(.whole)
      return []
    case 1:
      note(.perTwoKeys)
      return ["site", "level"]
    case 2 where hasSites: return ["site.owner"]
    case 3: return ["level"]
    default:
      note(.perKey)
      return ["site"]
    }
  }

  private mutating func period(_ keys: [String]) -> (text: String, isOfCalendar: Bool) {
    switch random.number(0...9) {
    case 0:
      note(.rollingWindow)
      return ("rolling \(random.one("7 calendar days", "1 month", "36 h", "2 months by month"))", false)
    case 1 where keys == ["site"] && hasSites:
      note(.anchoredPeriod)
      return ("each \(random.one("month", "week", "10 calendar days")) from site.since", false)
    case 2:
      note(.anchoredPeriod)
      return ("each \(random.one("month", "2 weeks")) from opened", false)
    case 3 where keys == ["level"] && hasLevels && draft.constructs[.tableBands] == nil:
      note(.rollingWindow)
      return ("rolling levels.window", false)
    case 4:
      note(.slots)
      return ("in \(random.one("30 min", "2 h")) slots each day", false)
    default:
      note(.eachPeriod)
      return ("each \(random.one("day", "week", "month", "month", "quarter", "year"))", true)
    }
  }

  // MARK: Measures

  private struct WrittenMeasure {
    var name: String
    var text: String
    var bound: Draft.Line
    var isOfTime = false
  }

  private mutating func measure() -> WrittenMeasure {
    let clock = random.one(of: clocks)
    switch random.number(0...9) {
    case 0, 1:
      note(.availability)
      var text = "availability of \(clock)"
      if hasSites, chance(4) {
        note(.weighted)
        text += " weighted by users of site.seats"
      }
      let bound =
        hasLevels && draft.constructs[.tableBands] == nil && chance(6)
        ? Draft.Line(text: "at least 99.§%", limits: [random.number(10...99)], loosening: -1)
        : Draft.Line(text: "at least §%", limits: [random.one(90, 95, 99)], loosening: -1)
      return WrittenMeasure(name: "availability", text: text, bound: bound, isOfTime: true)
    case 2:
      note(.total)
      return WrittenMeasure(
        name: "total", text: "total of \(clock)\(spanModifiers("each", "total"))",
        bound: most(random.one(of: Self.minutes), " min"),
        isOfTime: true)
    case 3:
      note(.longest)
      return WrittenMeasure(
        name: "longest", text: "longest of \(clock)\(spanModifiers("each"))",
        bound: most(random.one(of: Self.minutes), " min"), isOfTime: true)
    case 4, 5:
      note(.countOfSpan)
      return WrittenMeasure(
        name: "count", text: "count of \(clock)", bound: most(random.number(0...3), ""))
    case 6:
      note(.countOfPeriodTickets)
      let condition = condition()
      return WrittenMeasure(
        name: "tickets", text: "count of tickets where \(condition)",
        bound: chance(2)
          ? most(random.number(0...3), "")
          : Draft.Line(text: "at least §", limits: [random.number(1...3)], loosening: -1))
    case 7:
      note(.share)
      return WrittenMeasure(
        name: "share", text: "share of \(random.one(of: targets).name) met",
        bound: Draft.Line(text: "at least §%", limits: [random.one(50, 70, 90)], loosening: -1))
    case 8:
      note(.sum)
      return chance(2)
        ? WrittenMeasure(name: "sum", text: "sum of users", bound: most(random.number(5...40), ""))
        : WrittenMeasure(
          name: "sum", text: "sum of fee", bound: most(random.number(100...900), " \(draft.currency)"))
    default: return mean()
    }
  }

  private mutating func mean(ofSlots: Bool = false) -> WrittenMeasure {
    let isMean = ofSlots || !chance(3)
    note(isMean ? .mean : .maximum)
    var text = "\(isMean ? "mean" : "maximum") of loss"
    if chance(3) {
      note(.empty)
      text += " empty 0%"
    }
    return WrittenMeasure(name: "mean", text: text, bound: most(random.number(1...9), "%"))
  }

  private mutating func most(_ limit: Int, _ unit: String) -> Draft.Line {
    Draft.Line(
      text: "\(limit > 0 ? random.one("at most", "under") : "at most") §\(unit)", limits: [limit],
      loosening: 1)
  }

  private mutating func spanModifiers(_ rounded: String...) -> String {
    var text = ""
    if chance(4) {
      note(.measureLength)
      text += " longer than \(random.one("1 min", "30 min"))"
    }
    if chance(4) {
      note(.measureRounding)
      text +=
        " \(random.one(of: rounded)) rounded \(random.one("up", "down", "half up")) to "
        + random.one("15 min", "1 h")
    }
    return text
  }

  private mutating func modifiers(_ measure: String) -> [Draft.Line] {
    var lines: [Draft.Line] = []
    if chance(4) {
      note(.condition)
      let condition = condition()
      lines.append("for \(condition)")
    }
    let isOfTime = ["availability", "total", "longest"].contains(measure)
    if isOfTime, chance(3) {
      note(.periodPause)
      lines.append("pause \(random.one(of: breaks))")
    }
    if isOfTime, let calendar = calendars.last, chance(3) {
      note(.onCalendar)
      lines.append("on \(calendar)")
    }
    if measure == "availability", let calendar = calendars.last, chance(4) {
      note(.outOf)
      lines.append("out of \(calendar)")
    }
    if chance(4) {
      note(.partial)
      let rules = ["whole", "not judged"] + (measure == "availability" ? ["pro rata"] : [])
      lines.append("partial \(random.one(of: rules))")
    }
    if ["tickets", "share", "sum", "mean"].contains(measure), chance(3) {
      note(.countedBy)
      lines.append("counted by \(random.one("first closed", "opened", "accepted"))")
    }
    return lines
  }

  private mutating func writeRun(_ name: String, of other: WrittenPeriodTarget) {
    let isRolling = other.scope.contains("rolling")
    if isRolling { note(.runOfWindows) }
    let isSum = chance(3) && !other.scope.contains("where")
    var lines: [Draft.Line]
    if isSum {
      note(.sinceClean)
      let own = ["day", "week", "month", "quarter", "year"].first { other.scope.hasSuffix("each \($0)") }
      let unit = own ?? (isRolling && !other.scope.contains("by month") ? "day" : "month")
      lines = [
        "measure sum of users since \(random.number(2...3)) consecutive \(unit)s of \(other.name) met",
        most(random.number(5...30), ""),
      ]
    } else {
      note(.run)
      lines = ["measure run of \(other.name) breached", most(random.number(1...3), "")]
    }
    add(.periodTarget, name, "target \(name) \(other.scope)", lines)
    periodTargets.append(
      WrittenPeriodTarget(
        name: name, scope: other.scope, keys: other.keys, measure: "run", isOfCalendar: other.isOfCalendar))
  }
}
