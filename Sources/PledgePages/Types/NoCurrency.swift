extension CodePage {
  /// The page of P0218.
  static let noCurrency = CodePage(
    218, "no-currency",
    title: "Money is used and the policy states no currency",
    meaning: """
      A field of type `money` has no currency of its own: it is in that of the policy. Without one in
      the head the amounts of the tickets mean nothing certain.
      """,
    wrong: .policy(
      """
      pledge 1

      policy "Circuits" { id circuits; timezone UTC }

      ticket {
        fee    money
        event  reported, restored
      }

      target restore { clock from reported until restored; within 4 h }
      """),
    right: .policy(
      """
      pledge 1

      policy "Circuits" { id circuits; timezone UTC; currency EUR }

      ticket {
        fee    money
        event  reported, restored
      }

      target restore { clock from reported until restored; within 4 h }
      """),
    advice: """
      Add `currency EUR`, or another code, to the `policy` block.
      """)
}
