import PledgeDiagnostics
import PledgeSyntax

/// What a file declares, as far as one of it can be mistaken for another.
struct MutationContext: Sendable {
  /// The dialect that replacements are written in.
  let dialect: Dialect
  /// The names of calendars, in the order of the text.
  private(set) var calendars: [String] = []
  /// The names of spans.
  private(set) var spans: [String] = []
  /// The names of a ticket's events.
  private(set) var events: [String] = []
  /// The members of each enumeration.
  private(set) var members: [[String]] = []
  /// Names of fields and columns of one type that are declared in one place.
  private(set) var fields: [[String]] = []

  init(_ file: FileView) {
    dialect = file.dialect
    collect(file.node)
  }

  private mutating func collect(_ node: SyntaxNode) {
    guard node.kind != .testDeclaration else { return }
    if node.kind == .calendarDeclaration { calendars += Self.declared(node) }
    if node.kind == .spanDeclaration { spans += Self.declared(node) }
    if node.kind == .eventDeclaration { events += node.nodes(.name).prefix(1).map(\.text) }
    if node.kind == .fieldType, node.hasWord(.one) { members.append(node.nodes.map(\.text)) }
    if node.kind == .ticketDeclaration || node.kind == .registerDeclaration { collectFields(node) }
    // A tree is at most `SyntaxLimits.depth` deep.
    for child in node.nodes { collect(child) }
  }

  /// The fields of one declaration by the words of their type.
  private mutating func collectFields(_ node: SyntaxNode) {
    var byType: [(type: String, names: [String])] = []
    for field in node.nodes(.block).flatMap({ $0.nodes(.field) }) {
      guard let type = field.nodes(.fieldType).first?.text else { continue }
      let names = field.nodes(.name).map(\.text)
      if let place = byType.firstIndex(where: { $0.type == type }) {
        byType[place].names += names
      } else {
        byType.append((type, names))
      }
    }
    fields += byType.map(\.names).filter { $0.count > 1 }
  }

  private static func declared(_ node: SyntaxNode) -> [String] {
    node.nodes(.head).flatMap { $0.nodes(.name).prefix(1) }.map(\.text)
  }

  /// The name behind another in a list, the first behind the last; nil where the list has no other or does
  /// not have the name.
  static func next(after name: String, in names: [String]) -> String? {
    guard names.count > 1, let place = names.firstIndex(of: name) else { return nil }
    return names[(place + 1) % names.count]
  }

  /// How the file writes a word of the language.
  func spelling(_ keywords: [Keyword]) -> String {
    keywords.map { KeywordTable.spelling(of: $0, in: dialect) }.joined(separator: " ")
  }

  /// How the file writes a unit behind a number.
  func unit(_ unit: UnitWord, behind number: String) -> String {
    UnitTable.rows.first { $0.unit == unit }?.spelling(in: dialect, behind: number) ?? ""
  }
}
