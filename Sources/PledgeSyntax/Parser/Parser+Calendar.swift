import PledgeDiagnostics

extension Parser {
  /// The words that begin a line of a calendar.
  static let calendarWords: [Keyword] = [.holidays, .timezone, .cite, .day]

  /// Reads a `calendar` declaration behind its word.
  mutating func parseCalendar() -> NodeKind {
    parseHead()
    if take(kind: .equals) {
      parseExpression(in: .expression)
    } else {
      parseBlock(.calendar, words: Parser.calendarWords) { $0.parseCalendarLine() }
    }
    return .calendarDeclaration
  }

  private mutating func parseCalendarLine() {
    if at(.cite) { return parseCitation() }
    if at(.timezone) { return parseHeaderWord() }
    let start = mark()
    if at(.holidays), at(.from, 1) {
      take(.holidays, .from)
      parseText(in: .path)
      if take(.otherwise) {
        expect(.as)
        expect(.weekdays)
      }
      finish(start, .holidaysLine, in: .line)
    } else if at(.day) {
      parseWorkingDay(start)
    } else {
      parseHours(start)
    }
  }

  private mutating func parseWorkingDay(_ start: Mark) {
    take(.day)
    if take(.is) {
      parseLiteral(in: .length)
    } else if expect(.ends), expect(.at) {
      if take(.the) {
        expect(.same)
        expect(.time)
      } else {
        expect(oneOf: [.close, .midnight, .the])
      }
    }
    if take(kind: .comma) {
      for word in [Keyword.late, .arrival, .counts, .as] where !expect(word) { break }
      if take(.next) {
        expect(.working)
        expect(.day)
      } else {
        expect(oneOf: [.today, .next])
      }
    }
    finish(start, .workingDayLine, in: .line)
  }

  private mutating func parseHours(_ start: Mark) {
    repeat { guard parseDays() else { break } } while take(kind: .comma)
    if !take(.closed) {
      repeat { guard parseHourRange() else { break } } while take(kind: .comma)
    }
    finish(start, .hoursLine, in: .line)
  }

  private mutating func parseDays() -> Bool {
    let start = mark()
    if current == .date {
      parseDate(in: .firstDate)
      if take(kind: .dotDot) {
        if current == .date { parseDate(in: .lastDate) } else { raiseExpected(.date) }
      }
      if atName(), !at(.closed) { parseDayNames() }
    } else if atName(), !at(.closed) {
      parseDayNames()
    } else {
      raiseExpected(.days)
      return false
    }
    finish(start, .days, in: .days)
    return true
  }

  private mutating func parseDayNames() {
    takeName(in: .firstDay)
    if mendRange(of: .name) || take(kind: .dotDot) { parseName(in: .lastDay) }
  }

  private mutating func parseHourRange() -> Bool {
    guard current == .time else {
      raiseExpected(.time)
      return false
    }
    let start = mark()
    parseTime(in: .start)
    if mendHours() || expect(.minus, "-") { parseTime(in: .end) }
    finish(start, .hours, in: .hours)
    return true
  }

  // MARK: Scopes and periods

  /// Reads `["per" …] [period] ["where" expr]`; leaves no node where none of them is there.
  mutating func parseScope() {
    let start = mark()
    var hasPeriod = mendPeriod()
    if !hasPeriod, take(.per) {
      repeat { guard parsePost(in: .part) else { break } } while take(kind: .comma)
      hasPeriod = mendPeriod()
    }
    if !hasPeriod, at(.in) || at(.each) || at(.rolling) { parsePeriod() }
    if take(.where) { parseExpression(in: .condition) }
    if waiting.count > start.waiting { finish(start, .scope, in: .scope) }
  }

  /// Reads a period, or reports that it is missing.
  mutating func parsePeriod() {
    let start = mark()
    if take(.in) {
      parseLiteral(in: .step)
      expect(.slots)
    }
    if take(.rolling) {
      parsePost(in: .length)
      if at(.by), atUnit(1) {
        take(.by)
        parseUnit(in: .unit)
      }
    } else if expect(.each) {
      if atUnit() { parseUnit(in: .unit) } else { parseLiteral(in: .length) }
      if take(.from) {
        parsePost(in: .anchor)
        if take(.for) { parseLiteral(in: .count) }
      }
    }
    finish(start, .period, in: .period)
  }
}
