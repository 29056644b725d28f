import PledgeNumbers
import PledgePolicy

/// An expression that a plan keeps in view, and further ones whose values say how it came about: the sides of
/// a comparison, the conditions of a choice.
package struct Watch: Sendable {
  package var asked: Expression
  package var parts: [Expression]

  package init(_ asked: Expression, parts: [Expression]) {
    self.asked = asked
    self.parts = parts
  }
}

/// What was computed for one ticket, one cut of its log, or one key and period.
package struct Sighting: Sendable {
  /// For each watch of the plan the values of its parts, nil where one was not needed; nil where the
  /// expression was not asked.
  package var parts: [[Value?]?] = []
  /// The rows of tables that applied, by the index of the policy's table.
  package var rows: [Int: Int] = [:]
}

/// A watch made ready: nodes of the plan.
struct WatchPlan: Sendable {
  var asked: Int32
  var parts: [Int32]
}

extension Evaluator {
  /// Takes down what has been computed since the ticket, the cut or the frame was entered. What was not
  /// needed so far stays so.
  ///
  /// A run that wants sightings says so by `isWatching`; each step to another ticket, cut or frame then takes
  /// down what the one before came to, and whoever wants the last one calls this.
  package mutating func takeSighting() {
    guard isWatching, stamp > 0 else { return }
    var sighting = Sighting()
    for watch in plan.watches {
      guard valueStamps[Int(watch.asked)] >= stamp else {
        sighting.parts.append(nil)
        continue
      }
      var values: [Value?] = []
      for part in watch.parts { values.append(sighted(part)) }
      sighting.parts.append(values)
    }
    for table in plan.tables.indices where tableStamps[table] == stamp {
      if case .row(let row) = tableStates[table] { sighting.rows[Int(plan.tables[table].origin)] = row }
    }
    if !sighting.rows.isEmpty || sighting.parts.contains(where: { $0 != nil }) { sightings.append(sighting) }
  }

  /// The value of a node that has been computed; a count of tickets that is held against a limit is not
  /// computed as a value.
  @inline(__always) private func sighted(_ node: Int32) -> Value? {
    if valueStamps[Int(node)] >= stamp { return values[Int(node)] }
    guard case .ticketCount(let count) = plan.nodes[Int(node)], ticketCountStamps[Int(count)] == stamp,
      ticketTallies[Int(count)].surely == ticketTallies[Int(count)].possibly
    else { return nil }
    return .number(Rational(ticketTallies[Int(count)].surely))
  }
}
