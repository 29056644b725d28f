/// Holidays as CSV: a line `# covers 2025-01-01..2026-12-31`, perhaps `# source …`, then the columns `date`,
/// `to` (may be absent or empty), `kind` (`holiday` or `working`) and `name` in any order.
enum HolidayRows {
  static func parse(_ bytes: [UInt8], file: String) -> Result<HolidayFile, ReadingProblems> {
    var rest = bytes[...]
    var source = ""
    var covers: String?
    var line = 1
    while rest.first == 0x23 {
      let end = rest.firstIndex(of: 0x0a) ?? rest.endIndex
      let text = HolidayFile.trimmed(String(decoding: rest[rest.startIndex..<end].dropFirst(), as: UTF8.self))
      if text.hasPrefix("covers ") { covers = HolidayFile.trimmed(text.dropFirst(7)) }
      if text.hasPrefix("source ") { source = HolidayFile.trimmed(text.dropFirst(7)) }
      rest = end < rest.endIndex ? rest[(end + 1)...] : []
      line += 1
    }
    guard let covers, let range = HolidayFile.range(covers) else {
      return failure(file, 1, "it must begin with the dates covered, `# covers 2025-01-01..2026-12-31`")
    }
    var result = HolidayFile(coversFrom: range.0, coversTo: range.1)
    result.source = source
    let (rows, fault) = CSVScanner.rows(Array(rest))
    if let fault {
      let place = line + rest.prefix(fault.offset).count { $0 == 0x0a }
      return failure(file, place, "malformed CSV")
    }
    guard let header = rows.first else { return failure(file, line, "it has no header") }
    return read(rows, header, line, file, result)
  }

  private static func read(
    _ rows: [[String]], _ header: [String], _ headerLine: Int, _ file: String, _ start: HolidayFile
  ) -> Result<HolidayFile, ReadingProblems> {
    var result = start
    var problems: [ReadingProblem] = []
    let known = ["date", "to", "kind", "name"]
    if let other = header.first(where: { !known.contains($0) }) {
      return failure(
        file, headerLine, "unknown column `\(other)`; known are \(known.joined(separator: ", "))")
    }
    guard let date = header.firstIndex(of: "date") else {
      return failure(file, headerLine, "no column `date`")
    }
    let to = header.firstIndex(of: "to")
    let kind = header.firstIndex(of: "kind")
    let name = header.firstIndex(of: "name")
    for (index, row) in rows.enumerated().dropFirst() where row != [""] {
      let line = headerLine + index
      func report(_ message: String) {
        problems.append(
          ReadingProblem(file: file, position: TextPosition(line: line, column: 1), message: message))
      }
      guard row.count == header.count else {
        report("the row has \(row.count) cells, the header \(header.count)")
        continue
      }
      guard let from = HolidayFile.date(row[date]),
        let end = to.map({ row[$0].isEmpty ? from : HolidayFile.date(row[$0]) }) ?? from
      else {
        report("expected a date such as 2026-03-02")
        continue
      }
      let entry = HolidayFile.Entry(from: from, to: end, name: name.map { row[$0] } ?? "")
      if let fault = result.fault(entry) { report(fault) }
      switch kind.map({ row[$0] }) ?? "holiday" {
      case "holiday": result.holidays.append(entry)
      case "working": result.working.append(entry)
      case let other: report("`\(other)` is neither `holiday` nor `working`")
      }
    }
    return HolidayFile.checked(result, problems)
  }

  private static func failure(_ file: String, _ line: Int, _ message: String) -> Result<
    HolidayFile, ReadingProblems
  > {
    let position = TextPosition(line: line, column: 1)
    return .failure(ReadingProblems([ReadingProblem(file: file, position: position, message: message)]))
  }
}
