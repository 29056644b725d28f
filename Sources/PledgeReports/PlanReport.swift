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
    table.add(
      [
        style.say(.declaration), style.say(.sort), style.say(.evaluationClass), style.say(.stratum),
      ], mark: style.faint)
    for entry in classification.entries {
      table.add([
        entry.name, style.language.say(code: entry.sort), entry.evaluationClass.rawValue,
        style.say(entry.stratum.phrase),
      ])
    }
    var result = style.bold(style.say(.planOf(id, version))) + "\n" + table.text
    let words = PlanWords(language: style.language)
    for (number, pass) in classification.passes.enumerated() {
      result += style.say(.passLine(number + 1, words.pass(pass))) + "\n"
    }
    let memory = classification.memory
    if memory.isEmpty { result += style.say(.memoryConstant) + "\n" }
    for (name, growth) in memory {
      result += style.say(.memoryLine(name + style.say(.colon) + words.memory(growth))) + "\n"
    }
    return result
  }

  /// The same as a JSON object.
  func write(to json: inout JSONText) {
    let words = PlanWords(language: .english)
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
            json.member("memory", entry.memory.map { words.memory($0) })
          }
        }
      }
      json.list("passes") { json in for pass in classification.passes { json.string(words.pass(pass)) } }
    }
  }
}
