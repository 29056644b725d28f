import PledgeTime
import Testing

@Suite struct DurationTests {
  @Test(
    arguments: [
      (0, "0 s"), (1, "1 us"), (1_000, "1 ms"), (5_405_000_000, "1 h 30 min 5 s"),
      (90_000_000, "1 min 30 s"),
      (-60_000_000, "-1 min"), (90_000_000_000, "25 h"), (3_600_000_000_001, "1000 h 1 us"),
      (.max, "2562047788 h 54 s 775 ms 807 us"), (.min, "-2562047788 h 54 s 775 ms 808 us"),
    ] as [(Int64, String)])
  func textIsExactAndLeavesOutWhatIsZero(microseconds: Int64, text: String) {
    #expect(Duration(microseconds: microseconds).text == text)
  }

  @Test func overflowIsNil() {
    let longest = Duration(microseconds: .max)
    #expect(longest.adding(Duration(microseconds: 1)) == nil)
    #expect(Duration(microseconds: .min).subtracting(Duration(microseconds: 1)) == nil)
    #expect(longest.multiplied(by: 2) == nil)
    #expect(Duration(hours: .max) == nil)
    #expect(Duration(minutes: 90) == Duration(seconds: 5400))
    #expect(Instant.latest.adding(Duration(microseconds: 1)) == nil)
    #expect(Instant.earliest.subtracting(Duration(microseconds: 1)) == nil)
    #expect(Instant.latest.since(.earliest) == nil)
    #expect(Instant.latest.since(.epoch) == longest)
  }
}
