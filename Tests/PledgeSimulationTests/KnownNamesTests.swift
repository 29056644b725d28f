import PledgeDiagnostics
import PledgeSimulation
import Testing

@Suite("A name among those that could have been meant")
struct KnownNamesTests {
  @Test("is the nearest, else all are told")
  func hints() {
    let near = KnownNames("levle", among: ["level", "line"], .fields)
    #expect(near.englishHint.text(in: .english) == "did you mean `level`?")
    #expect(near.chineseHint.text(in: .chinese) == "是否要写 `level`？")
    let far = KnownNames("colour", among: ["level", "line"], .fields)
    #expect(far.englishHint.text(in: .english) == "fields: level, line")
    #expect(far.chineseHint.text(in: .chinese) == "字段有 level、line")
    #expect(far.chineseHint(and: "写全名").text(in: .chinese) == "字段有 level、line；写全名")
    #expect(near.chineseHint(and: "写全名").text(in: .chinese) == "是否要写 `level`？写全名")
    let none = KnownNames("colour", among: [], .registers)
    #expect(none.englishHint.text(in: .english) == "it has no registers")
    #expect(none.chineseHint.text(in: .chinese) == "没有登记表")
  }
}
