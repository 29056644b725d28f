extension CodePage {
  /// The page of P0762.
  static let nestedCount = CodePage(
    762, "nested-count",
    title: "A count of tickets stands inside another one",
    meaning: """
      To count tickets by how many others each of them has, every ticket would have to be compared
      with every other one again and again. A count chooses its tickets by what they say themselves.
      """,
    wrong: """
      let together = count(tickets where circuit is this.circuit)

      let crowded = count(tickets where together > 3)
      """,
    right: """
      let together = count(tickets where circuit is this.circuit)

      let crowded = together > 3
      """,
    advice: """
      Choose the tickets by their fields, events and spans.
      """)
}
