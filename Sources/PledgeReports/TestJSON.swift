import PledgeEvaluation
import PledgeTesting

/// Test results as JSON: docs/schemas/test-1.json.
struct TestJSON {
  let report: TestReport

  private var json: CountedJSON { CountedJSON(schema: "pledge.test/1") { writeCounts(to: &$0) } }

  /// The whole document.
  var bytes: [UInt8] {
    json.document { json in
      json.list("policies") { json in
        for entry in report.entries {
          json.object { json in
            write(entry, to: &json)
            json.list("tests") { json in
              for test in entry.results { json.object { write(test, entry, to: &$0) } }
            }
            if let coverage = entry.coverage {
              json.member("coverage") {
                CoverageJSON(coverage: coverage, entry: entry, report: report).write(to: &$0)
              }
            }
          }
        }
      }
    }
  }

  /// One line a policy and one a test, the counts last.
  var lines: [UInt8] {
    json.lines { json in
      for entry in report.entries {
        CountedJSON.line("policy", to: &json) { write(entry, to: &$0) }
        for test in entry.results {
          CountedJSON.line("test", to: &json) { json in
            json.member("file", entry.file)
            write(test, entry, to: &json)
          }
        }
        if let coverage = entry.coverage {
          CountedJSON.line("coverage", to: &json) { json in
            json.member("file", entry.file)
            CoverageJSON(coverage: coverage, entry: entry, report: report).write(to: &json)
          }
        }
      }
    }
  }

  private func writeCounts(to json: inout JSONText) {
    json.member("policies", report.entries.count)
    json.member("tests", report.tests)
    json.member("expectations", report.expectations)
    json.member("failed", report.failed)
  }

  private func write(_ entry: TestReport.Entry, to json: inout JSONText) {
    json.member("policy", entry.policy.header.id)
    json.member("version", entry.policy.header.version)
    json.member("file", entry.file)
    json.member(RunSheet.digestName, entry.digest)
    json.list("inputs") { json in
      for input in entry.inputs {
        json.object { json in
          json.member("role", input.role.word)
          json.member("file", input.file)
          json.member(RunSheet.digestName, input.digest)
        }
      }
    }
  }

  private func write(_ test: TestResult, _ entry: TestReport.Entry, to json: inout JSONText) {
    let zone = entry.policy.header.zone
    json.member("title", test.title)
    json.member("line", report.line(test.origin))
    json.member("as_of", test.asOf.text(in: zone))
    json.member("tickets", test.tickets)
    json.member("expectations", test.expectations)
    json.member("passed", test.isPassed)
    json.list("failures") { json in
      for failure in test.failures {
        json.object { json in
          json.member("line", report.line(failure.origin))
          json.member("expectation", failure.text)
          json.member("ticket", failure.decision?.id ?? "")
          json.list("differences") { json in
            for difference in failure.differences {
              json.object { json in
                json.member("figure", difference.figure)
                json.member("expected", difference.expected)
                json.member("actual", difference.actual)
              }
            }
          }
          json.list("timeline") { json in
            for event in failure.decision?.ticket.events ?? [] {
              json.object { json in
                json.member("at", event.at.text(in: zone))
                json.member("event", entry.policy.vocabulary.events[Int(event.code)].name)
              }
            }
          }
        }
      }
    }
  }
}
