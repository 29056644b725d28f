import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// The expressions that hold or do not hold.
  func checkCondition(_ view: ExpressionView) -> Expression? {
    switch view {
    case .comparison(let comparison): return check(comparison)
    case .equality(let equality): return check(equality)
    case .applicability(let applicability):
      if case .name(let name) = applicability.operand, let target = periodTargetNamed(name) {
        return periodVerdict(target, [.notApplicable], name, applicability.range)
      }
      return targetOfVerdict(applicability.operand).map {
        truth(.verdict(target: $0, [.notApplicable]), applicability.range)
      }
    case .membership(let membership): return check(membership)
    case .window(let window): return check(window)
    case .relation(let relation): return check(relation)
    case .not(let not):
      return check(not.operand, as: .truth).map { truth(.not($0), not.range) }
    case .and(let pair): return both(pair.left, pair.right).map { truth(.all([$0, $1]), pair.range) }
    case .or(let pair):
      if refusesMember(pair.right, behind: pair.left) { return nil }
      return both(pair.left, pair.right).map { truth(.any([$0, $1]), pair.range) }
    case .literal, .truth, .name, .this, .call, .ordinal, .member, .sample, .share, .arithmetic, .perUnit,
      .span,
      .during, .overlap, .conditional, .choice, .endOf, .unitAfter, .missing:
      return nil
    }
  }

  private func truth(_ kind: Expression.Kind, _ range: SourceRange) -> Expression {
    Expression(kind, type: .truth, origin: range)
  }

  private func both(_ left: ExpressionView, _ right: ExpressionView) -> (Expression, Expression)? {
    let first = check(left, as: .truth)
    let second = check(right, as: .truth)
    guard let first, let second else { return nil }
    return (first, second)
  }

  /// Whether `cause is customer or unknown` stands there, with a message: a member alone is no condition.
  private func refusesMember(_ view: ExpressionView, behind left: ExpressionView) -> Bool {
    guard case .name(let name) = view, scope[name] == nil, rowColumn(name) == nil else { return false }
    var first = left
    if case .or(let pair) = left { first = pair.right }
    guard case .equality(let equality) = first, !equality.isNegated,
      case .choice(let members)? = check(equality.left, expecting: nil)?.type, members.contains(name.name)
    else { return false }
    let list = "\(text(in: equality.left.range)) in \(text(in: equality.right.range)), \(name.name)"
    report(.name(.unknownName(name: name.name, suggestion: list)), at: name.range)
    return true
  }

  // MARK: Order

  private func check(_ view: ComparisonExpression) -> Expression? {
    guard let operation = view.operation, let (left, right) = operands(view.left, view.right) else {
      return nil
    }
    let comparison: Comparison =
      switch operation {
      case .less: .less
      case .lessOrEqual: .atMost
      case .greater: .greater
      case .greaterOrEqual: .atLeast
      }
    return compare(comparison, left, right, view.range)
  }

  private func operands(_ left: ExpressionView, _ right: ExpressionView) -> (Expression, Expression)? {
    let first = check(left, expecting: nil)
    // Without a type on the left, a bare word on the right may be a member of anything.
    if first == nil, case .name = right { return nil }
    let second = check(right, expecting: first?.type)
    guard let first, let second else { return nil }
    return (first, second)
  }

  /// A comparison of two values of one type, with an order where it asks for one.
  func compare(
    _ comparison: Comparison, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> Expression? {
    if right.type == .timeOfDay, left.type == .instant {
      let time = Expression(.timeOfDay(left), type: .timeOfDay, origin: left.origin)
      return truth(.compare(comparison, time, right), range)
    }
    guard left.type.fits(right.type) || right.type.fits(left.type) else {
      if let first = left.type.currency, let second = right.type.currency {
        report(
          .type(.currencies(left: first.code, right: second.code)), at: range,
          labels: operandLabels(left, right))
      } else {
        report(
          .type(
            .comparison(
              left: left.type.words, right: right.type.words, advice: left.type.advice(with: right.type))),
          at: range, labels: operandLabels(left, right))
      }
      return nil
    }
    let asksOrder = comparison != .equal && comparison != .notEqual
    if mixesMonthsWithDays([left, right], asksOrder ? .order : .equality, at: range) { return nil }
    if asksOrder, !left.type.isOrdered {
      report(.type(.unordered(type: left.type.words)), at: range)
      return nil
    }
    return truth(.compare(comparison, left, right), range)
  }

  // MARK: Equality

  private func check(_ view: EqualityExpression) -> Expression? {
    if case .name(let word) = view.right {
      if let known = knownness(view, word) { return known }
      if case .name(let name) = view.left, let target = targetNamed(name) {
        return verdict(target, [word], negated: view.isNegated, view.range)
      }
      if case .name(let name) = view.left, let target = periodTargetNamed(name) {
        return periodVerdict(target, [word], name, negated: view.isNegated, view.range)
      }
    }
    guard let (left, right) = operands(view.left, view.right) else { return nil }
    return compare(view.isNegated ? .notEqual : .equal, left, right, view.range)
  }

  /// `is known` and `is missing`, unless the left side has a member of that name.
  private func knownness(_ view: EqualityExpression, _ word: NameView) -> Expression? {
    guard word.name == "known" || word.name == "missing" else { return nil }
    let subject: Expression?
    if case .name(let name) = view.left, rowColumn(name) == nil, case .event(let index)? = scope[name] {
      dependencies.note(.event(index))
      subject = Expression(
        .event(EventPoint(event: index, occurrence: .nth(1))), type: .instant, origin: view.left.range)
    } else {
      subject = check(view.left, expecting: nil)
    }
    guard let subject else { return nothing(view.range) }
    if case .choice(let members) = subject.type, members.contains(word.name) { return nil }
    let known = truth(.isKnown(subject), view.range)
    return (word.name == "known") != view.isNegated ? known : truth(.not(known), view.range)
  }

  private func targetNamed(_ name: NameView) -> Int? {
    guard case .target(let index)? = scope[name] else { return nil }
    dependencies.note(.target(index))
    return index
  }

  private func targetOfVerdict(_ view: ExpressionView) -> Int? {
    guard case .name(let name) = view else {
      if let other = check(view, expecting: nil) { mismatch(other, .target) }
      return nil
    }
    if let target = targetNamed(name) { return target }
    if let entity = resolve(name) { wrongSort(name, entity, asked: .target) }
    return nil
  }

  /// The verdicts of words, or nil with a message.
  func verdicts(_ words: [NameView]) -> [Verdict]? {
    var verdicts: [Verdict] = []
    for word in words {
      guard let verdict = Checking.verdicts[word.name] else {
        let known = Verdict.allCases.map(\.word)
        report(
          .name(
            .unknownMember(
              name: word.name, members: known, suggestion: Suggestion.nearest(to: word.name, among: known))),
          at: word.range)
        return nil
      }
      verdicts.append(verdict)
    }
    return verdicts
  }

  private func verdict(_ target: Int, _ words: [NameView], negated: Bool, _ range: SourceRange) -> Expression?
  {
    guard let verdicts = verdicts(words) else { return nil }
    let holds = truth(.verdict(target: target, verdicts), range)
    return negated ? truth(.not(holds), range) : holds
  }

  static let verdicts: [String: Verdict] = [
    "met": .met, "breached": .breached, "excused": .excused, "pending": .pending, "undecided": .undecided,
  ]

  private func check(_ view: MembershipExpression) -> Expression? {
    if case .name(let name) = view.operand, let target = targetNamed(name) {
      return words(view).flatMap { verdict(target, $0, negated: view.isNegated, view.range) }
    }
    if case .name(let name) = view.operand, let target = periodTargetNamed(name) {
      return words(view).flatMap { periodVerdict(target, $0, name, negated: view.isNegated, view.range) }
    }
    guard let subject = check(view.operand, expecting: nil) else { return nil }
    var values: [Expression] = []
    for member in view.members {
      guard let value = check(member, expecting: subject.type) else { continue }
      guard value.type.fits(subject.type) || subject.type.fits(value.type) else {
        report(.type(.comparison(left: subject.type.words, right: value.type.words)), at: member.range)
        continue
      }
      values.append(value)
    }
    guard values.count == view.members.count, !values.isEmpty,
      !mixesMonthsWithDays([subject] + values, .equality, at: view.range)
    else { return nil }
    let holds = truth(.oneOf(subject, values), view.range)
    return view.isNegated ? truth(.not(holds), view.range) : holds
  }

  /// The words behind `in`, or nil with a message.
  private func words(_ view: MembershipExpression) -> [NameView]? {
    var words: [NameView] = []
    for member in view.members {
      guard case .name(let word) = member else {
        report(.type(.mismatch(found: .value, needed: .verdict)), at: member.range)
        return nil
      }
      words.append(word)
    }
    return words
  }

  // MARK: Time

  /// `a within L after b`: from b on, at most L later, both ends included.
  private func check(_ view: WindowExpression) -> Expression? {
    let subject = anchor(view.operand)
    let length = check(view.length, expecting: .duration)
    let anchor = anchor(view.anchor)
    guard let subject, let length, let anchor else { return nil }
    guard length.type == .duration || length.type == .calendarLength || length.type == .workingLength else {
      mismatch(length, .suchAs(.length, ["24 h"]))
      return nil
    }
    guard isNotNegative(length, .length) else { return nil }
    var calendar: Int?
    if length.type == .workingLength {
      guard let only = workingCalendar(at: view.length.range) else { return nil }
      calendar = only
    }
    let end = Expression(
      .moved(anchor, by: length, calendar: calendar, negated: view.isBefore), type: .instant,
      origin: view.range)
    let near = truth(.compare(view.isBefore ? .atMost : .atLeast, subject, anchor), view.range)
    let far = truth(.compare(view.isBefore ? .atLeast : .atMost, subject, end), view.range)
    return truth(.all([near, far]), view.range)
  }

  private func check(_ view: RelationExpression) -> Expression? {
    guard let relation = view.relation else { return nil }
    switch relation {
    case .before, .after:
      let left = momentOrDate(view.left)
      let right = check(view.right, expecting: left?.type) ?? nil
      guard let left, let right else { return nil }
      return compare(relation == .before ? .less : .greater, left, right, view.range)
    case .overlaps:
      let left = span(view.left)
      let right = span(view.right)
      guard let left, let right else { return nil }
      return truth(.overlaps(left, right), view.range)
    case .during:
      let instant = anchor(view.left)
      let span = span(view.right)
      guard let instant, let span else { return nil }
      return truth(.during(instant, span), view.range)
    }
  }

  /// The left side of `before` and `after`: an event's first occurrence, an instant or a date.
  private func momentOrDate(_ view: ExpressionView) -> Expression? {
    if case .name(let name) = view, rowColumn(name) == nil, case .event? = scope[name] { return anchor(view) }
    guard let checked = check(view, expecting: nil) else { return nil }
    if checked.type == .instant || checked.type == .date { return checked }
    mismatch(checked, .anyOf([.instant, .date]))
    return nil
  }
}
