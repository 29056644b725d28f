import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeSimulation

@Suite struct SettingTests {
  private func constant(_ text: String, _ type: ExpressionType) -> Constant? {
    var pool = TextPool()
    return ParameterSetting.constant(text, as: type, zone: .utc, pool: &pool)
  }

  @Test("A parameter is written as the policy would write it") func aParameterIsWrittenAsThePolicy() throws {
    let euro = try #require(Currency("EUR"))
    #expect(constant("5%", .percent) == .number(try #require(Rational(numerator: 1, denominator: 20))))
    #expect(
      constant("12.50 EUR", .money(euro)) == .number(try #require(Rational(numerator: 25, denominator: 2))))
    #expect(constant("12.50", .money(euro)) == .number(try #require(Rational(numerator: 25, denominator: 2))))
    #expect(constant("1 h 30 min", .duration) == .duration(Duration(microseconds: 5_400_000_000)))
    #expect(constant("0.5 s", .duration) == .duration(Duration(microseconds: 500_000)))
    #expect(constant("2 months", .calendarLength) == .calendarLength(CalendarLength(months: 2)))
    #expect(constant("5 calendar days", .calendarLength) == .calendarLength(CalendarLength(days: 5)))
    #expect(constant("2 working days", .workingLength) == .workingDays(2))
    #expect(constant("yes", .truth) == .truth(true))
    #expect(constant("b", .choice(members: ["a", "b"])) == .choice(1))
  }

  @Test(
    "A text that is no value of the type is refused",
    arguments: [
      ("5", ExpressionType.percent), ("5.5", .integer), ("1h", .duration), ("2 days", .calendarLength),
      ("maybe", .truth), ("c", .choice(members: ["a", "b"])), ("2026-02-30", .date), ("25:00", .timeOfDay),
      ("", .decimal),
      ("99999999999999999999 h", .duration),
    ])
  func aTextThatIsNoValueOf(text: String, type: ExpressionType) {
    #expect(constant(text, type) == nil)
  }

  @Test("Names that the policy does not have are refused with a hint") func namesThatThePolicyDoesNotHave()
    throws
  {
    let policy = try Fixture.policy()
    func fault(_ name: String) -> BreakdownResolving.Fault? {
      var resolving = BreakdownResolving(policy: policy)
      do throws(BreakdownResolving.Fault) {
        try resolving.add(by: name)
        return nil
      } catch {
        return error
      }
    }
    #expect(fault("level") == nil && fault(".anything") == nil && fault("recorded.team") == nil)
    let near = fault("levle")?.englishWords.hint?.text(in: .english)
    #expect(near == "did you mean `level`? A path of the record is written `.levle`")
    let other = fault("team.name")?.chineseWords.headline.text(in: .chinese)
    #expect(other == "字段 `team` 不是登记表的键，因此没有 `team.name`")
    var resolving = BreakdownResolving(policy: policy)
    #expect(throws: BreakdownResolving.Fault.self) { try resolving.comparison("slove=made") }
    #expect(throws: BreakdownResolving.Fault.self) { try resolving.comparison("solve") }
  }
}
