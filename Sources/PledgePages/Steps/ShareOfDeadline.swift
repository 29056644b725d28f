extension CodePage {
  /// The page of P0801.
  static let shareOfDeadline = CodePage(
    801, "share-of-deadline",
    title: "There is no share of an instant",
    meaning: """
      `at 50% of restore` is half of the target's limit on its clock. A target that is bounded by an
      instant, with `by`, has no limit of which a half could be taken.
      """,
    wrong: """
      target repair {
        clock  from reported until restored
        by     first reported + 4 h
      }

      escalation alert {
        at 50% of repair  notify lead
      }
      """,
    right: """
      target repair {
        clock   from reported until restored
        within  4 h
      }

      escalation alert {
        at 50% of repair  notify lead
      }
      """,
    advice: """
      Write an elapsed time such as `at 30 min`, or bound the target with `within`.
      """)
}
