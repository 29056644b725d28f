import PledgePolicy

/// What it takes to run the versions of a policy together: the answer of `pledge check --plan` for several.
struct VersionPlanReport: Sendable {
  let id: String
  /// The names of the versions.
  let versions: [String]
  let passes: [String]
  /// What is read more than once, and what memory grows with beyond what each version's plan says.
  let notes: [String]

  /// The policies of one id that are versions, in the order in which their plans stand.
  static func reports(_ plans: [PlanReport]) -> [VersionPlanReport] {
    var ids: [String] = []
    for plan in plans where !ids.contains(plan.id) { ids.append(plan.id) }
    return ids.compactMap { id in
      let own = plans.filter { $0.id == id }
      return own.count > 1 ? VersionPlanReport(own) : nil
    }
  }

  private init(_ plans: [PlanReport]) {
    let all = plans.map(\.classification)
    id = plans[0].id
    versions = plans.map(\.version)
    passes = Classification.passes(of: all)
    var notes = ["each pass reads every record once a version"]
    if all.contains(where: { $0.countsTickets || $0.judgesPeriods }) {
      notes[0] += ", and once more where a version looks at the tickets of others"
    }
    if all.contains(where: { !$0.memory.isEmpty }) {
      notes.append("memory is that of all versions together")
    }
    if all.contains(where: \.judgesPeriods) {
      notes.append("a version holds intervals that touch its own periods; with a length test or `up to`, all")
    }
    self.notes = notes
  }

  /// The passes and notes, for people.
  func text(_ style: Style) -> String {
    var result = style.bold("plan of \(id), versions \(versions.joined(separator: ", ")) together") + "\n"
    for (number, pass) in passes.enumerated() { result += "pass \(number + 1)  \(pass)\n" }
    for note in notes { result += "note    \(note)\n" }
    return result
  }

  /// The same as a JSON object.
  func write(to json: inout JSONText) {
    json.object { json in
      json.member("id", id)
      json.list("versions") { json in for version in versions { json.string(version) } }
      json.list("passes") { json in for pass in passes { json.string(pass) } }
      json.list("notes") { json in for note in notes { json.string(note) } }
    }
  }
}
