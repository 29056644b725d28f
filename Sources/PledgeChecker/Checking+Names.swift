import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// Declares every name before anything is checked, so that the order of declarations does not matter.
  func declareNames(_ declarations: [DeclarationView]) {
    for declaration in declarations {
      declaring = declaration
      switch declaration {
      case .ticket(let view): declareVocabulary(view)
      case .register(let view):
        declare(view.name, .register(policy.registers.count))
        policy.registers.append(placeholder(register: view))
        registerColumns.append([:])
        registerKeyRanges.append(view.keys.map(\.range))
      case .calendar(let view):
        declare(view.name, .calendar(calendarViews.count))
        calendarViews.append(view)
        calendarStates.append(.waiting)
        policy.calendars.append(placeholder(calendar: view))
      case .param(let view):
        declare(view.name, .parameter(policy.parameters.count))
        policy.parameters.append(
          Parameter(
            name: view.name?.name ?? "", title: view.title?.contents, type: .truth, value: .truth(false),
            citations: citations(view.citations), origin: view.range))
      case .let(let view):
        declare(view.name, .derived(derivedViews.count))
        derivedViews.append(view)
        derivedStates.append(.waiting)
        policy.derivedValues.append(
          DerivedValue(
            name: view.name?.name ?? "", title: view.title?.contents, value: nothing(view.range),
            citations: citations(view.citations), origin: view.range))
      case .table(let view):
        declare(view.name, .table(tableViews.count))
        tableViews.append(view)
        tableStates.append(.waiting)
        policy.tables.append(
          DecisionTable(
            name: view.name?.name, title: view.title?.contents, columns: [], results: [], rows: [],
            citations: citations(view.citations), origin: view.range))
      case .span, .exclusion, .target, .refund, .right, .combine, .escalation: declareRule(declaration)
      case .roles(let view): declareRoles(view)
      case .actions(let view): declareActions(view)
      case .use, .policy, .test, .damaged: continue
      }
    }
    declaring = nil
    showTaken()
  }

  private func declareRule(_ declaration: DeclarationView) {
    switch declaration {
    case .span(let view):
      declare(view.name, .span(policy.spans.count))
      policy.spans.append(
        PledgePolicy.SpanDeclaration(
          name: view.name?.name ?? "", title: view.title?.contents,
          span: PledgePolicy.SpanExpression(.whenever(nothing(view.range)), origin: view.range),
          citations: citations(view.citations), origin: view.range))
    case .exclusion(let view):
      declare(view.name, .exclusion(policy.exclusions.count))
      policy.exclusions.append(
        Exclusion(
          name: view.name?.name ?? "", title: view.title?.contents,
          appliesToAllTargets: view.isForAllTargets, origin: view.range))
    case .target(let view) where view.isOfPeriod: declarePeriodTarget(view)
    case .target(let view):
      declare(view.name, .target(policy.targets.count))
      policy.targets.append(
        Target(
          name: view.name?.name ?? "", title: view.title?.contents,
          clock: PledgePolicy.SpanExpression(.whenever(nothing(view.range)), origin: view.range),
          bound: .by(nothing(view.range)), origin: view.range))
    case .refund(let view):
      declare(view.name, .refund(policy.refunds.count))
      policy.refunds.append(
        Refund(
          name: view.name?.name ?? "", title: view.title?.contents,
          basis: .pay(when: nothing(view.range), amount: nothing(view.range)),
          currency: Currency.absent, origin: view.range))
    case .combine(let view):
      declare(view.name, .refund(policy.refunds.count))
      policy.refunds.append(
        Refund(
          name: view.name?.name ?? "", title: view.title?.contents, basis: .combination(.sum, of: []),
          currency: Currency.absent, origin: view.range))
    case .right(let view):
      declare(view.name, .right(policy.rights.count))
      policy.rights.append(
        Right(
          name: view.name?.name ?? "", title: view.title?.contents, condition: nothing(view.range),
          origin: view.range))
    case .escalation(let view):
      declare(view.name, .escalation(policy.escalations.count))
      policy.escalations.append(
        Escalation(name: view.name?.name ?? "", title: view.title?.contents, origin: view.range))
    case .use, .policy, .ticket, .register, .roles, .actions, .calendar, .let, .table, .param,
      .test, .damaged:
      return
    }
  }

  private func declareRoles(_ view: RoleDeclaration) {
    for head in view.heads {
      declare(head.name, .role(policy.roles.count))
      policy.roles.append(NamedWord(name: head.name?.name ?? "", title: head.title?.contents))
    }
  }

  private func declareActions(_ view: ActionDeclaration) {
    for head in view.heads {
      declare(head.name, .action(policy.actions.count))
      policy.actions.append(NamedWord(name: head.name?.name ?? "", title: head.title?.contents))
    }
  }

  private func declareVocabulary(_ view: TicketDeclaration) {
    for line in view.lines {
      switch line {
      case .events(let events):
        for event in events.events where isTaken(event.name, view) {
          declare(event.name, .event(policy.vocabulary.events.count))
          policy.vocabulary.events.append(
            PledgeTickets.EventDeclaration(
              name: event.name?.name ?? "", once: events.isOnce, ifRecorded: events.isIfRecorded))
        }
      case .field(let field):
        for name in field.names where isTaken(name, view) {
          declare(name, .field(policy.vocabulary.fields.count))
          policy.vocabulary.fields.append(FieldDeclaration(name: name.name, type: .text))
        }
      case .damaged: continue
      }
    }
  }

  /// Stands for an expression whose check failed; a policy with one is never handed out.
  func nothing(_ range: SourceRange) -> Expression {
    Expression(.constant(.truth(false)), type: .truth, origin: range)
  }

  private func placeholder(register view: PledgeSyntax.RegisterDeclaration)
    -> PledgeTickets.RegisterDeclaration
  {
    PledgeTickets.RegisterDeclaration(
      name: view.name?.name ?? "", keys: view.keys.map { FieldDeclaration(name: $0.name, type: .text) },
      columns: [])
  }

  private func placeholder(calendar view: PledgeSyntax.CalendarDeclaration)
    -> PledgePolicy.CalendarDeclaration
  {
    PledgePolicy.CalendarDeclaration(
      name: view.name?.name ?? "", title: view.title?.contents,
      rules: CalendarRules(hours: .own(OpeningHours(zone: .utc, weekly: []))), citations: [],
      origin: view.range)
  }
}
