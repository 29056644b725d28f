extension CodePage {
  /// The page of P0111.
  static let measureAsFunction = CodePage(
    111, "measure-as-function",
    title: "The measure of a period is used as a value of a ticket",
    meaning: """
      `availability`, `share` and `mean` are figures of many tickets over a month or another period.
      One ticket has no availability, so that it cannot be asked for as a value. A target of a period
      measures it, and others read what it came to.
      """,
    wrong: """
      let reached = availability(outage)

      target restore { for reached < 99%; clock outage; within 4 h }
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
      Write a target with `measure availability of …` and a period, and read it as `TARGET.reached` in
      declarations of the same key and period.
      """)
}
