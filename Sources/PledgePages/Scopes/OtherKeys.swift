extension CodePage {
  /// The page of P0729.
  static let otherKeys = CodePage(
    729, "other-keys",
    title: "Spans of other keys are put together",
    meaning: """
      A span `per circuit` is made of all tickets of one circuit. Inside a span per customer it is not
      certain which circuit's times are meant.
      """,
    wrong: """
      ticket {
        event    down, up
        city     text
        service  text
      }

      span outage = from down until up

      span of_city per city = outage

      span of_service per service = of_city
      """,
    right: """
      ticket {
        event    down, up
        city     text
        service  text
      }

      span outage = from down until up

      span of_city per city = outage

      span of_service per service = outage
      """,
    advice: """
      Give both the same `per`, or use spans of one ticket.
      """)
}
