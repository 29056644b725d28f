extension CalendarFact {
  /// The fact in English.
  package var englishWords: FactWords {
    switch self {
    case .neverOpens(let name):
      FactWords("calendar `\(name)` is never open", hint: "give it hours, such as `mon..fri 09:00-18:00`")
    case .overlappingHours(let day):
      FactWords("hours of \(day.englishWords) overlap", hint: "list each hour once")
    case .hours(let fault): FactWords(fault.englishWords)
    case .equalEnds(let hours):
      FactWords(
        "`\(hours)` can mean 24 hours or none",
        hint: "write `00:00-24:00` for a whole day, both parts for a day that begins at another time "
          + "(`09:00-24:00, 00:00-09:00`), or `closed`")
    case .unknownWeekday(let name, let suggestion):
      FactWords(
        "`\(name)` is not a weekday", label: "mon, tue, wed, thu, fri, sat or sun",
        hint: suggestion.map { "did you mean `\($0)`?" })
    case .holidayFile(let path, let reason):
      FactWords("the holidays in \"\(path)\" cannot be read: \(reason)")
    case .workingDayNotStated(let calendar):
      FactWords(
        "calendar `\(calendar)` does not say when a working day ends",
        hint:
          "write `day ends at close`, `day ends at midnight`, `day ends at the same time` (as the arrival), "
          + "or `day is 8 h` (of open time)")
    case .lateArrivalNotStated(let calendar):
      FactWords(
        "calendar `\(calendar)` does not say what an arrival outside its hours counts as",
        hint:
          "add `, late arrival counts as today` or `, late arrival counts as next working day` "
          + "to its `day` line"
      )
    case .readingsDiffer(let first, let other):
      FactWords(
        "`\(first)` and `\(other)` read a working day differently, and here they are one calendar",
        hint: "write the same `day` line in both")
    case .dateTwice(let date):
      FactWords(
        "\(date) has its hours twice",
        hint:
          "list all hours of a date in one line; an exception to a range of dates stands behind it and "
          + "inside it"
      )
    case .noCalendar(let calendars):
      FactWords(
        "working days of which calendar?",
        hint: calendars.isEmpty
          ? "declare a calendar" : "name one with `on`: \(EnglishList.or(calendars.map { "on \($0)" }))")
    }
  }
}

extension HoursFault {
  /// What is wrong, in English.
  var englishWords: Wording {
    switch self {
    case .beginAtEndOfDay(let day):
      "hours of \(day.englishWords) begin at 24:00: they belong to the next day"
    case .invertedDates(let first, let last): "\(last) is before \(first)"
    case .emptyCoverage(let first, let last): "the holiday file covers nothing: \(last) is before \(first)"
    case .outsideCoverage(let date): "\(date) lies outside the dates that the holiday file covers"
    case .holidayAndWorking(let date): "\(date) is both a holiday and a working day"
    case .emptyDay: "a working day has to be longer than nothing"
    }
  }
}
