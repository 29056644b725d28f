extension CodePage {
  /// The page of P0203.
  static let incomparableTypes = CodePage(
    203, "incomparable-types",
    title: "Values of two types cannot be compared",
    meaning: """
      A percent and a decimal, a length of the calendar and elapsed hours, money and a number: the
      answer would depend on how one is turned into the other. Write both sides in one unit.
      """,
    wrong: """
      target uptime per circuit each month {
        measure   availability of outage
        at least  99.9%
      }

      refund credit per circuit each month {
        when  uptime.reached < 0.99
        pay   10% of circuit.monthly_fee
      }
      """,
    right: """
      target uptime per circuit each month {
        measure   availability of outage
        at least  99.9%
      }

      refund credit per circuit each month {
        when  uptime.reached < 99%
        pay   10% of circuit.monthly_fee
      }
      """,
    advice: """
      Write both in the same unit, as the hint proposes.
      """)
}
