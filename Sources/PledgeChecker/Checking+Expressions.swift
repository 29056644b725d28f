import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// The typed expression of a view, or nil where a message says why there is none.
  ///
  /// `expecting` is the type that the place asks for: it gives meaning to an enumeration's members and to
  /// dates. The caller compares the result's type.
  func check(_ view: ExpressionView, expecting: ExpressionType?) -> Expression? {
    switch view {
    case .literal(let literal):
      return constant(literal, expecting: expecting).map { expression(.constant($0.0), $0.1, view) }
    case .truth(let truth): return expression(.constant(.truth(truth.isYes)), .truth, view)
    case .name(let name): return check(name, expecting: expecting, view)
    case .call(let call): return check(call, expecting: expecting)
    case .ordinal(let ordinal):
      return point(ordinal).map { expression(.event($0), .instant, view) }
    case .member(let member): return check(member)
    case .share(let share): return check(share)
    case .arithmetic(let arithmetic): return check(arithmetic, expecting: expecting)
    case .perUnit(let perUnit): return check(perUnit)
    case .comparison, .equality, .applicability, .membership, .window, .relation, .not, .and, .or:
      return checkCondition(view)
    case .conditional(let conditional): return check(conditional, expecting: expecting)
    case .choice(let choice): return check(choice, expecting: expecting)
    case .endOf(let end): return check(end)
    case .span, .during, .overlap:
      report(.type(.spanAsValue), at: view.range)
      return nil
    case .this(let this):
      report(.count(.strayThis), at: this.range)
      return nil
    case .sample(let sample): return sample.isOn ? timeOn(sample) : check(sample, expecting: expecting)
    case .unitAfter(let day): return date(day)
    case .missing: return nil
    }
  }

  /// An expression of a given type, or nil with a message.
  func check(_ view: ExpressionView, as type: ExpressionType) -> Expression? {
    guard let checked = check(view, expecting: type) else { return nil }
    if checked.type.fits(type) { return checked }
    mismatch(checked, type.words)
    return nil
  }

  /// An amount of money in any currency of the policy, or nil with a message.
  func money(_ view: ExpressionView) -> Expression? {
    guard let checked = check(view, expecting: nil) else { return nil }
    if case .money = checked.type { return checked }
    mismatch(checked, .money)
    return nil
  }

  func expression(_ kind: Expression.Kind, _ type: ExpressionType, _ view: ExpressionView) -> Expression {
    Expression(kind, type: type, origin: view.range)
  }

  func mismatch(_ found: Expression, _ needed: Term) {
    report(.type(.mismatch(found: found.type.words, needed: needed)), at: found.origin)
  }

  // MARK: Names

  private func check(_ name: NameView, expecting: ExpressionType?, _ view: ExpressionView) -> Expression? {
    if case .choice(let members)? = expecting, let member = members.firstIndex(of: name.name) {
      return expression(.constant(.choice(member)), .choice(members: members), view)
    }
    if let column = rowColumn(name) { return column }
    if name.name == "over", scope["over", name.range.file] == nil, let targets = overTargets {
      return over(targets, view)
    }
    if case .choice(let members)? = expecting, scope[name] == nil {
      let suggestion = Suggestion.nearest(to: name.name, among: members)
      report(.name(.unknownMember(name: name.name, members: members, suggestion: suggestion)), at: name.range)
      return nil
    }
    if let attribute = attribute(name, expecting: expecting, view) { return attribute.expression }
    guard let entity = resolve(name) else { return nil }
    switch entity {
    case .field(let index):
      guard !brokenFields.contains(index) else { return nil }
      return expression(.field(index), ExpressionType(policy.vocabulary.fields[index].type), view)
    case .event(let index):
      guard policy.vocabulary.events[index].once else {
        report(.name(.ambiguousOccurrence(event: name.name)), at: name.range)
        return nil
      }
      return expression(.event(EventPoint(event: index, occurrence: .nth(1))), .instant, view)
    case .parameter(let index):
      guard !brokenParameters.contains(index) else { return nil }
      return expression(.parameter(index), policy.parameters[index].type, view)
    case .derived(let index):
      return checkDerived(index).flatMap { type in
        let found = expression(.derived(index), type, view)
        return isOfTicket(found, named: name.name) ? found : nil
      }
    case .span, .calendar:
      report(.type(.spanAsValue), at: name.range)
      return nil
    case .table(let index):
      guard checkTable(index), policy.tables[index].results.count == 1 else {
        if tableStates[index] == .done {
          wrongSort(
            name, entity, asked: .suchAs(.value, ["\(name.name).\(policy.tables[index].results[0].name)"]))
        }
        return nil
      }
      let found = expression(
        .tableResult(table: index, column: 0), policy.tables[index].results[0].type, view)
      return isOfTicket(found, named: name.name) ? found : nil
    case .role(let index) where expecting == .text:
      let text = policy.texts.intern(policy.roles[index].name)
      return expression(.constant(.text(text)), .text, view)
    case .register, .exclusion, .target, .periodTarget, .refund, .right, .escalation, .role, .action, .other:
      wrongSort(name, entity, asked: .value)
      return nil
    }
  }

  /// A bare `over` in a refund.
  private func over(_ targets: [Entity], _ view: ExpressionView) -> Expression? {
    switch targets.first {
    case .target(let target)? where targets.count == 1:
      return expression(.figure(target: target, .over), .duration, view)
    case .periodTarget(let target)? where targets.count == 1:
      return checkMeasure(target).map { expression(.periodFigure(target: target, .over), $0, view) }
    case .target?, .periodTarget?, .field?, .event?, .register?, .calendar?, .parameter?, .derived?, .table?,
      .span?, .exclusion?, .refund?, .right?, .escalation?, .role?, .action?, .other?, nil:
      // The one that is meant may be damaged.
      if targets.isEmpty, damage.silences > 0 { return nil }
      report(.type(.ambiguousOver(targets: targets.compactMap(targetName))), at: view.range)
      return nil
    }
  }

  /// The name of a target of a ticket or of a period.
  private func targetName(_ entity: Entity) -> String? {
    if case .target(let index) = entity { return policy.targets[index].name }
    if case .periodTarget(let index) = entity { return policy.periodTargets[index].name }
    return nil
  }

  private func check(_ member: MemberExpression) -> Expression? {
    guard let column = member.name else { return nil }
    if case .name(let base) = member.base, let entity = scope[base] {
      if case .table(let index) = entity {
        dependencies.note(entity)
        return checkTable(index) ? tableColumn(index, column, at: member.range) : nil
      }
      if case .target(let index) = entity {
        dependencies.note(entity)
        return figure(index, column, at: member.range)
      }
      if case .periodTarget(let index) = entity {
        dependencies.note(entity)
        return periodFigure(index, column, member)
      }
      if case .register(let index) = entity {
        guard resolve(base) != nil, hasOneRow(index, base.range), let key = rowKey(index, base) else {
          return nil
        }
        return self.column(column, of: index, key, at: member.range)
      }
      if case .event(let index) = entity, isSampling { return sample(of: index, column, member) }
    }
    if case .name(let base) = member.base, base.name == "period", scope[base] == nil {
      return periodBoundary(column, member)
    }
    if case .this = member.base { return ofThis(column, at: member.range) }
    return check(member.base, expecting: nil).flatMap { self.column(column, behind: $0, at: member.range) }
  }

  /// A column of the row whose key a value is.
  func column(_ name: NameView, behind base: Expression, at range: SourceRange) -> Expression? {
    guard case .key(let register) = base.type else {
      report(.type(.mismatch(found: base.type.words, needed: .registerKey)), at: base.origin)
      return nil
    }
    guard hasOneRow(register, base.origin) else { return nil }
    return column(name, of: register, base, at: range)
  }

  func tableColumn(_ table: Int, _ column: NameView, at range: SourceRange) -> Expression? {
    let results = policy.tables[table].results
    guard let index = results.firstIndex(where: { $0.name == column.name }) else {
      let names = results.map(\.name)
      report(
        .name(
          .unknownColumn(
            name: column.name, owner: policy.tables[table].name ?? "", columns: names,
            suggestion: Suggestion.nearest(to: column.name, among: names))), at: column.range)
      return nil
    }
    let found = Expression(
      .tableResult(table: table, column: index), type: results[index].type, origin: range)
    return isOfTicket(found, named: policy.tables[table].name ?? "") ? found : nil
  }

  private static let figures = ["over", "due", "counted"]

  func figure(_ target: Int, _ name: NameView, at range: SourceRange) -> Expression? {
    switch name.name {
    case "over": return Expression(.figure(target: target, .over), type: .duration, origin: range)
    case "counted":
      return Expression(.figure(target: target, .counted), type: .duration, origin: range)
    case "due": return Expression(.figure(target: target, .due), type: .instant, origin: range)
    case let other:
      report(
        .name(
          .unknownColumn(
            name: other, owner: policy.targets[target].name, columns: Checking.figures,
            suggestion: Suggestion.nearest(to: other, among: Checking.figures))), at: name.range)
      return nil
    }
  }

  /// `X at E`: X on the log cut at E.
  private func check(_ sample: SampleExpression, expecting: ExpressionType?) -> Expression? {
    let value = check(sample.value, expecting: expecting)
    let place = anchor(sample.place)
    guard let value, let place else { return nil }
    return Expression(.sampled(value, at: place), type: value.type, origin: sample.range)
  }

  // MARK: Derived values

  /// The type of a `let`, checked when it is first needed; nil when it failed or refers to itself.
  func checkDerived(_ index: Int) -> ExpressionType? {
    switch derivedStates[index] {
    case .done: return policy.derivedValues[index].value.type
    case .failed: return nil
    case .underway:
      report(circle: underway.from(.derived(index)))
      return nil
    case .waiting: break
    }
    derivedStates[index] = .underway
    underway.append(.derived(index))
    dependencies.enter(.derived(index))
    let checked = askingOfEither { check(derivedViews[index].definition, expecting: nil) }
    dependencies.leave()
    underway.removeLast()
    derivedStates[index] = checked == nil ? .failed : .done
    if let checked { policy.derivedValues[index].value = checked }
    return checked?.type
  }

  // MARK: Choices

  private func check(_ view: ConditionalExpression, expecting: ExpressionType?) -> Expression? {
    let condition = check(view.condition, as: .truth)
    let results = branches([view.consequence, view.alternative], expecting: expecting)
    guard let condition, let results else { return nil }
    let branch = Expression.Branch(condition: condition, value: results[0])
    return Expression(
      .choice([branch], otherwise: results[1]), type: results[0].type.wider(results[1].type),
      origin: view.range)
  }

  private func check(_ view: ChoiceExpression, expecting: ExpressionType?) -> Expression? {
    let cases = view.cases
    guard let last = cases.last, last.isOtherwise, cases.dropLast().allSatisfy({ !$0.isOtherwise }) else {
      if let early = cases.dropLast().firstIndex(where: \.isOtherwise), !view.isDamaged {
        report(.table(.rowsBehindOtherwise), at: cases[early + 1].range)
      } else if !view.isDamaged {
        report(.clause(.missing(clause: "otherwise", owner: .code("first of"))), at: view.range.firstByte)
      }
      return nil
    }
    let conditions = cases.dropLast().map { $0.condition.flatMap { check($0, as: .truth) } }
    guard let results = branches(cases.map(\.value), expecting: expecting) else { return nil }
    var branches: [Expression.Branch] = []
    for (condition, value) in zip(conditions, results) {
      guard let condition else { return nil }
      branches.append(Expression.Branch(condition: condition, value: value))
    }
    let type = results.dropFirst().reduce(results[0].type) { $0.wider($1.type) }
    return Expression(
      .choice(branches, otherwise: results[results.count - 1]), type: type, origin: view.range)
  }

  /// What is wrong with a branch or a cell whose value is of another type than the first one's.
  func otherBranch(_ first: ExpressionType, _ other: ExpressionType) -> TypeFact {
    if case .money(let left) = first, case .money(let right) = other {
      return .currencies(left: left.code, right: right.code)
    }
    return .branches(first: first.words, other: other.words)
  }

  /// Values of one type: that of the first, which an enumeration of their own is made of where all are new
  /// words.
  func branches(_ views: [ExpressionView], expecting: ExpressionType?) -> [Expression]? {
    var needed = expecting ?? newEnumeration(views)
    var results: [Expression] = []
    for view in views {
      guard let checked = check(view, expecting: needed) else { continue }
      if let first = results.first, !checked.type.fits(first.type), !first.type.fits(checked.type) {
        report(
          .type(otherBranch(first.type, checked.type)), at: view.range,
          labels: [SecondaryLabel(.requiredBy(what: first.type.words), at: first.origin)])
        continue
      }
      needed = needed ?? checked.type
      results.append(checked)
    }
    return results.count == views.count ? results : nil
  }

  /// The enumeration that bare words without a declaration make: `first of { urgent when …; otherwise minor
  /// }`.
  func newEnumeration(_ views: [ExpressionView]) -> ExpressionType? {
    var members: [String] = []
    for view in views {
      guard case .name(let name) = view, scope[name] == nil, name.name != "over" else { return nil }
      if !members.contains(name.name) { members.append(name.name) }
    }
    return members.isEmpty ? nil : .choice(members: members)
  }
}

extension ExpressionType {
  /// The type that holds values of both, of which one fits the other.
  func wider(_ other: ExpressionType) -> ExpressionType { fits(other) ? other : self }
}
