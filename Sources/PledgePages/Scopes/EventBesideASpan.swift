extension CodePage {
  /// The page of P0730.
  static let eventBesideASpan = CodePage(
    730, "event-beside-a-span",
    title: "An event stands beside a span that begins or ends a span of a key",
    meaning: """
      A span of several tickets can begin and end where others of the same key do. A single event
      beside it belongs to one ticket, and the other tickets of the key have theirs at other times.
      """,
    wrong: """
      ticket {
        event  down, up
        city   text
      }

      span outage = from down until up

      span of_city per city = outage

      span mixed per city = from of_city until last up
      """,
    right: """
      ticket {
        event  down, up
        city   text
      }

      span outage = from down until up

      span of_city per city = outage
      """,
    advice: """
      Give the events a span of the same keys and write its name.
      """)
}
