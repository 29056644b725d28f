extension CodePage {
  /// The page of P0803.
  static let noTimeForStep = CodePage(
    803, "no-time-for-step", .warning,
    title: "A step leaves no time in which it could be done",
    meaning: """
      The step falls due at the very instant of an event, and its evidence has to be there at that
      instant too. Even an immediate call comes a minute later and is late.
      """,
    wrong: """
      ticket {
        event  reported, restored, notified
      }

      escalation alert {
        clock  from reported until restored
        at reported  notify lead  done when notified
      }
      """,
    right: """
      ticket {
        event  reported, restored, notified
      }

      escalation alert {
        clock  from reported until restored
        at reported + 15 min  notify lead  done when notified
      }
      """,
    advice: """
      Write a time behind the event, or `within 15 min` behind the event of the evidence.
      """)
}
