import PledgeNumbers
import PledgePolicy
import PledgeTime
import Testing

@testable import PledgeReports

@Suite struct WritingTests {
  @Test("Columns line up by the width that a terminal shows")
  func tableWidths() {
    var table = TextTable([.left, .right, .left])
    table.add(["名称", "1", "x"])
    table.add(["ab", "100", ""])
    table.add(["", "7", "y"])
    #expect(table.text == "名称    1  x\nab    100\n        7  y\n")
  }

  @Test("Marks do not move columns, and controls of the data never reach a terminal")
  func tableMarks() {
    var table = TextTable([.left, .left])
    table.add(["a\u{1b}[31m", "b"], mark: Style(isColoured: true).bold)
    table.add(["c", "d"])
    #expect(table.text.contains("a\\u{1B}[31m"))
    let plain = table.text.split(separator: "\n").last ?? ""
    #expect(plain == "c" + String(repeating: " ", count: 12) + "d")
  }

  @Test("JSON texts are escaped")
  func jsonEscapes() {
    var bytes: [UInt8] = []
    JSONText.append(string: "a\"b\\c\n\t\r\u{1}é团", to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == #""a\"b\\c\n\t\r\u0001é团""#)
  }

  @Test("Nested objects and lists have commas where they belong")
  func jsonNesting() {
    var json = JSONText(indented: false)
    json.object { json in
      json.member("a", 1)
      json.list("b") { json in
        json.number(1)
        json.object { _ in }
        json.array { $0.truth(true) }
        json.null()
      }
      json.member("none", nil as String?)
      json.member("c", "x")
    }
    #expect(json.text == #"{"a":1,"b":[1,{},[true],null],"c":"x"}"#)
  }

  @Test(
    "Seconds are exact decimals",
    arguments: [
      (Int64(0), "0"), (1, "0.000001"), (500_000, "0.5"), (3_600_000_000, "3600"), (-1_500_000, "-1.5"),
      (1_000_010, "1.00001"),
    ])
  func seconds(microseconds: Int64, text: String) {
    var bytes: [UInt8] = []
    JSONText.append(seconds: Duration(microseconds: microseconds), to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(
    "Amounts are written to the last digit",
    arguments: [
      (Int128(40_000), Int128(100), 2, "400.00"), (-5, 100, 2, "-0.05"), (1, 3, 2, "1/3"), (1, 8, 2, "0.125"),
      (7, 1, 0, "7"), (1005, 1000, 3, "1.005"), (0, 1, 2, "0.00"),
    ])
  func amounts(numerator: Int128, denominator: Int128, digits: Int, text: String) throws {
    var bytes: [UInt8] = []
    let amount = try #require(Rational(numerator: numerator, denominator: denominator))
    AmountText.append(amount, digits: digits, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    #expect(AmountText.text(amount, digits: digits) == text)
  }

  @Test("CSV cells are quoted where they need it")
  func csvCells() {
    var bytes: [UInt8] = []
    CSVText.append(row: ["a", "b,c", "d\"e", "f\ng", ""], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\n")
  }

  @Test("A share is rounded down, so that 100% is said only of all")
  func shares() {
    #expect(SimulationReport.shareText(99_999, of: 100_000) == "99.99%")
    #expect(SimulationReport.shareText(5, of: 5) == "100.00%")
    #expect(SimulationReport.shareText(0, of: 0) == "–")
  }

  @Test("Values are written as a policy writes them")
  func parameterTexts() throws {
    #expect(
      ParameterText.text(.number(try #require(Rational(numerator: 1, denominator: 20))), .percent) == "5%")
    #expect(
      ParameterText.text(.calendarLength(CalendarLength(months: 1, days: 2)), .calendarLength)
        == "1 month 2 calendar days")
    #expect(ParameterText.text(.choice(1), .choice(members: ["a", "b"])) == "b")
  }
}
