extension CodePage {
  /// The page of P0763.
  static let mixedTickets = CodePage(
    763, "mixed-tickets",
    title: "The other ticket and `this` one cannot be told apart",
    meaning: """
      Each part of the condition compares something of the other ticket with something of this one,
      and the parts are joined with `and`. Where both are mixed in one sum or joined with `or`, the
      tickets could not be found without comparing all pairs.
      """,
    wrong: """
      let together = count(tickets where users + this.users > 10)
      """,
    right: """
      let together = count(tickets where users > this.users)
      """,
    advice: """
      Write the other ticket on one side and `this.` on the other, and join parts with `and`.
      """)
}
