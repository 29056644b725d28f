import PledgeDiagnostics
import PledgeFormat
import Testing

/// The one style, piece by piece: what is written and what comes out.
@Suite("The style")
struct FormatStyleTests {
  private func expect(
    _ text: String, becomes expected: String, at place: Testing.SourceLocation = #_sourceLocation
  ) {
    let formatted = Formatted("pledge 1\n\n" + text + "\n")
    #expect(formatted.text == "pledge 1\n\n" + expected + "\n", sourceLocation: place)
    #expect(formatted.isStable, sourceLocation: place)
  }

  @Test("puts the clauses of a block below each other, but leaves phrases alone")
  func clauses() {
    expect(
      """
      policy "P" {id p;version "1"
         effective   from 2026-01-01
        timezone UTC }
      target t{ counted by reported
       at   least 95% ;

       measure share of x met
      }
      right r {
      grants "x"
      use within 30 calendar days after restored
      }
      """,
      becomes: """
        policy "P" {
          id        p
          version   "1"
          effective from 2026-01-01
          timezone  UTC
        }

        target t {
          counted by  reported
          at least    95%

          measure     share of x met
        }

        right r {
          grants  "x"
          use within 30 calendar days after restored
        }
        """)
  }

  @Test("aligns tables by what a terminal shows: Chinese and emoji are two wide, combining marks nothing")
  func tables() {
    expect(
      """
      table levels {
      等级|x\u{302}y -> `👩` | share
      AAA | any->10% | 1
      普通,标准 | not x ->2% |30

      # the rest
      otherwise -> 0% | 0
      } cite "7"
      """,
      becomes: """
        table levels {
          等级       | x\u{302}y    -> `👩` | share
          AAA        | any   -> 10%  | 1
          普通, 标准 | not x -> 2%   | 30

          # the rest
          otherwise          -> 0%   | 0
        } cite "7"
        """)
  }

  @Test("leaves a short block on one line, and aligns neighbours")
  func shortBlocks() {
    expect(
      """
      refund late {when a is breached;pay 9.98 GBP;}
      refund missed "M" { when bc is breached; pay 31.19 GBP }
      span a = from x until y
      span long = from y until z
      ticket {}
      """,
      becomes: """
        refund late       { when a is breached;  pay 9.98 GBP }
        refund missed "M" { when bc is breached; pay 31.19 GBP }
        span a    = from x until y
        span long = from y until z
        ticket {}
        """)
  }

  @Test("opens a block on one line that is too wide, and fills the settings of a ticket")
  func wideBlocks() {
    let given = (1...9).map { "field_number_\($0) \"value\"" }.joined(separator: "; ")
    expect(
      "test \"t\" {\n given { \(given) }\n expect a met\n}\n"
        + "target t { clock from reported until restored; within 4 h; pause waiting_for_customer; cite \"a long citation\" }",
      becomes: """
        test "t" {
          given {
            field_number_1 "value"; field_number_2 "value"; field_number_3 "value"; field_number_4 "value"
            field_number_5 "value"; field_number_6 "value"; field_number_7 "value"; field_number_8 "value"
            field_number_9 "value"
          }
          expect a met
        }

        target t {
          clock   from reported until restored
          within  4 h
          pause   waiting_for_customer
          cite    "a long citation"
        }
        """)
  }

  @Test("breaks a wide line before the word that joins its largest parts, and keeps the author's breaks")
  func breaks() {
    expect(
      """
      refund r {
        when (alpha is known and beta is known) or (gamma_is_long_enough is known and delta is known) and epsilon is yes
        pay  if a then 1 CNY
          else 2 CNY
        cap  1 CNY +
             2 CNY
      }
      let wide = first_long_name_of_a_value + second_long_name_of_a_value + third_long_name_of_a_value * fourth_value
      let small =
        from a until b
      """,
      becomes: """
        refund r {
          when  (alpha is known and beta is known)
                or (gamma_is_long_enough is known and delta is known) and epsilon is yes
          pay   if a then 1 CNY
                else 2 CNY
          cap   1 CNY +
                2 CNY
        }

        let wide =
          first_long_name_of_a_value + second_long_name_of_a_value + third_long_name_of_a_value * fourth_value
        let small =
          from a until b
        """)
  }

  @Test("keeps comments where they stand, those behind lines below each other")
  func comments() {
    expect(
      """
      # above

      # near
      ticket {# open
        a text# short
        long_name text    # long
        # own

        event x, # first
          y
        # last
      } # end
      # file
      """,
      becomes: """
        # above

        # near
        ticket {  # open
          a          text  # short
          long_name  text  # long
          # own

          event      x,  # first
                     y
          # last
        }  # end
        # file
        """)
  }

  @Test("writes full-width signs as their twins, and names without needless quotes")
  func signs() {
    expect(
      "let `中断` = （1、2）\nlet `中断` = （1）\ntest “引文” { given {a 5％；`or` 1}； 2026-03-02 10：00 x }",
      becomes: "let `中断` = （1、2）\n\nlet 中断 = (1)\n"
        + "test “引文” { given { a 5%; `or` 1 }; 2026-03-02 10:00 x }"
    )
  }

  @Test("leaves at most one empty line, none at the beginning and end of a block")
  func emptyLines() {
    expect(
      "ticket {\n\n\n  a text\n\n\n  b text\n\n}\n\n\n\nspan s = a\n\n",
      becomes: """
        ticket {
          a  text

          b  text
        }

        span s = a
        """)
  }

  @Test("reads every line end and a byte order mark, and writes line feeds")
  func lineEnds() {
    let formatted = Formatted("\u{FEFF}pledge 1\r\nticket {\r\n a text # x\r\n}\r")
    #expect(formatted.text == "pledge 1\n\nticket {\n  a  text  # x\n}\n")
  }

  @Test("leaves a damaged line as it is and formats the lines around it")
  func damage() {
    let formatted = Formatted(
      "pledge 1\nticket {a text;b text}\ntarget t {\n   clock    from a\n within 4 h\n for x  # c\n}\n")
    #expect(
      formatted.text
        == "pledge 1\n\nticket { a text; b text }\n\ntarget t {\n   clock    from a\n  within  4 h\n  for     x  # c\n}\n"
    )
    #expect(formatted.result.diagnostics.map(\.code.number) == [4])
  }

  @Test("leaves a damaged declaration as it is")
  func damagedDeclaration() {
    let formatted = Formatted("pledge 1\nregister  r   {\n a text }\nspan   s=a\n")
    #expect(formatted.text == "pledge 1\nregister  r   {\n a text }\n\nspan s = a\n")
  }
}
