import PledgeDiagnostics
import PledgePolicy
import PledgeSyntax
import PledgeTime

// What a working day is: the calendar has to say it, and one that is combined of others has to say one thing.

extension Checking {
  /// The calendar whose working days are meant, ready to count them: the one that the target is on, else the
  /// only one that the file of a place names; nil with a message.
  func workingCalendar(at range: SourceRange) -> Int? {
    if let calendar = targetCalendar { return countsWorkingDays(calendar, at: range) ? calendar : nil }
    let seen = calendarViews.indices.filter { index in
      calendarViews[index].name.map { scope[$0.name, range.file] == .calendar(index) } ?? false
    }
    guard seen.count == 1, let only = seen.first else {
      if calendarViews.contains(where: { isDamaged($0) }) || seen.isEmpty && damage.mayHideNames {
        return nil
      }
      let names = seen.compactMap { calendarViews[$0].name?.name }
      report(.calendar(.noCalendar(calendars: names)), at: range)
      return nil
    }
    dependencies.note(.calendar(only))
    return checkCalendar(only) && countsWorkingDays(only, at: range) ? only : nil
  }

  /// Whether a calendar says what its working days are; a message shows the readings where it does not.
  func countsWorkingDays(_ calendar: Int, at range: SourceRange) -> Bool {
    let parts = readers(of: calendar)
    if let (first, other) = clash(among: parts) {
      report(
        .calendar(.readingsDiffer(first: policy.calendars[first].name, other: policy.calendars[other].name)),
        at: range, labels: [first, other].map { readingLabel($0) })
      return false
    }
    // Of a combination the reading is to be written in what it is made of.
    let declared = policy.calendars[parts.first ?? calendar]
    let labels = [SecondaryLabel(.declaredHere(name: declared.name), at: declared.origin.firstByte)]
    guard let end = policy.calendars[calendar].rules.dayEnd else {
      report(.calendar(.workingDayNotStated(calendar: declared.name)), at: range, labels: labels)
      return false
    }
    // A day of a length of open time needs no reading of late arrivals: open time is counted from the
    // arrival.
    if case .length = end { return true }
    if policy.calendars[calendar].rules.lateArrival == nil {
      let name = parts.first { policy.calendars[$0].rules.dayEnd != nil }.map { policy.calendars[$0].name }
      report(.calendar(.lateArrivalNotStated(calendar: name ?? declared.name)), at: range, labels: labels)
      return false
    }
    return true
  }

  // MARK: Combinations

  /// The hours of a combination, with the reading of a working day that its calendars share; none where they
  /// differ, which is an error only where working days are counted.
  func rules(_ hours: CalendarHours, readBy parts: [Int]) -> CalendarRules {
    let stated = parts.map { policy.calendars[$0].rules }.filter { $0.dayEnd != nil }
    guard clash(among: parts) == nil else { return CalendarRules(hours: hours) }
    return CalendarRules(
      hours: hours, dayEnd: stated.first?.dayEnd, lateArrival: stated.first?.lateArrival)
  }

  /// The calendars with hours of their own whose working days a calendar counts.
  private func readers(of calendar: Int) -> [Int] { combinedOf[calendar] ?? [calendar] }

  /// The calendars with hours of their own whose working days a combination counts. What `minus` takes away
  /// has none.
  func readers(in view: ExpressionView) -> [Int] {
    switch view {
    case .name(let name):
      if case .calendar(let index)? = scope[name] { return readers(of: index) }
      return []
    case .and(let pair): return readers(in: pair.left) + readers(in: pair.right)
    case .or(let pair): return readers(in: pair.left) + readers(in: pair.right)
    case .arithmetic(let pair): return readers(in: pair.left)
    case .literal, .truth, .this, .call, .ordinal, .member, .sample, .share, .perUnit, .comparison, .equality,
      .applicability, .membership, .window, .relation, .not, .span, .during, .overlap, .conditional, .choice,
      .endOf, .unitAfter, .missing:
      return []
    }
  }

  /// The first two of some calendars that read a working day differently.
  private func clash(among parts: [Int]) -> (Int, Int)? {
    let stated = parts.filter { policy.calendars[$0].rules.dayEnd != nil }
    guard let first = stated.first else { return nil }
    let reading = policy.calendars[first].rules
    let other = stated.first {
      let rules = policy.calendars[$0].rules
      return rules.dayEnd != reading.dayEnd || rules.lateArrival != reading.lateArrival
    }
    return other.map { (first, $0) }
  }

  /// The `day` line of a calendar.
  private func readingLabel(_ calendar: Int) -> SecondaryLabel {
    if calendarViews.indices.contains(calendar) {
      for case .workingDay(let line) in calendarViews[calendar].lines {
        let words = text(in: line.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return SecondaryLabel(.clause(words), at: line.range)
      }
    }
    let declared = policy.calendars[calendar]
    return SecondaryLabel(.declaredHere(name: declared.name), at: declared.origin.firstByte)
  }
}
