extension CodePage {
  /// The page of P0754.
  static let exclusionGrants = CodePage(
    754, "exclusion-grants", .warning,
    title: "Excusing a target could grant a right",
    meaning: """
      The right is granted where the target is excused, so that an exclusion, which is there to
      relieve the provider, gives the customer something against it.
      """,
    wrong: """
      right leave { when restore is excused; grants "termination without notice" }
      """,
    right: """
      right leave { when restore is breached; grants "termination without notice" }
      """,
    advice: """
      Grant the right where the target is breached.
      """)
}
