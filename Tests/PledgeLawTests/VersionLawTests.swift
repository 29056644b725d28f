import PledgePolicy
import PledgeTestSupport
import PledgeTime
import Testing

/// What a date means at which a policy is written anew: nothing by itself.
@Suite struct VersionLawTests {
  @Test
  func `a policy split at any date into versions of one text decides and adds up the same, to the byte`() {
    Law.holds(90, from: 900_000) { world in
      var random = SeededGenerator(seed: world.seed)
      let whole = try Decider(world)
      // Windows that grant and those that overlap them are one line as far as one version decides them.
      let scopes = whole.policy.refunds.map(\.scope) + whole.policy.rights.map(\.scope)
      if scopes.contains(where: { $0?.isRolling ?? false }) { return nil }
      let drafts = world.draft.split(&random)
      let versions = try drafts.map { try Decider($0, world.history.tables) }
      let dates = drafts.dropFirst().map { "split \($0.effective)\n" }.joined()
      let lines = world.history.lines
      let expected = try whole.run([lines], asOf: world.asOf)
      for reading in [Decider.Reading(), Decider.Reading(jobs: 2, chunk: 600)] {
        let split = try Decider.run(versions, [lines], asOf: world.asOf, reading)
        let rolling = Set(
          whole.policy.periodTargets.filter(\.scope.isRolling).map(\.name))
        if let other = difference(
          Rows(expected, rolling: rolling).lines, Rows(split, rolling: rolling).lines)
        {
          return dates + other
        }
      }
      return nil
    }
  }
}

/// The lines of a run. Windows that roll and come to the same are one line as far as one version judges them;
/// here they are one also where the next version goes on.
private struct Rows {
  var lines: [String]

  init(_ run: Decider.Run, rolling: Set<String>) {
    lines = Rows.split(run.bytes.dropLast(run.periods.count))
    var before: [String]?
    for line in Rows.split(run.periods) {
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard rolling.contains(cells[0]) else {
        lines.append(line)
        before = nil
        continue
      }
      if let last = before, Rows.rest(last) == Rows.rest(cells) {
        cells[Rows.windows] = "\((Int(last[Rows.windows]) ?? 0) + (Int(cells[Rows.windows]) ?? 0))"
        lines.removeLast()
      }
      lines.append(cells.joined(separator: ","))
      before = cells
    }
  }

  /// The column that counts the windows of a line, behind those that name the last of them.
  private static let windows = 5

  private static func rest(_ cells: [String]) -> [String] { Array(cells[..<2]) + cells[(windows + 1)...] }

  private static func split(_ bytes: some Collection<UInt8>) -> [String] {
    String(decoding: Array(bytes), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

extension Draft {
  /// The line that says when the policy is in force.
  fileprivate var effective: String { lines { $0.hasPrefix("effective ") }.first ?? "" }

  private func lines(_ isWanted: (String) -> Bool) -> [String] {
    declarations.flatMap(\.lines).map(\.text).filter(isWanted)
  }

  /// The policy as two or three versions of the same text, from dates at random.
  fileprivate func split(_ random: inout SeededGenerator) -> [Draft] {
    let words = effective.split(separator: " ").map(String.init)
    guard words.count > 2, let from = Self.date(words[2]) else { return [self] }
    let until = words.count > 4 ? Self.date(words[4]) : nil
    let days = until.map { Int($0.dayNumber - from.dayNumber) - 1 } ?? 150
    let dates = Set((0..<random.number(1...2)).map { _ in random.number(1...days) }).sorted()
    let starts = [from] + dates.map { CivilDate(dayNumber: from.dayNumber + Int32($0)) }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : until
      var draft = self
      for place in draft.declarations.indices where draft.declarations[place].kind == .head {
        for line in draft.declarations[place].lines.indices {
          let text = draft.declarations[place].lines[line].text
          if text.hasPrefix("version ") { draft.declarations[place].lines[line] = "version \"\(index + 1)\"" }
          guard text.hasPrefix("effective ") else { continue }
          let last = end.map { " until \($0.text)" } ?? ""
          draft.declarations[place].lines[line] = "effective from \(starts[index].text)\(last)"
        }
      }
      return draft
    }
  }

  private static func date(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? CivilDate(year: parts[0], month: parts[1], day: parts[2]) : nil
  }
}
