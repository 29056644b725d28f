import Foundation
import Testing

/// `pledge mutate`, as its user sees it.
@Suite struct MutateTests {
  private static let policy = """
    pledge 1
    policy "Desk" { id desk; version "1"; effective from 2026-01-01; timezone UTC; currency EUR }
    ticket { event opened, closed }
    target solve { clock from opened until closed; within 60 min }
    test "an hour is just kept" {
      2026-03-02 10:00  opened
      2026-03-02 11:00  closed
      expect solve met
    }
    test "a minute more is too long" {
      2026-03-02 10:00  opened
      2026-03-02 11:01  closed
      expect solve breached
    }
    """

  @Test("Tests at both sides of a limit notice its mistakes, and the command ends well")
  func complete() throws {
    let folder = try TemporaryFolder()
    let run = try Command(["mutate", try folder.file("a.pledge", Self.policy)])
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("the tests notice all"))
  }

  @Test("What no test notices is printed before and behind, with status 2")
  func survivors() throws {
    let folder = try TemporaryFolder()
    let text = Self.policy.replacing("11:01", with: "12:00")
    let run = try Command(["mutate", try folder.file("a.pledge", text)])
    #expect(run.status == 2)
    #expect(run.output.contains("- target solve { clock from opened until closed; within 60 min }"))
    #expect(run.output.contains("+ target solve { clock from opened until closed; within 61 min }"))
    #expect(run.output.contains("the tests do not notice 1"))
  }

  @Test("One kind of mistake can be asked for, and a misspelt one is named")
  func operators() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.pledge", Self.policy)
    let run = try Command(["mutate", path, "--operator", "bound-edge", "-f", "csv"])
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 2)
    let wrong = try Command(["mutate", path, "--operator", "bound-edges"])
    #expect(wrong.status == 1)
    #expect(wrong.complaint.contains("did you mean `bound-edge`?"))
  }

  @Test("A policy that takes parts from another file is mistaken like any other")
  func severalFiles() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file(
      "a-shared.pledge", "pledge 1\nticket { event opened, closed }\nparam limit = 60 min\n")
    let text = Self.policy.replacing("ticket { event opened, closed }", with: "")
      .replacing("within 60 min", with: "within limit")
    let path = try folder.file(
      "b.pledge", text.replacing("pledge 1\n", with: "pledge 1\nuse ticket, limit from \"a-shared.pledge\"\n")
    )
    let run = try Command(["mutate", folder.url.path, "--operator", "bound-edge"])
    #expect(run.output.contains("\(path): 1 of 1 mistakes noticed"), "\(run.output)\(run.complaint)")
  }

  @Test("Mistakes in a file that policies use are shown to the tests of all of them")
  func usedFiles() throws {
    let folder = try TemporaryFolder()
    let shared = "pledge 1\nticket { event opened, closed }\nparam limit = 60 min\nparam other = 5 min\n"
    _ = try folder.file("shared.pledge", shared)
    let user = Self.policy.replacing("ticket { event opened, closed }", with: "")
      .replacing("within 60 min", with: "within limit")
      .replacing("pledge 1\n", with: "pledge 1\nuse ticket, limit from \"shared.pledge\"\n")
    _ = try folder.file("a.pledge", user)
    _ = try folder.file(
      "b.pledge", user.replacing("id desk", with: "id other").replacing("11:01", with: "13:00"))
    let run = try Command(["mutate", folder.url.path, "--operator", "figure-up"])
    // Policy b would not notice 61 minutes, a does; nobody takes the other figure.
    #expect(run.status == 0, "\(run.output)\(run.complaint)")
    #expect(run.output.contains("shared.pledge: 1 of 1 mistakes noticed"), "\(run.output)")
    let alone = try Command([
      "mutate", folder.url.appending(path: "b.pledge").path, "--operator", "figure-up",
    ])
    #expect(alone.status == 2)
    #expect(alone.output.contains("+ param limit = 61 min"), "\(alone.output)")
  }

  @Test("A mistake that is proved to change nothing is shown with its reason, and asks for no test")
  func equivalent() throws {
    let folder = try TemporaryFolder()
    let text = Self.policy.replacing(
      "within 60 min }",
      with: """
        within limits.limit }
        table limits {
          team -> limit
          red -> 60 min
          blue -> 60 min
        }
        """
    ).replacing("event opened", with: "team one of red, blue = red; event opened")
    let run = try Command(["mutate", try folder.file("a.pledge", text), "--operator", "cell-widened"])
    #expect(run.status == 0, "\(run.output)\(run.complaint)")
    #expect(run.output.contains("2 that change nothing"), "\(run.output)")
    #expect(run.output.contains("changes nothing: the table comes to the same for every case"))
  }

  @Test("A test that fails already is said before anything else")
  func failing() throws {
    let folder = try TemporaryFolder()
    let text = Self.policy.replacing("expect solve met", with: "expect solve breached")
    let run = try Command(["mutate", try folder.file("a.pledge", text)])
    #expect(run.status == 1)
    #expect(run.complaint.contains("an hour is just kept"))
    #expect(run.complaint.contains("pledge test"))
  }

  @Test("The output is the same for any number of threads")
  func threads() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.pledge", Self.policy)
    let outputs = try ["1", "2", "5"].map {
      try Command(["mutate", path, "--pairs", "-f", "json", "--jobs", $0]).output
    }
    #expect(Set(outputs).count == 1)
  }
}
