extension CodePage {
  /// The page of P0766.
  static let countInASpanOfAKey = CodePage(
    766, "count-in-a-span-of-a-key",
    title: "The times of a key depend on a count of tickets",
    meaning: """
      A span of several tickets is known before tickets are counted. A count cannot choose what it is
      made of.
      """,
    wrong: """
      ticket {
        event  down, up
        city   text
      }

      span outage = from down until up

      let together = count(tickets where city is this.city and outage overlaps this.outage)

      span crowded per city = outage and during together >= 2
      """,
    right: """
      ticket {
        event  down, up
        city   text
      }

      span outage = from down until up

      span crowded = at least 2 city of outage
      """,
    advice: """
      Choose by fields, events and spans; `at least 3 KEY of SPAN` is the time in which several keys
      are affected at once.
      """)
}
