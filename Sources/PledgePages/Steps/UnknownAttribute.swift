extension CodePage {
  /// The page of P0802.
  static let unknownAttribute = CodePage(
    802, "unknown-attribute",
    title: "An event has no such attribute",
    meaning: """
      Evidence of a step can ask for what the event carries, such as the role that was told. The event
      has no attribute of this name, so that the step could never be done.
      """,
    wrong: """
      ticket {
        event  reported, restored
        event  notified { role text }
      }

      escalation alert {
        clock  from reported until restored
        at 30 min  notify lead  done when notified where duty is lead
      }
      """,
    right: """
      ticket {
        event  reported, restored
        event  notified { role text }
      }

      escalation alert {
        clock  from reported until restored
        at 30 min  notify lead  done when notified where role is lead
      }
      """,
    advice: """
      Write an attribute that the event has, or declare it.
      """)
}
