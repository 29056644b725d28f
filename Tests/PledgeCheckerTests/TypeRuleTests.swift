import Testing

@Suite("Rules of types")
struct TypeRuleTests {
  @Test(
    "What goes together goes together",
    arguments: [
      "5% of 100.00 CNY", "5% of 60 min", "5% + 1%", "1.00 CNY + circuit.fee", "3 * circuit.fee",
      "circuit.fee / 2", "circuit.fee / 3.00 CNY", "patience + 30 min", "patience * 2", "patience / 1 h",
      "closed + 4 h", "closed - 1 calendar days", "promised + 1 month", "seen - closed", "min(1, 2)",
      "max(patience, 1 h)", "if loss > 5% then 1 else 2",
    ])
  func good(_ expression: String) {
    #expect(Checks.codes(Checks.policy("let x = " + expression)) == [], "\(expression)")
  }

  @Test(
    "What does not go together is refused once, with its own code",
    arguments: [
      ("1.00 CNY + 1.00 USD", "P0202"), ("1.00 CNY > 1.00 USD", "P0202"), ("5% > 1.00 CNY", "P0203"),
      ("loss > 0.05", "P0203"), ("patience > 30", "P0203"), ("patience + 30", "P0201"),
      ("1 month + 24 h", "P0201"), ("1 month > 30 calendar days", "P0221"), ("1 month > 2 months", "P0204"),
      ("1 month > 720 h", "P0203"),
      ("circuit.fee * circuit.fee", "P0201"), ("seen + closed", "P0201"), ("2 days", "P0206"),
      ("patience + 1 day", "P0206"), ("1.5 us", "P0211"), ("reported + 4 h", "P0109"),
      ("circuit.fees", "P0103"), ("restor.over", "P0100"), ("min(1)", "P0217"),
      ("if loss > 5% then 1 else 2 h", "P0214"), ("restore", "P0101"),
    ])
  func bad(_ expression: String, _ code: String) {
    #expect(Checks.codes(Checks.policy("let x = " + expression)) == [code], "\(expression)")
  }

  @Test("Both values that do not go together are shown")
  func bothPlaces() {
    let found = Checks.result(Checks.policy("let x = loss > 0.05")).diagnostics
    #expect(found.first?.labels.count == 2)
  }
}
