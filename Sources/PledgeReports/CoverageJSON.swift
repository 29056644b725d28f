import PledgeTesting

/// Coverage as JSON: a part of docs/schemas/test-1.json.
struct CoverageJSON {
  let coverage: TestCoverage
  let entry: TestReport.Entry
  let report: TestReport

  /// The members of an object.
  func write(to json: inout JSONText) {
    json.member("covered", coverage.total.covered)
    json.member("total", coverage.total.total)
    json.list("kinds") { json in
      for kind in CoverageItem.Kind.allCases {
        json.object { json in
          json.member("kind", kind.rawValue)
          json.member("covered", coverage.count(kind).covered)
          json.member("total", coverage.count(kind).total)
        }
      }
    }
    json.list("uncovered") { json in
      for item in coverage.uncovered {
        json.object { json in
          json.member("kind", item.kind.rawValue)
          json.member("item", item.name)
          json.member("file", report.sources[item.origin.file]?.name ?? "")
          json.member("line", report.line(item.origin))
          json.member("test", entry.witnesses[item.goal])
        }
      }
    }
  }
}
