import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// Where the groups of refunds of one version stand among those of all versions of a policy.
///
/// A group of several versions is one. Each period of it is settled by the version that is in force when it
/// begins, which says how much the cap is.
package struct SharedGroups: Sendable {
  /// The version whose groups these are, by its place in the order of time.
  package var version: Int
  /// When each version comes into force, ascending.
  package var starts: [Instant]
  /// The number of each own group among those of all versions.
  package var numbers: [Int32]
  /// For each own group its place in each version; nil where a version does not have it.
  package var places: [[Int32?]]

  package init(version: Int, starts: [Instant], numbers: [Int32], places: [[Int32?]]) {
    self.version = version
    self.starts = starts
    self.numbers = numbers
    self.places = places
  }

  /// The own group of a number.
  func place(of number: Int32) -> Int32? { numbers.firstIndex(of: number).map { Int32($0) } }

  /// The version that settles the period of a group that begins at an instant: the one in force then. Where
  /// that does not have the group, the next one that does, else the last one before.
  func settler(of group: Int32, from instant: Instant) -> Int {
    let inForce = starts.lastIndex { $0 <= instant } ?? 0
    let known = places[Int(group)].indices.filter { places[Int(group)][$0] != nil }
    return known.first { $0 >= inForce } ?? known.last ?? version
  }
}

/// What one version asks another: what a group is held against in a period that the other one settles.
package struct GroupQuestion: Sendable {
  /// The version that is asked, by its place in the order of time.
  package var version: Int
  /// The group's place there.
  var group: Int32
  var key: GroupKey
}

extension Evaluator {
  /// The number of a group in items and limits, which means the same in all versions.
  func number(ofGroup group: Int32) -> Int32 { sharedGroups?.numbers[Int(group)] ?? group }

  /// The own group of a number.
  func group(ofNumber number: Int32) -> Int32 {
    guard let sharedGroups else { return number }
    return sharedGroups.place(of: number) ?? 0
  }

  /// A part of a group's key.
  func groupPart(_ value: Value, _ node: Int32) -> GroupKey.Part {
    if sharedGroups != nil, case .choice = value { return plan.shared(value, node) }
    return part(value)
  }

  /// Which other version settles a group of the current ticket; nil where this one does.
  mutating func question(_ key: GroupKey) -> GroupQuestion? {
    guard let shared = sharedGroups else { return nil }
    let group = group(ofNumber: key.group)
    guard let start = period(of: key)?.interval.start else { return nil }
    let version = shared.settler(of: group, from: start)
    guard version != shared.version, let place = shared.places[Int(group)][version] else { return nil }
    return GroupQuestion(version: version, group: place, key: key)
  }

  /// What a group is held against that another version asks about: the key takes the place of a ticket.
  package mutating func limit(asked question: GroupQuestion, asOf: Instant) -> Settlement.Limit {
    let group = plan.groups[Int(question.group)]
    var texts = Ticket(fields: plan.policy.vocabulary.fields.count)
    for index in texts.values.indices { texts.values[index] = .missing }
    let nodes = Array(plan.operands[group.keys.range])
    let values = zip(question.key.parts, nodes).map { part, node in value(of: part, node, &texts) }
    defer { leaveFrame() }
    let noReadings: [PeriodReading?] = plan.periodTargets.map { _ in nil }
    enter(values, nodes: nodes, texts: texts, frame: Frame(period: nil, readings: noReadings), asOf: asOf)
    let period = period(of: question.key)
    enter(values, nodes: nodes, texts: texts, frame: Frame(period: period, readings: noReadings), asOf: asOf)
    if group.filter >= 0 {
      let holds = value(group.filter)
      if holds == .truth(false) { return .absent }
      if let id = holds.unknown { return .unknown(unknowns.causes(id)) }
    }
    return limit(of: group) { evaluator in evaluator.value(group.cap) }
  }

  /// The value of a part of a key; a text becomes one of the ticket.
  private mutating func value(of part: GroupKey.Part, _ node: Int32, _ texts: inout Ticket) -> Value {
    switch part {
    case .value(let value): return value
    case .text(let bytes):
      if case .choice(let members)? = plan.meanings[Int(node)]?.type {
        let member = members.firstIndex { $0.utf8.elementsEqual(bytes) }
        return member.map { .choice(Int32($0)) } ?? .unknown(unknown(.otherTickets))
      }
      return bytes.withUnsafeBufferPointer { .text(texts.text($0, pool: plan.policy.texts)) }
    }
  }
}
