import PledgeAnalysis
import PledgeDiagnostics
import Testing

@Suite("Fixing what rules find")
struct FixRunTests {
  private let twoCalendars = """
    pledge 1
    policy "Example" { id example; timezone UTC }
    ## The hours of the office.
    calendar office { mon..fri 09:00-17:00 }

    calendar night { mon..fri 17:00-24:00 }
    ticket {
      event reported, restored
    }
    """

  @Test("A declaration goes with the comments that document it, and other lines stay byte for byte")
  func deletion() {
    let run = FixRun(LintText.file(twoCalendars), check: LintText.check)
    #expect(run.applied == 2)
    #expect(
      run.file.text == """
        pledge 1
        policy "Example" { id example; timezone UTC }

        ticket {
          event reported, restored
        }

        """)
  }

  @Test("What another file takes is used, and stays")
  func taken() {
    let other = SourceFile(
      name: "other/desk.pledge", text: "pledge 1\nuse office, ticket from \"../policy.pledge\"\n")
    let run = FixRun(LintText.file(twoCalendars), taken: TakenNames(by: [other]), check: LintText.check)
    #expect(run.applied == 1)
    #expect(run.file.text.contains("calendar office {"))
    #expect(!run.file.text.contains("calendar night {"))
  }

  @Test(
    "Hours join where both lie within a date, and not where one runs past midnight",
    arguments: [
      ("08:00-12:00, 12:00-18:00", "08:00-18:00"), ("18:00-06:00, 06:00-12:00", "18:00-06:00, 06:00-12:00"),
      ("12:00-18:00, 18:00-06:00", "12:00-18:00, 18:00-06:00"), ("00:00-12:00, 12:00-24:00", "00:00-24:00"),
    ])
  func hours(_ row: (written: String, fixed: String)) {
    let text = """
      pledge 1
      policy "Example" { id example; timezone UTC }
      ticket { event reported, restored }
      calendar desk { mon..fri \(row.written) }
      target t { clock from reported until restored; on desk; within 2 h }
      """
    let run = FixRun(LintText.file(text), check: LintText.check)
    #expect(run.file.text.contains("mon..fri \(row.fixed) }"))
  }

  @Test("Unsafe fixes wait until they are asked for")
  func unsafe() {
    let text = """
      pledge 1
      policy "Example" { id example; timezone UTC }
      ticket { event reported, restored }
      calendar weekdays { mon..fri 00:00-23:59 }
      target restore {
        clock from reported until restored
        on weekdays
        within 4 h
      }
      """
    let careful = FixRun(LintText.file(text), check: LintText.check)
    #expect(careful.applied == 0)
    #expect(careful.remaining.contains { $0.code.name == "minute-before-midnight" })
    let bold = FixRun(LintText.file(text), isUnsafeAllowed: true, check: LintText.check)
    #expect(bold.applied == 1)
    #expect(bold.file.text.contains("00:00-24:00"))
  }

  @Test("A safe fix behind which the policy would have an error is not kept")
  func refusal() {
    let file = LintText.file(twoCalendars)
    let run = FixRun(file) { text in
      LintText.check(text.bytes == file.bytes ? file : LintText.file("pledge 1\npolicy {"))
    }
    #expect(run.applied == 0)
    #expect(run.file.bytes == file.bytes)
    #expect(run.remaining.count { $0.code.name == "unused-calendar" } == 2)
  }

  @Test("Damaged policies are left alone")
  func damaged() {
    let file = LintText.file(twoCalendars + "\ntarget { }")
    #expect(FixRun(file, check: LintText.check).file.bytes == file.bytes)
  }

  @Test("Parentheses stay balanced where a comparison goes")
  func parentheses() {
    let text = """
      pledge 1
      policy "Example" { id example; timezone UTC }
      ticket {
        urgent truth
        event reported, restored
      }
      target restore {
        for (not urgent) is yes
        clock from reported until restored
        within 4 h
      }
      """
    let run = FixRun(LintText.file(text), check: LintText.check)
    #expect(run.file.text.contains("for (not urgent)\n"))
    #expect(LintText.check(run.file).isSound)
  }
}
