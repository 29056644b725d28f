extension CodePage {
  /// The page of P0800.
  static let stepBehindEnd = CodePage(
    800, "step-behind-end",
    title: "A step of an escalation never comes",
    meaning: """
      The clock of the escalation ends after a certain time at the latest, and the step falls due at
      or after that. Nobody would ever be told.
      """,
    wrong: """
      ticket {
        event  reported once
        event  restored
      }

      escalation alert {
        clock  from reported until restored up to 4 h
        at 5 h  notify lead
      }
      """,
    right: """
      ticket {
        event  reported once
        event  restored
      }

      escalation alert {
        clock  from reported until restored up to 4 h
        at 3 h  notify lead
      }
      """,
    advice: """
      Take an earlier time, or let the clock run longer.
      """)
}
