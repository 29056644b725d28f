import PledgePolicy

/// What it takes to run the versions of a policy together: the answer of `pledge check --plan` for several.
struct VersionPlanReport: Sendable {
  let id: String
  /// The names of the versions.
  let versions: [String]
  let passes: [HistoryPass]
  /// What is read more than once, and what memory grows with beyond what each version's plan says.
  let notes: [Note]

  /// What is to be known of versions that run together.
  enum Note: Sendable, Hashable {
    /// Each pass reads every record once a version, and once more where one looks at tickets of others.
    case readsOnceAVersion(looksElsewhere: Bool)
    /// Memory is that of all versions together.
    case memoryOfAll
    /// Which intervals a version holds.
    case intervalsOfOthers
  }

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
    let looksElsewhere = all.contains { $0.countsTickets || $0.judgesPeriods }
    var notes = [Note.readsOnceAVersion(looksElsewhere: looksElsewhere)]
    if all.contains(where: { !$0.memory.isEmpty }) { notes.append(.memoryOfAll) }
    if all.contains(where: \.judgesPeriods) { notes.append(.intervalsOfOthers) }
    self.notes = notes
  }

  /// The passes and notes, for people.
  func text(_ style: Style) -> String {
    let words = PlanWords(language: style.language)
    let names = versions.joined(separator: style.say(.comma))
    var result = style.bold(style.say(.planTogether(id, names))) + "\n"
    for (number, pass) in passes.enumerated() {
      result += style.say(.passLine(number + 1, words.pass(pass))) + "\n"
    }
    for note in notes { result += style.say(.noteLine(words.note(note))) + "\n" }
    return result
  }

  /// The same as a JSON object.
  func write(to json: inout JSONText) {
    let words = PlanWords(language: .english)
    json.object { json in
      json.member("id", id)
      json.list("versions") { json in for version in versions { json.string(version) } }
      json.list("passes") { json in for pass in passes { json.string(words.pass(pass)) } }
      json.list("notes") { json in for note in notes { json.string(words.note(note)) } }
    }
  }
}
