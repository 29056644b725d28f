import PledgeDiagnostics
import PledgeSyntax

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
  case periodTarget(Int)
  case refund(Int)
  case right(Int)
  case escalation(Int)
  case role(Int)
  case action(Int)
  /// Declared, but of a sort that is not evaluated; what refers to it stays silent.
  case other

  /// The sort in words of the language.
  var words: Term {
    switch self {
    case .field: .field
    case .event: .event
    case .register: .register
    case .calendar: .calendar
    case .parameter: .parameter
    case .derived: .derivedValue
    case .table: .table
    case .span: .span
    case .exclusion: .exclusion
    case .target: .target
    case .periodTarget: .periodTarget
    case .refund: .refund
    case .right: .right
    case .escalation: .escalation
    case .role: .role
    case .action: .action
    case .other: .declaration
    }
  }
}

/// The names of a policy: one space for all, so that no name means two things, of which each file sees its
/// own and those that it takes from others.
struct Scope {
  /// All names of the policy.
  private(set) var entities: [String: Entity] = [:]
  /// While tests are read: they may write every name of the policy, as a ticket's record does.
  var isOpen = false
  private var visible: [FileID: [String: Entity]] = [:]
  private var places: [String: SourceRange] = [:]
  private var names: [Entity: String] = [:]

  /// Adds a name to the file of its declaration; the place of its first declaration where it stands already.
  mutating func declare(_ name: String, _ entity: Entity, at range: SourceRange) -> SourceRange? {
    if let place = places[name] {
      // A name of two sorts means nothing, and what uses it stays silent.
      if entities[name]?.words != entity.words { entities[name] = .other }
      for file in visible.keys where visible[file]?[name] != nil { visible[file]?[name] = entities[name] }
      visible[range.file, default: [:]][name] = entities[name]
      return place
    }
    entities[name] = entity
    places[name] = range
    names[entity] = name
    visible[range.file, default: [:]][name] = entity
    return nil
  }

  /// Lets a file see a name that another declares.
  mutating func show(_ name: String, in file: FileID) {
    guard visible[file]?[name] == nil else { return }
    visible[file, default: [:]][name] = entities[name]
  }

  /// A name whose declaration is damaged: what uses it stays silent.
  mutating func silence(_ name: String) {
    guard entities[name] != nil else { return }
    entities[name] = .other
    for file in visible.keys where visible[file]?[name] != nil { visible[file]?[name] = .other }
  }

  /// A name of which something was reported: what uses it in the file stays silent.
  mutating func silence(_ name: String, in file: FileID) {
    if visible[file]?[name] == nil { visible[file, default: [:]][name] = .other }
  }

  /// What a name means in the file in which it stands.
  subscript(name: NameView) -> Entity? { self[name.name, name.range.file] }

  /// What a name means in a file.
  subscript(name: String, file: FileID) -> Entity? {
    visible[file]?[name] ?? (isOpen ? entities[name] : nil)
  }

  /// Whether some file sees both names.
  func areTogether(_ first: String, _ second: String) -> Bool {
    visible.values.contains { $0[first] != nil && $0[second] != nil }
  }

  /// Where a name is declared.
  func place(of name: String) -> SourceRange? { places[name] }

  /// The name of an entity.
  func name(of entity: Entity) -> String { names[entity] ?? "" }

  /// All names, sorted, so that suggestions do not depend on the order of a hash.
  var allNames: [String] { entities.keys.sorted() }
}
