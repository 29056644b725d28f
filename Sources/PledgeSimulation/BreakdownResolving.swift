import PledgeDiagnostics
import PledgePolicy
import PledgeTickets

/// Finds what the names of a run mean in a policy: what to group by, what to compare with.
///
/// A name that means nothing is an answer with a hint, never a silent group of "none".
package struct BreakdownResolving {
  private let policy: Policy
  /// Expressions whose values the plan must give for each ticket.
  package private(set) var probes: [Expression] = []
  /// Paths that the records must be read for.
  package private(set) var captures: [String] = []
  package private(set) var breakdowns: [Breakdown] = []

  package init(policy: Policy) { self.policy = policy }

  /// Adds a breakdown by a field, a `let`, a column (`circuit.level`) or a path of the record (`.category` or
  /// `recorded.team`).
  package mutating func add(by name: String) throws(Fault) {
    if name.hasPrefix(".") {
      addPath(String(name.dropFirst()), name: name)
    } else if let expression = declared(name) {
      addProbe(expression, name: name)
    } else if let point = name.firstIndex(of: ".") {
      try addDotted(name, String(name[..<point]), String(name[name.index(after: point)...]))
    } else {
      throw unknown(name)
    }
  }

  /// The comparison that `TARGET=PATH` means.
  package mutating func comparison(_ text: String) throws(Fault) -> RecordedComparison {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex,
      text.index(after: sign) != text.endIndex
    else {
      throw Fault.noComparison(text)
    }
    let name = String(text[..<sign])
    let path = String(text[text.index(after: sign)...])
    guard let target = policy.targets.firstIndex(where: { $0.name == name }) else {
      throw Fault.unknownTarget(KnownNames(name, among: policy.targets.map(\.name), .targets))
    }
    captures.append(path.hasPrefix(".") ? String(path.dropFirst()) : path)
    return RecordedComparison(target: target, captured: captures.count - 1, path: path)
  }

  // MARK: Names

  private func declared(_ name: String) -> Expression? {
    if let index = policy.vocabulary.fields.firstIndex(where: { $0.name == name }) { return field(index) }
    if let index = policy.derivedValues.firstIndex(where: { $0.name == name }) {
      let value = policy.derivedValues[index]
      return Expression(.derived(index), type: value.value.type, origin: value.origin)
    }
    return nil
  }

  private mutating func addDotted(_ name: String, _ first: String, _ rest: String) throws(Fault) {
    let fields = policy.vocabulary.fields
    if let register = policy.registers.firstIndex(where: { $0.name == first }),
      let key = policy.rowKey(of: register), !policy.registers[register].isMany
    {
      return try addColumn(rest, of: register, key, name: name)
    }
    guard let index = fields.firstIndex(where: { $0.name == first }) else {
      let keys = fields.compactMap { field in if case .key = field.type { field.name } else { nil } }
      if let near = Suggestion.nearest(to: first, among: keys) {
        throw Fault.unknownKey(first, nearest: "\(near).\(rest)", path: name)
      }
      return addPath(name, name: name)
    }
    guard case .key(let register) = fields[index].type else {
      throw Fault.noKey(field: first, path: name)
    }
    try addColumn(rest, of: register, field(index), name: name)
  }

  private mutating func addColumn(
    _ rest: String, of register: Int, _ key: Expression, name: String
  ) throws(Fault) {
    let declaration = policy.registers[register]
    guard let column = declaration.columns.firstIndex(where: { $0.name == rest }) else {
      throw Fault.unknownColumn(
        KnownNames(rest, among: declaration.columns.map(\.name), .columns), register: declaration.name)
    }
    let type = ExpressionType(declaration.columns[column].type)
    addProbe(
      Expression(
        .column(register: register, key: key, column: column), type: type,
        origin: policy.header.origin),
      name: name)
  }

  private func field(_ index: Int) -> Expression {
    Expression(
      .field(index), type: ExpressionType(policy.vocabulary.fields[index].type), origin: policy.header.origin)
  }

  private mutating func addProbe(_ expression: Expression, name: String) {
    probes.append(expression)
    breakdowns.append(Breakdown(name: name, source: .probe(probes.count - 1), type: expression.type))
  }

  private mutating func addPath(_ path: String, name: String) {
    captures.append(path)
    breakdowns.append(Breakdown(name: name, source: .captured(captures.count - 1), type: nil))
  }

  private func unknown(_ name: String) -> Fault {
    let names = policy.vocabulary.fields.map(\.name) + policy.derivedValues.map(\.name)
    return Fault.unknownField(KnownNames(name, among: names, .fields), path: name)
  }
}
