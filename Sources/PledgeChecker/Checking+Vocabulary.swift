import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// Registers come first: fields may be keys of them, and their columns keys of others.
  func checkRegisters(_ declarations: [DeclarationView]) {
    var index = 0
    for declaration in declarations {
      guard case .register(let view) = declaration else { continue }
      checkRegister(view, index)
      index += 1
    }
  }

  private func checkRegister(_ view: PledgeSyntax.RegisterDeclaration, _ index: Int) {
    policy.registers[index].isMany = view.isMany
    dependencies.enter(.register(index))
    defer { dependencies.leave() }
    if view.isDamaged { damagedRegisters.insert(index) }
    var columns: [FieldDeclaration] = []
    var places: [String: SourceRange] = [:]
    for key in view.keys {
      if let first = places[key.name] { reportDuplicate(key, declaredAt: first) }
      places[key.name] = places[key.name] ?? key.range
    }
    for line in view.fields {
      guard case .field(let field) = line else { continue }
      let type = valueType(field.type)
      refuseRepeated(field)
      refuseFixed(field, owner: .register)
      for name in field.names {
        if let first = places[name.name] {
          reportDuplicate(name, declaredAt: first)
          continue
        }
        places[name.name] = name.range
        registerColumns[index][name.name] = columns.count
        if type == nil || isDamaged(field) {
          brokenColumns.insert(RegisterColumn(register: index, column: columns.count))
        }
        columns.append(
          FieldDeclaration(name: name.name, type: type ?? .text, presence: presence(field, type)))
      }
    }
    policy.registers[index].columns = columns
    checkValidityColumns(index, places)
  }

  private func reportDuplicate(_ name: NameView, declaredAt first: SourceRange) {
    report(
      .name(.duplicateName(name: name.name)), at: name.range,
      labels: [SecondaryLabel(.declaredHere(name: name.name), at: first)])
  }

  /// Reads the `ticket` block.
  func checkTicket(_ declarations: [DeclarationView]) {
    var first: SourceRange?
    var field = 0
    var event = 0
    for declaration in declarations {
      guard case .ticket(let view) = declaration else { continue }
      if view.range.file == file.id {
        if let first {
          report(
            .clause(.secondBlock(word: "ticket")), at: view.range.firstByte,
            labels: [SecondaryLabel(.firstGivenHere, at: first.firstByte)])
        }
        first = first ?? view.range
      }
      for line in view.lines {
        switch line {
        case .field(let declared): checkField(declared, view, &field)
        case .events(let events):
          for declared in events.events where isTaken(declared.name, view) {
            checkAttributes(declared, &event)
          }
        case .damaged: continue
        }
      }
    }
    checkValidity(declarations)
  }

  private func checkField(_ view: FieldView, _ ticket: TicketDeclaration, _ index: inout Int) {
    let names = view.names.filter { isTaken($0, ticket) }
    guard !names.isEmpty else { return }
    let type = valueType(view.type)
    let presence = presence(view, type)
    refuseRepeated(view)
    let fixed = view.fixedBefore.flatMap { fixedLength($0, type) }
    for _ in names {
      if let fixed { policy.fixedFields[index] = fixed }
      noteRegister(of: type, usedBy: .field(index))
      policy.vocabulary.fields[index].type = type ?? .text
      policy.vocabulary.fields[index].presence = presence
      if type == nil || isDamaged(view) { brokenFields.insert(index) }
      index += 1
    }
  }

  /// How long before itself a field is fixed; it has to say an instant or a date.
  private func fixedLength(_ literal: LiteralView, _ type: ValueType?) -> Constant? {
    guard let (constant, found) = constant(literal, expecting: nil) else { return nil }
    guard found == .duration || found == .calendarLength else {
      report(
        .type(.mismatch(found: found.words, needed: .suchAs(.length, ["24 h", "3 calendar days"]))),
        at: literal.range)
      return nil
    }
    let length = Expression(.constant(constant), type: found, origin: literal.range)
    guard isNotNegative(length, .fixedTime) else { return nil }
    if let type, type != .instant, type != .date {
      report(
        .type(.mismatch(found: ExpressionType(type).words, needed: .anyOf([.instant, .date]))),
        at: literal.range)
      return nil
    }
    return constant
  }

  /// Says of what is no field of a ticket that it cannot be fixed: no event changes it.
  private func refuseFixed(_ field: FieldView, owner: Term) {
    guard let literal = field.fixedBefore else { return }
    report(
      .clause(.clauseElsewhere(clause: "fixed", owner: owner, advice: .fixedInTicket)), at: literal.range)
  }

  private func checkAttributes(_ view: PledgeSyntax.EventDeclaration, _ index: inout Int) {
    for line in view.attributes {
      guard case .field(let field) = line else { continue }
      let type = valueType(field.type)
      refuseRepeated(field)
      refuseFixed(field, owner: .event)
      noteRegister(of: type, usedBy: .event(index))
      for name in field.names {
        policy.vocabulary.events[index].attributes.append(
          FieldDeclaration(name: name.name, type: type ?? .text, presence: presence(field, type)))
      }
    }
    index += 1
  }

  private func noteRegister(of type: ValueType?, usedBy entity: Entity) {
    guard case .key(let register)? = type else { return }
    dependencies.enter(entity)
    dependencies.note(.register(register))
    dependencies.leave()
  }

  private func presence(_ view: FieldView, _ type: ValueType?) -> FieldDeclaration.Presence {
    guard let value = view.defaultValue else { return view.isOptional ? .optional : .required }
    if view.isOptional { report(.clause(.defaultOfOptional), at: view.range) }
    guard let type, let scalar = scalar(value, as: type) else { return .optional }
    return .defaulted(scalar)
  }

  // MARK: Types

  private static let namedTypes = [
    "text", "integer", "decimal", "percent", "money", "duration", "instant", "date", "truth",
  ]

  /// The type that a field is declared with, or nil with a message.
  func valueType(_ view: FieldTypeView) -> ValueType? {
    switch view {
    case .named(let name): return namedType(name)
    case .oneOf(let values):
      let before = diagnostics.count
      let members = members(values)
      // What was reported of a member may be one that others name.
      return members.isEmpty || diagnostics.count > before ? nil : .choice(members: members)
    case .key(let register?):
      guard let entity = resolve(register, among: names { if case .register = $0 { true } else { false } })
      else { return nil }
      guard case .register(let index) = entity else {
        wrongSort(register, entity, asked: .register)
        return nil
      }
      guard hasOneKey(index, register) else { return nil }
      keyedRegisters.insert(index)
      return .key(register: index)
    case .key(nil), .missing: return nil
    }
  }

  private func namedType(_ name: NameView) -> ValueType? {
    switch name.name {
    case "text": return .text
    case "integer": return .integer
    case "decimal": return .decimal
    case "percent": return .percent
    case "duration": return .duration
    case "instant": return .instant
    case "date": return .date
    case "truth": return .truth
    case "money":
      if let currency = policy.header.currency { return .money(currency) }
      if !hasBadCurrency { report(.type(.noCurrency), at: name.range) }
      return nil
    case let other:
      // A name and its type may have changed places.
      damage.mayDeclare(other)
      report(
        .name(
          .unknownType(
            name: other, types: Checking.namedTypes,
            suggestion: Checking.foreignTypes[other.lowercased()]
              ?? Suggestion.nearest(to: other, among: Checking.namedTypes))), at: name.range)
      return nil
    }
  }

  /// Types as other languages call them.
  private static let foreignTypes = [
    "int": "integer", "number": "integer", "count": "integer", "float": "decimal", "double": "decimal",
    "string": "text", "str": "text", "varchar": "text", "bool": "truth", "boolean": "truth",
    "datetime": "instant", "timestamp": "instant", "time": "instant", "currency": "money",
    "amount": "money", "percentage": "percent", "interval": "duration", "enum": "one of …",
  ]

  private func members(_ values: [ValueView]) -> [String] {
    var members: [String] = []
    for value in values {
      let member: String
      switch value {
      case .path(let path): member = path.names.map(\.name).joined(separator: ".")
      case .literal(.text(let text)):
        member = text.contents
        if ComposedForm.other(than: member) != nil {
          report(.token(.nameNotNormalised(name: member)), at: value.range)
        }
      case .literal, .truth:
        report(.type(.mismatch(found: .value, needed: .name)), at: value.range)
        continue
      case .missing: continue
      }
      if members.contains(member) {
        report(.name(.duplicateMember(name: member)), at: value.range)
      } else {
        members.append(member)
      }
    }
    return members
  }

  // MARK: Parameters

  func checkParameters(_ declarations: [DeclarationView]) {
    var index = 0
    for declaration in declarations {
      guard case .param(let view) = declaration else { continue }
      if let literal = view.value, let (constant, type) = constant(literal, expecting: nil) {
        policy.parameters[index].value = constant
        policy.parameters[index].type = type
      } else {
        brokenParameters.insert(index)
      }
      index += 1
    }
  }
}
