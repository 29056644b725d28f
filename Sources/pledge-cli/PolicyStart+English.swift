extension PolicyStart {
  /// The policies in English.
  static let english = [
    File(
      "pledge.yaml",
      """
      # The folder of this file is the root of these policies: they take nothing from outside of it.
      #
      # Levels of lint rules and of their categories: off, note, warning or error.
      # `pledge lint --rules` lists the rules, `pledge explain RULE` says more about one.
      lint:
        tests: warning

      """),
    File(
      "shared.pledge",
      """
      pledge 1

      # What several policies share; each takes what it needs with `use`.

      ticket {
        priority  one of urgent, normal
        cause     one of provider, customer, unknown = unknown
        event     reported, answered, restored, closed
      }

      calendar office "Office hours" {
        mon..fri    09:00-18:00
        2026-12-25  closed
        day         ends at close, late arrival counts as next working day
      }

      """),
    File(
      "sla.pledge",
      """
      pledge 1

      use ticket, office from "shared.pledge"

      policy "Service desk" {
        id        service_desk
        version   "1"
        effective from 2026-01-01
        timezone  Europe/London
        currency  GBP
      }

      exclusion customer_acts "What the customer caused" { when cause is customer }

      target answer "Answer in office hours" {
        clock   from reported until answered
        on      office
        within  4 h
      }

      target restore "Restoration, day and night" {
        clock    from reported until restored
        exclude  customer_acts
        within   if priority is urgent then 4 h else 24 h
      }

      test "answered at the last minute: two hours before Christmas, two on the Monday after" {
        given { priority normal }
        2026-12-24 16:00  reported
        2026-12-28 11:00  answered
        expect answer met due 2026-12-28 11:00
      }

      test "answered a minute late" {
        given { priority normal }
        2026-03-06 16:00  reported
        2026-03-09 11:01  answered
        expect answer breached over 1 min
      }

      test "restored in time" {
        given { priority normal }
        2026-03-06 16:00  reported
        2026-03-07 16:00  restored
        expect restore met due 2026-03-07 16:00
      }

      test "an urgent one, restored a minute late" {
        given { priority urgent; cause provider }
        2026-03-06 16:00  reported
        2026-03-06 20:01  restored
        expect restore breached over 1 min
      }

      test "late, and the customer caused it" {
        given { priority urgent; cause customer }
        2026-03-06 16:00  reported
        2026-03-06 20:01  restored
        expect restore excused
      }

      """),
  ]
}
