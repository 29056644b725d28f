import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// Checks a calendar when it is first needed; false when it failed or is underway.
  @discardableResult
  func checkCalendar(_ index: Int) -> Bool {
    switch calendarStates[index] {
    case .done: return true
    case .failed: return false
    case .underway:
      report(circle: underway.from(.calendar(index)))
      return false
    case .waiting: break
    }
    calendarStates[index] = .underway
    underway.append(.calendar(index))
    dependencies.enter(.calendar(index))
    let view = calendarViews[index]
    let rules = view.definition.map { combined($0) } ?? ownRules(view)
    dependencies.leave()
    underway.removeLast()
    guard let rules else {
      calendarStates[index] = .failed
      return false
    }
    if let definition = view.definition { combinedOf[index] = readers(in: definition) }
    policy.calendars[index].rules = rules
    let isSound = reportProblems(of: rules, view)
    calendarStates[index] = isSound ? .done : .failed
    return isSound
  }

  // MARK: Combinations

  private func combined(_ view: ExpressionView) -> CalendarRules? {
    guard firstCalendar(view) != nil, let hours = hours(view) else { return nil }
    return rules(hours, readBy: readers(in: view))
  }

  private func hours(_ view: ExpressionView) -> CalendarHours? {
    switch view {
    case .name(let name):
      guard let index = calendar(name) else { return nil }
      return policy.calendars[index].rules.hours
    case .and(let pair): return both(pair.left, pair.right).map { .and($0, $1) }
    case .or(let pair): return both(pair.left, pair.right).map { .or($0, $1) }
    case .arithmetic(let pair) where pair.operation == .spanMinus:
      return both(pair.left, pair.right).map { .minus($0, $1) }
    case .missing: return nil
    case .literal, .truth, .this, .call, .ordinal, .member, .sample, .share, .arithmetic, .perUnit,
      .comparison,
      .equality, .applicability, .membership, .window, .relation, .not, .span, .during, .overlap,
      .conditional,
      .choice, .endOf, .unitAfter:
      report(
        .type(.mismatch(found: .somethingElse, needed: .calendarsCombined)),
        at: view.range)
      return nil
    }
  }

  private func both(_ left: ExpressionView, _ right: ExpressionView) -> (CalendarHours, CalendarHours)? {
    let first = hours(left)
    let second = hours(right)
    guard let first, let second else { return nil }
    return (first, second)
  }

  private func firstCalendar(_ view: ExpressionView) -> Int? {
    switch view {
    case .name(let name):
      if case .calendar(let index)? = scope[name] { return checkCalendar(index) ? index : nil }
      return calendar(name)
    case .and(let pair): return firstCalendar(pair.left)
    case .or(let pair): return firstCalendar(pair.left)
    case .arithmetic(let pair): return firstCalendar(pair.left)
    case .literal, .truth, .this, .call, .ordinal, .member, .sample, .share, .perUnit, .comparison, .equality,
      .applicability, .membership, .window, .relation, .not, .span, .during, .overlap, .conditional, .choice,
      .endOf, .unitAfter, .missing:
      return hours(view) == nil ? nil : 0
    }
  }

  /// The calendar of a name, or nil with a message.
  func calendar(_ name: NameView) -> Int? {
    guard let entity = resolve(name, among: names { if case .calendar = $0 { true } else { false } }) else {
      return nil
    }
    guard case .calendar(let index) = entity else {
      wrongSort(name, entity, asked: .calendar)
      return nil
    }
    return checkCalendar(index) ? index : nil
  }

  /// The calendar of an `on` line: a name, or a combination that becomes a calendar without a name.
  func calendar(_ view: ExpressionView) -> Int? {
    if case .name(let name) = view { return calendar(name) }
    guard let rules = combined(view) else { return nil }
    let text = self.text(in: view.range)
    combinedOf[policy.calendars.count] = readers(in: view)
    policy.calendars.append(
      PledgePolicy.CalendarDeclaration(
        name: text, title: nil, rules: rules, citations: [], origin: view.range))
    return policy.calendars.count - 1
  }

  // MARK: Lines

  private func ownRules(_ view: PledgeSyntax.CalendarDeclaration) -> CalendarRules? {
    var zone = policy.header.zone
    var zonePlace: SourceRange?
    var parts = HoursParts()
    var isSound = true
    for line in view.lines {
      switch line {
      case .timezone(let line):
        guard once(&zonePlace, self.word(.timezone), line.range), let word = line.word,
          let own = self.zone(word)
        else {
          isSound = false
          continue
        }
        zone = own
      case .hours(let line): isSound = add(line, to: &parts) && isSound
      case .holidays(let line): isSound = add(line, to: &parts) && isSound
      case .workingDay(let line): isSound = add(line, to: &parts) && isSound
      case .cite(let line): citeCalendar(view, line)
      case .damaged: isSound = false
      }
    }
    guard isSound else { return nil }
    let hours = OpeningHours(
      zone: zone, weekly: parts.weekly, changes: parts.changes, holidays: parts.holidays,
      workingDates: parts.working.map { WorkingDate(date: $0) }, coverage: parts.coverage,
      beyondCoverage: parts.asWeekdays ? .asWeekdays : .unknown)
    return CalendarRules(hours: .own(hours), dayEnd: parts.dayEnd, lateArrival: parts.lateArrival)
  }

  /// What the lines of a calendar add up to.
  private struct HoursParts {
    var weekly: [[WallInterval]] = Array(repeating: [], count: 7)
    var changes: [HoursChange] = []
    /// Where the dates of each change stand.
    var places: [SourceRange] = []
    var holidays: [CivilDate] = []
    var working: [CivilDate] = []
    var coverage: DateRange?
    var asWeekdays = false
    var dayEnd: DayEnd?
    var lateArrival: LateArrival?
  }

  private func citeCalendar(_ view: PledgeSyntax.CalendarDeclaration, _ line: CitationLine) {
    guard let name = view.name, case .calendar(let index)? = scope[name] else { return }
    policy.calendars[index].citations += citations(line.words)
  }

  private func add(_ line: HoursLine, to parts: inout HoursParts) -> Bool {
    var hours: [WallInterval] = []
    for view in line.hours {
      guard let start = view.start.flatMap({ wallTime($0) }), let end = view.end.flatMap({ wallTime($0) })
      else {
        return false
      }
      if start == end {
        report(.calendar(.equalEnds(hours: view.text)), at: view.range)
        return false
      }
      hours.append(WallInterval(start: start, end: end))
    }
    for days in line.days {
      guard add(days, line.isClosed ? [] : hours, to: &parts) else { return false }
    }
    return true
  }

  private func add(_ days: DaysView, _ hours: [WallInterval], to parts: inout HoursParts) -> Bool {
    guard let first = days.firstDate else {
      guard let weekdays = weekdays(days) else { return false }
      for weekday in weekdays { parts.weekly[weekday - 1] += hours }
      return true
    }
    guard let from = civilDate(first) else { return false }
    var until = from
    if let last = days.lastDate {
      guard let date = civilDate(last) else { return false }
      until = date
    }
    var only: Weekdays?
    if days.firstDay != nil {
      guard let weekdays = weekdays(days) else { return false }
      only = weekdays.reduce(into: Weekdays()) { $0.formUnion(Weekdays(weekday: $1)) }
    }
    let change = HoursChange(dates: DateRange(first: from, last: until), weekdays: only, hours: hours)
    guard isFirst(change, at: days.range, parts) else { return false }
    parts.changes.append(change)
    parts.places.append(days.range)
    return true
  }

  /// Whether no earlier line says the hours of a date of a change; a message where one does. An exception
  /// within the dates of an earlier line says something of its own, and a line for one date goes before any
  /// range.
  private func isFirst(_ change: HoursChange, at place: SourceRange, _ parts: HoursParts) -> Bool {
    for (other, first) in zip(parts.changes, parts.places) where other.namesOneDate == change.namesOneDate {
      guard let date = other.firstDate(sharedWith: change), !change.isException(to: other) else { continue }
      report(
        .calendar(.dateTwice(date: date.text)), at: place,
        labels: [SecondaryLabel(.firstGivenHere, at: first)])
      return false
    }
    return true
  }

  /// The weekdays 1 to 7 of a name or a range of names, which may run over the weekend.
  private func weekdays(_ days: DaysView) -> [Int]? {
    guard let first = days.firstDay.flatMap({ weekday($0) }) else { return nil }
    guard let lastName = days.lastDay else { return [first] }
    guard let last = weekday(lastName) else { return nil }
    var result = [first]
    while result[result.count - 1] != last { result.append(result[result.count - 1] % 7 + 1) }
    return result
  }

  private func weekday(_ name: NameView) -> Int? {
    let dialect = name.node.tree.dialect
    if let weekday = WeekdayTable.weekday(spelled: name.name, in: dialect) {
      return Int(weekday.rawValue) + 1
    }
    let known = WeekdayTable.rows.flatMap { $0.spellings(in: dialect) }
    report(
      .calendar(
        .unknownWeekday(name: name.name, suggestion: Suggestion.nearest(to: name.name, among: known))),
      at: name.range)
    return nil
  }

  private func add(_ line: HolidaysLine, to parts: inout HoursParts) -> Bool {
    guard let path = line.path else { return false }
    switch environment.holidays(path.contents, files[path.range.file]?.name ?? "") {
    case .unreadable(let reason):
      report(.calendar(.holidayFile(path: path.contents, reason: reason)), at: path.range)
      return false
    case .list(let list):
      if parts.coverage != nil || !parts.holidays.isEmpty {
        report(.clause(.repeated(clause: "holidays")), at: line.range)
        return false
      }
      parts.holidays = list.holidays
      parts.working = list.working
      parts.coverage = list.coverage
      parts.asWeekdays = line.isOtherwiseWeekdays
      return true
    }
  }

  private func add(_ line: WorkingDayLine, to parts: inout HoursParts) -> Bool {
    if parts.dayEnd != nil {
      report(.clause(.repeated(clause: "day")), at: line.range)
      return false
    }
    switch line.rule {
    case .length(let literal):
      guard let (constant, type) = constant(literal, expecting: nil) else { return false }
      guard case .duration(let length) = constant else {
        report(.type(.mismatch(found: type.words, needed: .suchAs(.duration, ["8 h"]))), at: literal.range)
        return false
      }
      parts.dayEnd = .length(length)
    case .endsAtClose: parts.dayEnd = .close
    case .endsAtMidnight: parts.dayEnd = .midnight
    case .endsAtTheSameTime: parts.dayEnd = .sameTime
    case nil: return false
    }
    switch line.lateArrival {
    case .today: parts.lateArrival = .today
    case .nextWorkingDay: parts.lateArrival = .nextWorkingDay
    case nil: parts.lateArrival = nil
    }
    return true
  }

  // MARK: Problems

  private func reportProblems(of rules: CalendarRules, _ view: PledgeSyntax.CalendarDeclaration) -> Bool {
    let place = view.name?.range ?? view.range.firstByte
    let name = view.name?.name ?? ""
    let problems = rules.problems()
    // Hours that overlap do so on each day of a line: one mistake, one message.
    var facts: [(fact: CalendarFact, place: SourceRange)] = []
    for problem in problems {
      let fact = fact(problem, name)
      if case .overlappingHours = fact, case .overlappingHours? = facts.last?.fact { continue }
      facts.append((fact, self.place(of: problem, view) ?? place))
    }
    // Hours that could not be read may be those that are missing.
    if !view.isDamaged { for (fact, place) in facts { report(.calendar(fact), at: place) } }
    return problems.isEmpty
  }

  /// Where a calendar says what a problem is about; nil where it is about the whole of it.
  private func place(of problem: CalendarProblem, _ view: PledgeSyntax.CalendarDeclaration) -> SourceRange? {
    let lines = view.lines.compactMap { if case .hours(let line) = $0 { line } else { nil } }
    switch problem {
    case .overlap(_, _, let hours), .overlapOnDates(_, _, let hours), .startsAtEndOfDay(_, let hours),
      .startsAtEndOfDayOnDates(_, let hours):
      return lines.flatMap(\.hours).last {
        $0.start.flatMap(wallTime) == hours.start && $0.end.flatMap(wallTime) == hours.end
      }?.range
    case .invertedDates(let dates):
      return lines.flatMap(\.days).first {
        $0.firstDate.flatMap(civilDate) == dates.first && $0.lastDate.flatMap(civilDate) == dates.last
      }?.range
    case .neverOpens, .emptyCoverage, .outsideCoverage, .bothHolidayAndWorking, .emptyDay: return nil
    }
  }

  private func fact(_ problem: CalendarProblem, _ name: String) -> CalendarFact {
    switch problem {
    case .neverOpens: .neverOpens(name: name)
    case .overlap(let weekday, _, _): .overlappingHours(day: .weekday(weekday))
    case .overlapOnDates(let dates, _, _): .overlappingHours(day: .verbatim(dates.first.text))
    case .startsAtEndOfDay(let weekday, _):
      .hours(.beginAtEndOfDay(.weekday(weekday)))
    case .startsAtEndOfDayOnDates(let dates, _):
      .hours(.beginAtEndOfDay(.verbatim(dates.first.text)))
    case .invertedDates(let dates): .hours(.invertedDates(first: dates.first.text, last: dates.last.text))
    case .emptyCoverage(let dates):
      .hours(.emptyCoverage(first: dates.first.text, last: dates.last.text))
    case .outsideCoverage(let date):
      .hours(.outsideCoverage(date: date.text))
    case .bothHolidayAndWorking(let date): .hours(.holidayAndWorking(date: date.text))
    case .emptyDay: .hours(.emptyDay)
    }
  }
}

extension [Entity] {
  /// The part from an element on: the circle that it closes.
  func from(_ entity: Entity) -> [Entity] { firstIndex(of: entity).map { Array(self[$0...]) } ?? [entity] }
}
