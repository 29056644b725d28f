import PledgeTime

/// What a scope takes together, with names in the place of indices: two versions of a policy take the same
/// together where these are equal.
package struct ScopeNames: Sendable, Hashable {
  /// The paths of the keys.
  package var keys: [String]
  /// How periods follow each other; nil where there are none.
  package var period: String?
}

/// What tells a group of refunds from others.
package struct GroupNames: Sendable, Hashable {
  package var kind: String
  package var members: [String]
  /// Nil where it is one ticket.
  package var scope: ScopeNames?
}

extension Policy {
  /// The names of a scope; nil where it is made of something that has none.
  package func names(of scope: Scope) -> ScopeNames? {
    var result = ScopeNames(keys: [], period: nil)
    for key in scope.keys {
      guard let path = path(of: key) else { return nil }
      result.keys.append(path)
    }
    guard let period = scope.period else { return result }
    guard let rule = words(of: period.kind) else { return nil }
    result.period = "\(rule), \(header.zoneName), month ends \(header.monthEnd)"
    return result
  }

  /// What a group of refunds takes together: its refunds by name and what it is held against, with its scope;
  /// nil where that is made of something that has no name.
  package func names(of group: PaymentGroup) -> GroupNames? {
    let kind =
      switch group.limit {
      case .cap: "cap"
      case .minimum: "minimum"
      }
    let members = group.members.map { refunds[$0].name }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard let scope = group.scope else { return GroupNames(kind: kind, members: members, scope: nil) }
    return names(of: scope).map { GroupNames(kind: kind, members: members, scope: $0) }
  }

  private func words(of rule: PeriodRule.Kind) -> String? {
    switch rule {
    case .calendar(let unit): return "each \(unit)"
    case .anchored(let length, let anchor, let lasting):
      let end = lasting.map { " for \($0)" } ?? ""
      switch anchor {
      case .frame(let from): return path(of: from).map { "each \(length) from \($0)\(end)" }
      case .earliestOfTickets(let from):
        return path(of: from).map { "each \(length) from the first \($0)\(end)" }
      }
    case .rolling(let length, let byMonth):
      return path(of: length).map { "rolling \($0)\(byMonth ? " by month" : "")" }
    }
  }

  /// How an expression is written, where it is a path, an event or a value; nil for anything else.
  private func path(of expression: Expression) -> String? {
    switch expression.kind {
    case .constant(.text), .constant(.choice): nil
    case .constant(let constant): "\(constant)"
    case .field(let index): vocabulary.fields[index].name
    case .column(let register, let key, let column):
      path(of: key).map { "\($0).\(registers[register].columns[column].name)" }
    case .parameter(let index): parameters[index].name
    case .derived(let index): derivedValues[index].name
    case .tableResult(let table, let column):
      tables[table].name.map { "\($0).\(tables[table].results[column].name)" }
    case .event(let point):
      !vocabulary.events.indices.contains(point.event)
        ? nil
        : "\(vocabulary.events[point.event].name) \(point.occurrence) \(point.offset.text)"
    case .startOf(let date): path(of: date).map { "start of \($0)" }
    case .moved(let instant, let length, nil, let negated):
      path(of: instant).flatMap { from in
        path(of: length).map { "\(from) \(negated ? "-" : "+") \($0)" }
      }
    case .rowKey, .rowColumn, .attribute, .extreme, .isKnown, .not, .all, .any, .compare, .oneOf, .sum,
      .difference,
      .product, .quotient, .negation, .share, .perUnit, .perDate, .graded, .datesOver, .choice, .verdict,
      .figure, .measure, .overlaps, .ticketCount, .during, .moved, .endOf, .dayOf, .timeOn, .timeOfDay,
      .dateOf,
      .sampled, .periodBoundary, .periodVerdict, .periodFigure:
      nil
    }
  }
}
