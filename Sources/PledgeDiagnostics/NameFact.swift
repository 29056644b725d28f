/// What the checker finds about names; codes P0100 to P0119.
package enum NameFact: Hashable, Sendable {
  /// A name that nothing declares.
  case unknownName(name: String, suggestion: String?)
  /// A name of the wrong sort: `asked` is what the place needs, `found` what the name is.
  case wrongSort(name: String, found: Term, asked: Term)
  /// A word that is not one of an enumeration's members.
  case unknownMember(name: String, members: [String], suggestion: String?)
  /// A register or table without this column.
  case unknownColumn(name: String, owner: String, columns: [String], suggestion: String?)
  /// Two declarations share a name.
  case duplicateName(name: String)
  /// An enumeration names a member twice.
  case duplicateMember(name: String)
  /// A function that does not exist.
  case unknownFunction(name: String, functions: [String], suggestion: String?)
  /// The measure of a period, such as `availability`, used as a value of a ticket.
  case measureAsFunction(name: String)
  /// Declarations that need each other, in the order in which they do.
  case circularDeclarations(path: [String])
  /// A field's type that does not exist.
  case unknownType(name: String, types: [String], suggestion: String?)
  /// An event that may recur is used as one instant without saying which occurrence.
  case ambiguousOccurrence(event: String)
  /// Two names that look alike; `difference` is the character that tells them apart.
  case lookAlike(name: String, other: String, difference: String)
}

extension NameFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .unknownName: DiagnosticCode(100, "unknown-name")
    case .wrongSort: DiagnosticCode(101, "wrong-sort-of-name")
    case .unknownMember: DiagnosticCode(102, "unknown-member")
    case .unknownColumn: DiagnosticCode(103, "unknown-column")
    case .duplicateName: DiagnosticCode(104, "duplicate-name")
    case .duplicateMember: DiagnosticCode(105, "duplicate-member")
    case .unknownFunction: DiagnosticCode(106, "unknown-function")
    case .circularDeclarations: DiagnosticCode(107, "circular-declarations")
    case .unknownType: DiagnosticCode(108, "unknown-type")
    case .ambiguousOccurrence: DiagnosticCode(109, "ambiguous-occurrence")
    case .lookAlike: DiagnosticCode(110, "look-alike-names")
    case .measureAsFunction: DiagnosticCode(111, "measure-as-function")
    }
  }

  /// A name that means nothing certain is an error; one that reads like another is not.
  package var severity: Severity {
    switch self {
    case .lookAlike: .warning
    case .unknownName, .wrongSort, .unknownMember, .unknownColumn, .duplicateName, .duplicateMember,
      .unknownFunction, .measureAsFunction, .circularDeclarations, .unknownType, .ambiguousOccurrence:
      .error
    }
  }
}
