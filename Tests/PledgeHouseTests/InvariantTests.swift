import Foundation
import Testing

/// Holds the invariants of docs/architecture.md by reading the sources.
@Suite("Invariants of the house")
struct InvariantTests {
  /// One line of a source, without its comment.
  struct Line: CustomStringConvertible {
    let room: String
    let file: String
    let number: Int
    let code: String

    var description: String { "\(room)/\(file):\(number): \(code)" }
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let lines: [Line] = {
    let sources = root.appendingPathComponent("Sources")
    guard let walk = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil) else {
      return []
    }
    var lines: [Line] = []
    for case let url as URL in walk where url.pathExtension == "swift" {
      let room = url.pathComponents[sources.pathComponents.count]
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
      for (index, line) in text.components(separatedBy: "\n").enumerated() {
        let code = line.components(separatedBy: "//")[0]
        lines.append(Line(room: room, file: url.lastPathComponent, number: index + 1, code: code))
      }
    }
    return lines
  }()

  static func offenders(_ rooms: Set<String>? = nil, _ pattern: String) throws -> [Line] {
    let regex = try NSRegularExpression(pattern: pattern)
    return lines.filter { line in
      guard rooms?.contains(line.room) ?? true else { return false }
      return regex.firstMatch(in: line.code, range: NSRange(line.code.startIndex..., in: line.code)) != nil
    }
  }

  @Test("The sources were found")
  func sourcesAreThere() {
    #expect(Self.lines.count > 5000)
  }

  @Test("What decides a ticket never sees a tree")
  func evaluationKnowsNoSyntax() throws {
    #expect(try Self.offenders(["PledgeEvaluation", "PledgePolicy"], #"^\s*import\s+PledgeSyntax"#).isEmpty)
  }

  @Test("No room imports Foundation")
  func noFoundation() throws {
    #expect(try Self.offenders(nil, #"^\s*(@\w+\s+)?import\s+Foundation"#).isEmpty)
  }

  @Test("No binary floating point near money, time and percentages")
  func noFloats() throws {
    let rooms: Set = ["PledgeNumbers", "PledgeTime", "PledgePolicy", "PledgeEvaluation", "PledgeTickets"]
    #expect(try Self.offenders(rooms, #"\b(Double|Float|Float64|CGFloat)\b"#).isEmpty)
  }

  @Test("No clock below the command")
  func noClock() throws {
    let rooms = Set(Self.lines.map(\.room)).subtracting(["pledge-cli"])
    #expect(
      try Self.offenders(rooms, #"\b(clock_gettime|gettimeofday|ContinuousClock|SuspendingClock)\b"#).isEmpty)
  }

  @Test("Nothing is forced")
  func nothingIsForced() throws {
    #expect(try Self.offenders(nil, #"\btry!|\bas!|\bfatalError\(|\bunsafeBitCast\("#).isEmpty)
  }

  @Test("No line is wider than a page")
  func linesFitThePage() throws {
    let sources = Self.lines.filter { $0.code.count > 110 }
    #expect(sources.isEmpty)
  }
}
