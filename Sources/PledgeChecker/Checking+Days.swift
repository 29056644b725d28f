import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

// Days, their ends, and times of day on them.

extension Checking {
  // MARK: Ends of days

  func check(_ view: EndOfExpression) -> Expression? {
    if view.unit == nil, case .unitAfter(let unit) = view.anchor { return endOf(unit, view.range) }
    guard let ordinal = view.ordinal else {
      if let unit = view.unit { return endOf(unit, of: view.anchor, view.range) }
      guard let anchor = check(view.anchor, expecting: .date) else { return nil }
      guard anchor.type == .date || anchor.type == .instant else {
        mismatch(anchor, .date)
        return nil
      }
      return Expression(.endOf(.date(anchor)), type: .instant, origin: view.range)
    }
    return number(of: ordinal).flatMap { endOf(view.unit, number: $0, after: view.anchor, view.range) }
  }

  /// `end of month of E`.
  private func endOf(_ unit: UnitView, of view: ExpressionView, _ range: SourceRange) -> Expression? {
    guard let stretch = stretch(unit), let anchor = anchorOrDate(view) else { return nil }
    return Expression(.endOf(.unit(stretch, number: 0, after: anchor)), type: .instant, origin: range)
  }

  /// `end of next month after E`, `end of 2nd working day after E`.
  private func endOf(_ view: UnitAfterExpression, _ range: SourceRange) -> Expression? {
    guard let number = number(of: view) else { return nil }
    if let anchor = view.anchor { return endOf(view.unit, number: number, after: anchor, range) }
    guard asking == .frame else {
      refuseWithoutAnchor(view)
      return nil
    }
    return endOf(view.unit, number: number, from: lastInstantOfPeriod(view.range), range)
  }

  private func number(of view: UnitAfterExpression) -> Int? {
    guard let ordinal = view.ordinal else { return 1 }
    return number(of: ordinal)
  }

  /// How many units on; time has no last one.
  private func number(of ordinal: OrdinalView) -> Int? {
    switch ordinal.value {
    case .nth(let number)?: return number
    case .last?:
      report(.type(.mismatch(found: .code("last"), needed: .suchAs(.number, ["2nd"]))), at: ordinal.range)
      return nil
    case nil: return nil
    }
  }

  private func refuseWithoutAnchor(_ view: UnitAfterExpression) {
    report(
      .type(
        .mismatch(
          found: .unitOfNothing, needed: .code("\(text(in: view.range)) after …"))),
      at: view.range)
  }

  private func endOf(
    _ unit: UnitView?, number: Int, after view: ExpressionView, _ range: SourceRange
  ) -> Expression? {
    guard let anchor = anchorOrDate(view) else { return nil }
    return endOf(unit, number: number, from: anchor, range)
  }

  private func endOf(
    _ unit: UnitView?, number: Int, from anchor: Expression, _ range: SourceRange
  ) -> Expression? {
    guard let unit, let kind = unit.kind else { return nil }
    switch kind {
    case .working(.day), .calendar(.day), .plain(.day):
      return day(unit, number: number, from: anchor, range).map {
        Expression(.endOf($0), type: .instant, origin: range)
      }
    case .plain, .calendar, .working, .currency:
      return stretch(unit).map {
        Expression(.endOf(.unit($0, number: number, after: anchor)), type: .instant, origin: range)
      }
    }
  }

  /// A day of a unit of days, or nil with a message.
  private func day(
    _ unit: UnitView, number: Int, from anchor: Expression, _ range: SourceRange
  ) -> DayReference? {
    switch unit.kind {
    case .working(.day):
      guard anchor.type == .instant else {
        mismatch(anchor, .anyOf([.event, .instant]))
        return nil
      }
      return workingCalendar(at: range).map { .workingDay(number: number, after: anchor, calendar: $0) }
    case .calendar(.day): return .calendarDay(number: number, after: anchor)
    case .plain(.day): report(.type(.bareDay(number: "\(number)")), at: unit.range)
    case .plain, .calendar, .working, .currency:
      report(
        .type(.unit(found: unit.text, needed: .anyCode(["working day", "calendar day"]))), at: unit.range)
    case nil: break
    }
    return nil
  }

  // MARK: Days

  /// A day as a date: `2nd working day after reported`.
  func date(_ view: UnitAfterExpression) -> Expression? {
    guard let unit = view.unit, let number = number(of: view) else { return nil }
    guard let anchorView = view.anchor else {
      refuseWithoutAnchor(view)
      return nil
    }
    guard let anchor = anchorOrDate(anchorView),
      let day = day(unit, number: number, from: anchor, view.range), hasDates(day, view.range)
    else { return nil }
    return Expression(.dayOf(day), type: .date, origin: view.range)
  }

  /// Whether working days are dates: a day of a length of open time has none of its own, unless it is said on
  /// which date an arrival counts.
  private func hasDates(_ day: DayReference, _ range: SourceRange) -> Bool {
    guard case .workingDay(_, _, let calendar) = day, policy.calendars[calendar].rules.lateArrival == nil
    else {
      return true
    }
    let declared = policy.calendars[calendar]
    report(
      .calendar(.lateArrivalNotStated(calendar: declared.name)), at: range,
      labels: [SecondaryLabel(.declaredHere(name: declared.name), at: declared.origin.firstByte)])
    return false
  }

  /// `12:00 on promised`: a time of day on a date, by the clock of the calendar whose working day it is,
  /// else of the policy.
  func timeOn(_ view: SampleExpression) -> Expression? {
    let time = check(view.value, expecting: .timeOfDay)
    guard let time else { return nil }
    guard time.type == .timeOfDay else {
      mismatch(time, .suchAs(.timeOfDay, ["12:00"]))
      return nil
    }
    guard let date = anchorOrDate(view.place) else { return nil }
    var calendar: Int?
    if case .dayOf(.workingDay(_, _, let working)) = date.kind { calendar = working }
    return Expression(.timeOn(time, date: date, calendar: calendar), type: .instant, origin: view.range)
  }

  /// The stretch of the calendar that a unit names, or nil with a message.
  private func stretch(_ unit: UnitView) -> CalendarUnit? {
    switch unit.kind {
    case .plain(.week), .calendar(.week): return .week
    case .plain(.month), .calendar(.month): return .month
    case .plain(.quarter), .calendar(.quarter): return .quarter
    case .plain(.year), .calendar(.year): return .year
    case .plain, .calendar, .working, .currency, nil:
      report(
        .type(
          .unit(found: unit.text, needed: .anyCode(["month", "quarter", "year", "week", "working day"]))),
        at: unit.range)
      return nil
    }
  }

  private func anchorOrDate(_ view: ExpressionView) -> Expression? {
    if case .name(let name) = view, name.name == "period", scope[name] == nil, asking == .frame {
      return lastInstantOfPeriod(view.range)
    }
    if case .name(let name) = view, rowColumn(name) == nil, case .event? = scope[name] { return anchor(view) }
    guard let checked = check(view, expecting: .instant) else { return nil }
    if checked.type == .instant || checked.type == .date { return checked }
    mismatch(checked, .anyOf([.event, .instant, .date]))
    return nil
  }

  /// What `end of 2nd month after period` is counted from: the month in which the period ends counts 0.
  private func lastInstantOfPeriod(_ range: SourceRange) -> Expression {
    let end = Expression(.periodBoundary(.end), type: .instant, origin: range)
    let step = Expression(.constant(.duration(Duration(microseconds: 1))), type: .duration, origin: range)
    return Expression(.moved(end, by: step, calendar: nil, negated: true), type: .instant, origin: range)
  }
}
