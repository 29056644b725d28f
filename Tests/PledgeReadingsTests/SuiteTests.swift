import Glibc
import Testing

@testable import PledgeReadings

/// The names of a folder of the repository, in order.
func names(in folder: String) -> [String] {
  guard let directory = opendir(repositoryFile(folder)) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}

@Suite struct PublishedSuites {
  /// Whether a whole text is one JSON value of valid UTF-8.
  private func isJSON(_ bytes: [UInt8]) -> Bool {
    let text = StableBytes(bytes)
    let end = text.start + text.count
    guard UTF8Text.firstFault(text.start, end) == nil else { return false }
    var at = text.start
    JSONScanner.skipSpace(&at, end)
    guard JSONScanner.skipValue(&at, end, depth: 0) == .none else { return false }
    JSONScanner.skipSpace(&at, end)
    return at == end
  }

  @Test func `every text of JSONTestSuite is accepted or refused as published`() throws {
    let folder = "Tests/Suites/json/test_parsing"
    let files = names(in: folder)
    #expect(files.count == 318)
    for name in files {
      let bytes = try FileSource(path: repositoryFile("\(folder)/\(name)")).readAll(limit: 1 << 24)
      let accepted = isJSON(bytes)
      if name.hasPrefix("y_") { #expect(accepted, "\(name)") }
      if name.hasPrefix("n_") { #expect(!accepted, "\(name)") }
    }
  }

  @Test func `each text of JSONTestSuite is read as a file of tickets without a trap`() throws {
    let folder = "Tests/Suites/json/test_parsing"
    let plan = try plan()
    for name in names(in: folder) {
      let bytes = try FileSource(path: repositoryFile("\(folder)/\(name)")).readAll(limit: 1 << 24)
      for format in ["x.json", "x.ndjson"] {
        let whole = try read(bytes, format, plan)
        #expect(whole.tickets.isEmpty, "\(name)")
        if bytes.count < 400 {
          let cut = try read(bytes, format, plan, chunkSize: 1)
          #expect(cut.rejections.isEmpty == whole.rejections.isEmpty, "\(name)")
        }
      }
      if name.hasPrefix("n_"), !name.contains("single_space"), !name.contains("no_data") {
        let refused = try read(bytes, "x.json", plan).rejections.isEmpty == false
        #expect(refused, "\(name)")
      }
    }
  }

  @Test(arguments: names(in: "Tests/Suites/csv/csvs"))
  func `csv-spectrum`(name: String) throws {
    let bytes = try FileSource(path: repositoryFile("Tests/Suites/csv/csvs/\(name)")).readAll(limit: 1 << 20)
    let (rows, fault) = CSVScanner.rows(bytes)
    #expect(fault == nil)
    let json = name.replacing(".csv", with: ".json")
    let expected = try YAMLNode.parse(
      FileSource(path: repositoryFile("Tests/Suites/csv/json/\(json)")).readAll(limit: 1 << 20), file: json
    ).get()
    guard case .sequence(let records) = expected.content, let header = rows.first else {
      Issue.record("no records")
      return
    }
    let found = rows.dropFirst().map { Array(zip(header, $0)) }
    let wanted: [[(String, String)]] = records.map { record in
      guard case .mapping(let pairs) = record.content else { return [] }
      return pairs.map { pair in
        guard case .scalar(let value, _) = pair.value.content else { return (pair.key.text ?? "", "") }
        return (pair.key.text ?? "", value)
      }
    }
    #expect(found.count == wanted.count)
    for (left, right) in zip(found, wanted) {
      #expect(left.elementsEqual(right) { $0.0 == $1.0 && $0.1 == $1.1 })
    }
  }
}
