import PledgePolicy
import PledgeTesting
import Testing

@testable import PledgeReports

@Suite("The names of what tests should meet")
struct CoverageWordsTests {
  @Test(
    "are sentences of their language",
    arguments: [
      (.verdict(target: "restore", .breached), "`restore` breached", "`restore` 违约"),
      (.pause(span: "relief", target: "restore"), "pause `relief` of `restore`", "`relief` 挂起 `restore`"),
      (
        .row(3, table: "levels", text: "gold -> 2 h"), "row 3 of `levels`: `gold -> 2 h`",
        "`levels` 第 3 行：`gold -> 2 h`"
      ),
      (
        .row(1, table: nil, text: "gold -> 2 h"), "row 1 of this table: `gold -> 2 h`",
        "此表第 1 行：`gold -> 2 h`"
      ),
      (.branch(value: "2 h", condition: "dear"), "`2 h` when `dear`", "`dear` 时取 `2 h`"),
      (.branch(value: "4 h", condition: nil), "`4 h` otherwise", "其他情况取 `4 h`"),
      (.exclusion("storm"), "exclusion `storm` helps", "免责情形 `storm` 起作用"),
      (.owed(refund: "late"), "`late` owed", "`late` 应付"),
      (.capReached(refund: "late"), "cap of `late` reached", "`late` 达到封顶"),
      (.lapsed(refund: "late"), "`late` claimed too late or not at all", "`late` 申领过晚或没有申领"),
      (.belowMinimum(refund: "late"), "`late` below the minimum", "`late` 低于起付额"),
      (
        .sharedCapReached(refunds: ["late", "lost"]), "shared cap of `late`, `lost` reached",
        "`late`、`lost` 达到共用的封顶"
      ),
      (.granted(right: "leave"), "`leave` granted", "`leave` 得以授予"),
    ] as [(CoverageName, String, String)])
  func names(_ name: CoverageName, _ english: String, _ chinese: String) {
    #expect(name.words(in: .english) == english)
    #expect(name.words(in: .chinese) == chinese)
  }

  @Test("say on which side of a threshold a value stands")
  func sides() {
    let limit = CoverageName.ThresholdName.limit(target: "solve", figure: "60 min")
    let cell = CoverageName.ThresholdName.cell(subject: "fee", figure: "10.00 EUR", table: "levels")
    #expect(
      CoverageName.boundary(limit, .below, unit: "1 min").words(in: .english)
        == "`solve` at `60 min`: 1 min below")
    #expect(
      CoverageName.boundary(limit, .below, unit: "1 min").words(in: .chinese)
        == "`solve` 在 `60 min` 处：低 1 min"
    )
    #expect(
      CoverageName.boundary(cell, .at, unit: "0.01 EUR").words(in: .english)
        == "`fee` at `10.00 EUR` in `levels`: exactly at it")
    #expect(
      CoverageName.boundary(cell, .above, unit: "0.01 EUR").words(in: .chinese)
        == "`levels` 中 `fee` 在 `10.00 EUR` 处：高 0.01 EUR")
    #expect(
      CoverageName.boundary(.comparison("fee >= 5"), .at, unit: "1").words(in: .chinese)
        == "`fee >= 5`：恰好等于")
  }

  @Test("have a word for each kind in Chinese", arguments: CoverageItem.Kind.allCases)
  func kinds(_ kind: CoverageItem.Kind) {
    #expect(kind.word(in: .english) == kind.rawValue)
    #expect(kind.word(in: .chinese).allSatisfy { !$0.isASCII })
  }
}
