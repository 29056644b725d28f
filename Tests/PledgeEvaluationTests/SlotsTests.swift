import Testing

@testable import PledgeEvaluation

@Suite("Slots") struct SlotsTests {
  @Test("Each slot keeps what was written last") func eachSlotKeepsWhatWasWrittenLast() {
    let slots = Slots(repeating: 7, count: 5)
    #expect(slots.indices == 0..<5)
    #expect(slots.indices.map { slots[$0] } == [7, 7, 7, 7, 7])
    slots[0] = 1
    slots[4] = 2
    slots[4] = 3
    #expect(slots.indices.map { slots[$0] } == [1, 7, 7, 7, 3])
  }

  @Test("Slots begin with the elements of a list") func slotsBeginWithTheElementsOfAList() {
    let slots = Slots(["a", "b", "c"])
    slots[1] = "d"
    #expect(slots.indices.map { slots[$0] } == ["a", "d", "c"])
    #expect(Slots([String]()).count == 0)
  }

  @Test("There may be none") func thereMayBeNone() {
    #expect(Slots(repeating: "", count: 0).indices.isEmpty)
  }

  private final class Counted {
    nonisolated(unsafe) static var living = 0
    init() { Counted.living += 1 }
    deinit { Counted.living -= 1 }
  }

  @Test("What slots hold is let go with them") func whatSlotsHoldIsLetGo() {
    do {
      let slots = Slots<Counted?>(repeating: nil, count: 3)
      slots[0] = Counted()
      slots[1] = Counted()
      slots[1] = nil
      #expect(Counted.living == 1)
    }
    #expect(Counted.living == 0)
  }
}
