import Foundation
import Testing

@Suite("One mistake")
struct OneMistakeTests {
  /// Two variables look further: `PLEDGE_DAMAGED_FILES=5000` and `PLEDGE_DAMAGE_SEED=7`; a third names a file
  /// that the report is written to.
  @Test("is one message where it was made, in 95 of 100 policies of which one token is damaged")
  func oneMessage() async throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["PLEDGE_DAMAGED_FILES"].flatMap(Int.init) ?? 1000
    let seed = environment["PLEDGE_DAMAGE_SEED"].flatMap(UInt64.init) ?? 1
    let measure = await RecoveryMeasure.run(seed: seed, broken: count)
    if let path = environment["PLEDGE_DAMAGE_REPORT"] {
      try measure.report.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(measure.share >= 0.95, "seed \(seed)\n\(measure.table)")
  }
}
