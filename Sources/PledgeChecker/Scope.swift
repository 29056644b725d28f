import PledgeDiagnostics

/// What a name of a policy stands for; indices are those of the policy's lists.
enum Entity: Hashable {
  case field(Int)
  case event(Int)
  case register(Int)
  case calendar(Int)
  case parameter(Int)
  case derived(Int)
  case table(Int)
  case span(Int)
  case exclusion(Int)
  case target(Int)
  case refund(Int)
  case escalation(Int)
  case role(Int)
  case action(Int)
  /// Declared, but of a sort that is not evaluated; what refers to it stays silent.
  case other

  /// The sort in words of the language.
  var words: String {
    switch self {
    case .field: "a field of the ticket"
    case .event: "an event"
    case .register: "a register"
    case .calendar: "a calendar"
    case .parameter: "a param"
    case .derived: "a derived value"
    case .table: "a table"
    case .span: "a span"
    case .exclusion: "an exclusion"
    case .target: "a target"
    case .refund: "a refund"
    case .escalation: "an escalation"
    case .role: "a role"
    case .action: "an action"
    case .other: "a declaration"
    }
  }
}

/// The names of a policy: one space for all, so that no name means two things.
struct Scope {
  private(set) var entities: [String: Entity] = [:]
  private var places: [String: SourceRange] = [:]
  private var names: [Entity: String] = [:]

  /// Adds a name; the place of its first declaration where it stands already.
  mutating func declare(_ name: String, _ entity: Entity, at range: SourceRange) -> SourceRange? {
    if let place = places[name] {
      // A name of two sorts means nothing, and what uses it stays silent.
      if entities[name]?.words != entity.words { entities[name] = .other }
      return place
    }
    entities[name] = entity
    places[name] = range
    names[entity] = name
    return nil
  }

  subscript(name: String) -> Entity? { entities[name] }

  /// Where a name is declared.
  func place(of name: String) -> SourceRange? { places[name] }

  /// The name of an entity.
  func name(of entity: Entity) -> String { names[entity] ?? "" }

  /// All names, sorted, so that suggestions do not depend on the order of a hash.
  var allNames: [String] { entities.keys.sorted() }
}
