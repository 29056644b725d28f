import PledgePolicy

/// What of a policy can run apart: the answer of `pledge check --plan`.
package struct PlanReport: Sendable {
  package var id: String
  package var version: String
  package var classification: Classification

  package init(_ policy: Policy) {
    id = policy.header.id
    version = policy.header.version
    classification = Classification(policy)
  }

  /// The declarations with their classes, then passes and memory, for people.
  func text(_ style: Style) -> String {
    var table = TextTable([.left, .left, .left, .left])
    table.add(["declaration", "sort", "class", "stratum"], mark: style.faint)
    for entry in classification.entries {
      table.add([entry.name, entry.sort, entry.evaluationClass.rawValue, entry.stratum.rawValue])
    }
    var result = style.bold("plan of \(id), version \(version)") + "\n" + table.text
    for (number, pass) in classification.passes.enumerated() { result += "pass \(number + 1)  \(pass)\n" }
    let memory = classification.memory
    if memory.isEmpty { result += "memory  does not grow with the history\n" }
    for line in memory { result += "memory  \(line)\n" }
    return result
  }

  /// The same as a JSON object.
  func write(to json: inout JSONText) {
    json.object { json in
      json.member("id", id)
      json.member("version", version)
      json.list("declarations") { json in
        for entry in classification.entries {
          json.object { json in
            json.member("name", entry.name)
            json.member("sort", entry.sort)
            json.member("class", entry.evaluationClass.rawValue)
            json.member("stratum", entry.stratum.rawValue)
            json.member("memory", entry.memory)
          }
        }
      }
      json.list("passes") { json in for pass in classification.passes { json.string(pass) } }
    }
  }
}
