import Testing

@testable import PledgeChecker

@Suite("Names of tiers")
struct TierNamesTests {
  @Test(
    "Steps of one scale are put in its order",
    arguments: [
      (["P1", "P2", "P3"], ["P1", "P2", "P3"]), (["sev3", "sev1", "sev2"], ["sev1", "sev2", "sev3"]),
      (["A", "AA", "AAA"], ["AAA", "AA", "A"]), (["C", "A", "B"], ["A", "B", "C"]),
      (["Bronze", "Gold", "Silver"], ["Gold", "Silver", "Bronze"]),
      (["critical", "low", "high"], ["critical", "high", "low"]), (["二级", "一级", "三级"], ["一级", "二级", "三级"]),
    ])
  func scales(members: [String], order: [String]) throws {
    let found = try #require(TierNames.order(members))
    #expect(found.map { members[$0] } == order)
  }

  @Test(
    "Other names, and two alone, are no scale",
    arguments: [
      ["line", "vpn", "hosting"], ["gold", "silver"], ["P1", "P2", "other"], ["gold", "silver", "unknown"],
      ["north", "south", "east"], ["P1", "S2", "P3"], [],
    ])
  func others(members: [String]) {
    #expect(TierNames.order(members) == nil)
  }
}
