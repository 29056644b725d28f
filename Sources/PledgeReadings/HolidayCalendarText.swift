import PledgeTime

/// Holidays as iCalendar (RFC 5545): all-day `VEVENT`s, `DTEND` exclusive; the calendar's
/// `X-PLEDGE-COVERS:2025-01-01..2026-12-31` says which dates it covers. An event with the category `WORKING`
/// is a working day. Repeating events are refused: the file must list its dates.
enum HolidayCalendarText {
  static func parse(_ bytes: [UInt8], file: String) -> Result<HolidayFile, ReadingProblems> {
    var reader = Reader(file: file)
    for (line, text) in unfolded(bytes) { reader.take(text, line) }
    return reader.finish()
  }

  /// Content lines with the line that each starts on; a line that starts with a space goes on with the last.
  private static func unfolded(_ bytes: [UInt8]) -> [(line: Int, text: String)] {
    var lines: [(line: Int, bytes: [UInt8])] = []
    for (index, part) in bytes.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated() {
      var part = part
      if part.last == 0x0d { part.removeLast() }
      if let first = part.first, first == 0x20 || first == 0x09, !lines.isEmpty {
        lines[lines.count - 1].bytes.append(contentsOf: part.dropFirst())
      } else if !part.isEmpty {
        lines.append((index + 1, Array(part)))
      }
    }
    return lines.map { ($0.line, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  private struct Reader {
    let file: String
    var problems: [ReadingProblem] = []
    var source = ""
    var covers: (CivilDate, CivilDate)?
    var entries: [(entry: HolidayFile.Entry, isWorking: Bool, line: Int)] = []
    var isInEvent = false
    var isCalendar = false
    var eventLine = 0
    var start: CivilDate?
    var end: CivilDate?
    var name = ""
    var isWorking = false

    init(file: String) { self.file = file }

    mutating func report(_ message: String, _ line: Int) {
      problems.append(
        ReadingProblem(file: file, position: TextPosition(line: line, column: 1), message: message))
    }

    mutating func take(_ text: String, _ line: Int) {
      guard let colon = text.firstIndex(of: ":") else { return report("expected `NAME:value`", line) }
      let value = String(text[text.index(after: colon)...])
      let property = text[..<colon].split(separator: ";").first.map { $0.uppercased() } ?? ""
      switch (property, isInEvent) {
      case ("BEGIN", _):
        if value == "VCALENDAR" { isCalendar = true }
        if value == "VEVENT" { begin(line) }
      case ("END", true) where value == "VEVENT": endEvent()
      case ("X-PLEDGE-COVERS", false):
        covers = HolidayFile.range(value)
        if covers == nil { report("expected `2025-01-01..2026-12-31`", line) }
      case ("X-WR-CALNAME", false): source = Self.plain(value)
      case ("DTSTART", true): start = day(value, line)
      case ("DTEND", true): end = day(value, line)
      case ("SUMMARY", true): name = Self.plain(value)
      case ("CATEGORIES", true): isWorking = value.uppercased() == "WORKING"
      case ("RRULE", true), ("RDATE", true), ("DURATION", true):
        report("\(property) is not read; list each date", line)
      case (_, _): break
      }
    }

    private mutating func begin(_ line: Int) {
      isInEvent = true
      eventLine = line
      (start, end, name, isWorking) = (nil, nil, "", false)
    }

    private mutating func endEvent() {
      isInEvent = false
      guard let start else { return report("the event has no all-day DTSTART", eventLine) }
      let last = end.flatMap { CivilDate(dayNumber: $0.dayNumber - 1) } ?? start
      entries.append((HolidayFile.Entry(from: start, to: last, name: name), isWorking, eventLine))
    }

    /// Reads `20250128`.
    private mutating func day(_ value: String, _ line: Int) -> CivilDate? {
      let digits = Array(value.utf8)
      guard digits.count == 8, digits.allSatisfy({ $0 &- 0x30 <= 9 }) else {
        report("expected an all-day date such as 20260302, found `\(value)`", line)
        return nil
      }
      let numbers = digits.map { Int($0 &- 0x30) }
      let date = CivilDate(
        year: numbers[0] * 1000 + numbers[1] * 100 + numbers[2] * 10 + numbers[3],
        month: numbers[4] * 10 + numbers[5], day: numbers[6] * 10 + numbers[7])
      if date == nil { report("there is no date `\(value)`", line) }
      return date
    }

    /// A text value without its backslashes.
    private static func plain(_ value: String) -> String {
      var result = ""
      var isEscaped = false
      for character in value {
        if isEscaped {
          result.append(character == "n" || character == "N" ? " " : character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else {
          result.append(character)
        }
      }
      return result
    }

    mutating func finish() -> Result<HolidayFile, ReadingProblems> {
      if !isCalendar { report("it is no iCalendar file", 1) }
      guard let covers else {
        if problems.isEmpty {
          report("it does not say which dates it covers: X-PLEDGE-COVERS:2025-01-01..2026-12-31", 1)
        }
        return .failure(ReadingProblems(problems))
      }
      var result = HolidayFile(coversFrom: covers.0, coversTo: covers.1)
      result.source = source
      for (entry, isWorking, line) in entries {
        if let fault = result.fault(entry) { report(fault, line) }
        if isWorking { result.working.append(entry) } else { result.holidays.append(entry) }
      }
      return HolidayFile.checked(result, problems)
    }
  }
}
