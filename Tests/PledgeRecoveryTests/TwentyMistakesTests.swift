import Foundation
import PledgeChecker
import PledgeDiagnostics
import PledgeTestSupport
import PledgeTime
import Testing

/// A policy without mistakes and declarations with one mistake each, whose place stands in «».
enum Mistakes {
  static let sound = """
    pledge 1

    policy "Case" {
      id        case
      version   "1"
      effective from 2026-01-01
      timezone  UTC
      currency  CNY
    }

    register circuits by circuit {
      fee    money
      level  one of AAA, AA
      users  integer
    }

    role manager
    action notify

    ticket {
      circuit   key of circuits
      loss      percent
      patience  duration
      number    integer
      promised  date
      grave     truth
      event     reported, restored, asked, answered
    }

    span outage = from reported until restored

    target restore {
      clock   outage
      within  60 min
    }

    refund late {
      when  restore is breached
      pay   5.00 CNY
    }

    """

  /// `#` is a number, so that each name is new.
  static let all = [
    // What the parser finds.
    "target t# {\n  «clok» outage\n  within  1 h\n}",
    "target t# {\n  clock   outage\n  within  1 «x» h\n}",
    "target t# {\n  clock   outage\n  within  1 h«»\n",
    "target t# {\n  clock   outage «outage»\n  within  1 h\n}",
    "target t# {\n  clock   from asked «untl» answered\n  within  1 h\n}",
    "target t#«»\n  clock   outage\n  within  1 h\n}",
    "«traget» t# {\n  clock   outage\n  within  1 h\n}",
    "target t# per circuit each «fortnight» {\n  measure   count of outage\n  at most   3\n}",
    "let l# = (number + 1«»",
    "let l# = number >«»",
    "let l# = number > 3 «>» 2",
    "let «within» = 3",
    "let l# «number»",
    "let l# = number «==» 3",
    "param p# =«»",
    "param p# = «25:61»",
    "param p# = «\"open»",
    "span s# = from asked «to» answered",
    "calendar c# {\n  mon..fri  09:00-«25:00»\n}",
    "table b# {\n  number -> x\n  1      -> 2\n  2      «3»\n  otherwise -> 4\n}",
    "table b# {\n  number -> x\n  1      -> 2 «3»\n  otherwise -> 4\n}",
    "right g# {\n  when    restore is breached\n  «grant»   \"a new device\"\n}",
    "refund r# {\n  when  restore is breached\n  pay   «CNY»\n}",
    "refund r# {\n  when  restore is breached\n  pay   5.00 CNY\n  cap   9.00 CNY «pre» circuit each month\n}",
    "test \"t#\" {\n  given { circuit \"C\"; number 3 «4» }\n  2026-03-02 10:00  reported\n  expect restore pending\n}",
    "test \"t#\" {\n  2026-03-02 10:00  reported\n  «expct» restore pending\n}",
    "test \"t#\" {\n  2026-03-02 10:00  reported\n  expect restore pending «}» \n}",
    "let l# = number «}»",
    // What the checker finds.
    "target t# {\n  clock   «nowhere#»\n  within  1 h\n}",
    "target t# {\n  clock   from asked until «vanished#»\n  within  1 h\n}",
    "target t# {\n  clock   outage\n  within  «60»\n}",
    "target t# {\n  clock   outage\n  within  «2 days»\n}",
    "target t# {\n  clock   outage\n  within  1 h\n  «within  2 h»\n}",
    "target t# {\n  clock   outage\n  within  «5.00 CNY»\n}",
    "target t# per circuit each month {\n  measure   availability of outage\n  at least  «99»\n}",
    "let l# = «loss + patience»",
    "let l# = if grave then 1 h else «3»",
    "let l# = circuit.«colour»",
    "let l# = «restore»",
    "let l# = «max(number)»",
    "let l# = circuit.level is «A»",
    "let l# = promised is «2026-02-30»",
    "let l# = 1 h > 2 min and «5 %»",
    "span s# = from asked until «restored#»",
    "refund r# {\n  when  restore is «broken»\n  pay   5.00 CNY\n}",
    "refund r# {\n  when  restore is breached\n  pay   «5»\n}",
    "refund «r#» {\n  pay   5.00 CNY\n}",
    "exclusion e# for «restor#» {\n  when  grave\n}",
    "combine k# = sum of late, «never#»",
    "escalation x# {\n  clock   outage\n  at 1 h  notify «nobody#»\n}",
    "register g# by key# {\n  a#  «txt»\n}",
    "table b# {\n  number -> x\n  1      -> 2\n  «\"x\"»    -> 3\n  otherwise -> 4\n}",
    "test \"t#\" {\n  given { circuit \"C\"; «colour» \"red\" }\n  2026-03-02 10:00  reported\n  expect restore pending\n}",
    "test \"t#\" {\n  2026-03-02 10:00  «found»\n  expect restore pending\n}",
  ]
}

@Suite("Twenty mistakes")
struct TwentyMistakesTests {
  /// A policy with mistakes, and where they are.
  private struct Wrong {
    var text = Mistakes.sound
    var places: [(mistake: String, range: Range<Int>)] = []

    mutating func add(_ mistake: String, number: Int) {
      let parts = mistake.replacingOccurrences(of: "#", with: "\(number)").split(
        separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
      let rest = parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
      text += parts[0]
      let start = text.utf8.count
      text += rest[0]
      places.append((mistake, start..<text.utf8.count))
      text += rest[1] + "\n\n"
    }
  }

  @Test("each alone is one message at its place", arguments: Mistakes.all)
  func alone(mistake: String) {
    var wrong = Wrong()
    wrong.add(mistake, number: 1)
    let marks = marks(of: wrong.text)
    #expect(marks.count == 1, "\(marks.map(\.words))")
    guard let mark = marks.first, let place = wrong.places.first?.range else { return }
    #expect(
      mark.range.start <= place.upperBound && place.lowerBound <= mark.range.end, "\(mark.words)")
  }

  @Test("together are at least nineteen messages, and at most one more", arguments: 0..<60)
  func together(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var wrong = Wrong()
    for (number, mistake) in Mistakes.all.shuffled(using: &generator).prefix(20).enumerated() {
      wrong.add(mistake, number: number + 1)
    }
    var others = marks(of: wrong.text)
    var missed: [String] = []
    for (mistake, place) in wrong.places {
      let found = others.firstIndex {
        $0.range.start <= place.upperBound && place.lowerBound <= $0.range.end
      }
      if let found { others.remove(at: found) } else { missed.append(mistake) }
    }
    #expect(missed.count <= 1, "not reported:\n\(missed.joined(separator: "\n"))")
    #expect(others.count <= 1, "not there:\n\(others.map(\.words).joined(separator: "\n"))\n\(wrong.text)")
  }

  private func marks(of text: String) -> [(range: SourceRange, words: String)] {
    let file = SourceFile(name: "case.pledge", text: text)
    let environment = CheckerEnvironment(
      zone: { _ in .zone(.utc) }, holidays: { _, _ in .unreadable(reason: "none") })
    return Checker.check(file, environment: environment).diagnostics.filter { $0.severity == .error }.map {
      (
        $0.range,
        "\($0.code) \(file.line(at: $0.range.start)): \(FactText($0.fact.words(in: .english), in: .english).headline)"
      )
    }
  }
}
