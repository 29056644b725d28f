import Testing

@testable import PledgeTesting

@Suite struct TestOrderTests {
  @Test("Without a seed tests run in the order of the text")
  func text() {
    #expect(TestOrder.numbers(4, seed: nil) == [0, 1, 2, 3])
  }

  @Test(
    "A seed gives each number once, in the same order each time", arguments: [0, 1, 42, .max] as [UInt64])
  func seeded(seed: UInt64) {
    let order = TestOrder.numbers(50, seed: seed)
    #expect(order.sorted() == Array(0..<50))
    #expect(order == TestOrder.numbers(50, seed: seed))
    #expect(order != Array(0..<50))
  }

  @Test("None and one have one order")
  func few() {
    #expect(TestOrder.numbers(0, seed: 7) == [])
    #expect(TestOrder.numbers(1, seed: 7) == [0])
  }
}
