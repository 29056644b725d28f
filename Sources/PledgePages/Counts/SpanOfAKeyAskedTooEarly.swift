extension CodePage {
  /// The page of P0765.
  static let spanOfAKeyAskedTooEarly = CodePage(
    765, "span-of-a-key-asked-too-early",
    title: "The times of a key are asked before they are known",
    meaning: """
      The span is made of all tickets of a key, and here each of these tickets is looked at to find
      out what it is made of. Its own result would be needed first.
      """,
    wrong: """
      ticket {
        event  down, up
        city   text
      }

      span outage = from down until up

      span of_city per city = outage

      let together = count(tickets where city is this.city and of_city overlaps this.outage)
      """,
    right: """
      ticket {
        event  down, up
        city   text
      }

      span outage = from down until up

      span of_city per city = outage

      let together = count(tickets where city is this.city and outage overlaps this.outage)
      """,
    advice: """
      Use a span of one ticket here, one without `per`.
      """)
}
