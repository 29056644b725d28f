import PledgeTime

/// The holidays and working days of an authority, with the dates that they cover.
package struct HolidayFile: Sendable, Hashable {
  /// One stretch of dates, both inclusive.
  package struct Entry: Sendable, Hashable {
    package var from: CivilDate
    package var to: CivilDate
    package var name: String

    package init(from: CivilDate, to: CivilDate, name: String) {
      self.from = from
      self.to = to
      self.name = name
    }
  }

  /// Who published it, as the file says; empty where it does not.
  package var source = ""
  /// The first date that the file speaks about.
  package var coversFrom: CivilDate
  /// The last date that the file speaks about.
  package var coversTo: CivilDate
  package var holidays: [Entry] = []
  /// Days on which people work though the weekday says otherwise.
  package var working: [Entry] = []

  package init(coversFrom: CivilDate, coversTo: CivilDate) {
    self.coversFrom = coversFrom
    self.coversTo = coversTo
  }

  /// Reads a YAML, CSV or iCalendar file, told apart by the ending of its name.
  ///
  /// Throws `SourceError` where it cannot be read and `ReadingProblems` where it is wrong, also where it does
  /// not say which dates it covers (iCalendar: `X-PLEDGE-COVERS:2025-01-01..2026-12-31`).
  package static func load(path: String) throws -> HolidayFile {
    let bytes = try InputFile.readText(path: path, limit: 4 << 20)
    return try parse(bytes, file: path).get()
  }

  /// Reads the text of a holiday file; `file` tells the format and names it in problems.
  package static func parse(_ bytes: [UInt8], file: String) -> Result<HolidayFile, ReadingProblems> {
    var name = file[...]
    if name.hasSuffix(".gz") { name = name.dropLast(3) }
    if name.hasSuffix(".ics") { return HolidayCalendarText.parse(bytes, file: file) }
    switch InputFormat.named(by: file) {
    case .csv: return HolidayRows.parse(bytes, file: file)
    case .yaml, .json: return HolidayTree.parse(bytes, file: file)
    case .ndjson, nil:
      return .failure(
        ReadingProblems([
          ReadingProblem(file: file, message: "holidays are read from .yaml, .csv and .ics files")
        ]))
    }
  }

  /// Checks what all formats share and gives the file or the problems.
  static func checked(_ file: HolidayFile, _ problems: [ReadingProblem]) -> Result<
    HolidayFile, ReadingProblems
  > {
    problems.isEmpty ? .success(file) : .failure(ReadingProblems(problems))
  }

  /// Why an entry cannot stand in the file, or nil.
  func fault(_ entry: Entry) -> String? {
    if entry.to < entry.from { return "the dates of `\(entry.name)` are the wrong way round" }
    if entry.from < coversFrom || coversTo < entry.to {
      return "`\(entry.name)` is outside of the dates covered"
    }
    return nil
  }

  /// Reads `2025-01-01`.
  static func date(_ text: some StringProtocol) -> CivilDate? {
    guard case .success(.date(let date)) = Timestamp.parse(String(text)) else { return nil }
    return date
  }

  /// Reads `2025-01-01..2026-12-31`.
  static func range(_ text: some StringProtocol) -> (CivilDate, CivilDate)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: true)
    guard parts.count == 2, let from = date(trimmed(parts[0])), let to = date(trimmed(parts[1])), from <= to
    else {
      return nil
    }
    return (from, to)
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first == 0x20 || first == 0x09 || first == 0x0d { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0d { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
