/// Which declaration uses which, to find circles.
struct Dependencies {
  private var edges: [Entity: Set<Entity>] = [:]
  private var order: [Entity] = []
  /// The names that a declaration writes, also of sorts that have no index.
  private var names: [Entity: Set<String>] = [:]
  /// The declaration that is being checked, innermost last.
  private var current: [Entity] = []

  /// Notes uses as those of this declaration until `leave`.
  mutating func enter(_ entity: Entity) {
    current.append(entity)
    if edges[entity] == nil {
      edges[entity] = []
      order.append(entity)
    }
  }

  mutating func leave() { current.removeLast() }

  /// The declaration being checked uses this one.
  mutating func note(_ entity: Entity) {
    guard let user = current.last else { return }
    edges[user, default: []].insert(entity)
  }

  /// The declaration being checked writes this name.
  mutating func note(_ name: String) {
    guard let user = current.last else { return }
    names[user, default: []].insert(name)
  }

  /// The names that a declaration writes itself.
  func names(of entity: Entity) -> Set<String> { names[entity] ?? [] }

  /// Everything that a declaration uses, itself or through others.
  func reached(from entity: Entity) -> Set<Entity> {
    var seen: Set<Entity> = []
    var waiting = [entity]
    while let next = waiting.popLast() {
      for used in edges[next] ?? [] where seen.insert(used).inserted { waiting.append(used) }
    }
    return seen
  }

  /// Circles of declarations, by the order in which these were checked; no declaration is in two of them.
  func circles() -> [[Entity]] {
    var circles: [[Entity]] = []
    for entity in order where entity.isComputed {
      guard !circles.contains(where: { $0.contains(entity) }), reached(from: entity).contains(entity) else {
        continue
      }
      let path = path(from: entity)
      if circles.allSatisfy({ Set($0).isDisjoint(with: path) }) { circles.append(path) }
    }
    return circles
  }

  /// A shortest way from a declaration back to itself.
  private func path(from start: Entity) -> [Entity] {
    var previous: [Entity: Entity] = [:]
    var level = [start]
    while !level.isEmpty {
      var next: [Entity] = []
      for entity in level {
        for used in order where edges[entity]?.contains(used) ?? false {
          if used == start { return way(to: entity, previous, start) }
          if previous[used] == nil, used != start {
            previous[used] = entity
            next.append(used)
          }
        }
      }
      level = next
    }
    return [start]
  }

  private func way(to end: Entity, _ previous: [Entity: Entity], _ start: Entity) -> [Entity] {
    var result = [end]
    while let before = result.last, before != start, let earlier = previous[before] { result.append(earlier) }
    return result.reversed()
  }
}

extension Entity {
  /// Whether it is computed from others. What tickets and registers hold is not: registers may name each
  /// other as keys.
  var isComputed: Bool {
    switch self {
    case .field, .event, .register, .role, .action, .other: false
    case .calendar, .parameter, .derived, .table, .span, .exclusion, .target, .periodTarget, .refund,
      .right, .escalation:
      true
    }
  }
}
