import PledgeSyntax
import Testing

@Suite("Typed views")
struct ViewTests {
  private let declarations = Reading(Policies.constructs).view.declarations

  @Test("name every declaration and line of every construct")
  func nothingIsDamaged() {
    #expect(declarations.count == 32)
    for declaration in declarations {
      switch declaration {
      case .damaged: Issue.record("damaged declaration")
      case .policy(let view): #expect(!view.lines.contains { if case .damaged = $0 { true } else { false } })
      case .ticket(let view): #expect(!view.lines.contains { if case .damaged = $0 { true } else { false } })
      case .calendar(let view):
        #expect(!view.lines.contains { if case .damaged = $0 { true } else { false } })
      case .exclusion(let view):
        #expect(!view.lines.contains { if case .damaged = $0 { true } else { false } })
      case .target(let view): #expect(!view.lines.contains { if case .damaged = $0 { true } else { false } })
      case .refund(let view): #expect(!view.lines.contains { if case .damaged = $0 { true } else { false } })
      case .right(let view): #expect(!view.lines.contains { if case .damaged = $0 { true } else { false } })
      case .combine(let view): #expect(!view.lines.contains { if case .damaged = $0 { true } else { false } })
      case .escalation(let view):
        #expect(!view.lines.contains { if case .damaged = $0 { true } else { false } })
      case .test(let view): #expect(!view.lines.contains { if case .damaged = $0 { true } else { false } })
      case .use, .register, .roles, .actions, .span, .let, .table, .param: break
      }
    }
  }

  @Test("show fields with their types, defaults and modifiers")
  func fields() {
    let fields = declarations.compactMap { declaration -> [FieldView]? in
      guard case .ticket(let ticket) = declaration else { return nil }
      return ticket.lines.compactMap { if case .field(let field) = $0 { field } else { nil } }
    }.flatMap { $0 }
    #expect(fields.map { $0.names.map(\.name) } == [["service", "city"], ["priority"], ["due"], ["event"]])
    #expect(fields.first?.isOptional == true && fields.first?.defaultValue == nil)
    guard case .oneOf(let members) = fields[1].type else {
      Issue.record("no enumeration")
      return
    }
    #expect(members.count == 2 && fields[1].defaultValue != nil && fields[2].fixedBefore != nil)
  }

  @Test("show the cells of a table")
  func table() {
    let tables = declarations.compactMap { if case .table(let table) = $0 { table.table } else { nil } }
    let rows = tables.first?.rows ?? []
    #expect(tables.first?.conditions.count == 2 && tables.first?.results.map(\.name) == ["share", "points"])
    #expect(rows.map(\.cells.count) == [2, 2, 2, 2, 2, 0] && rows.last?.isOtherwise == true)
    guard case .bound(let bound)? = rows[0].cells[1].items.first,
      case .range(let range)? = rows[1].cells[1].items.first
    else {
      Issue.record("no bounds")
      return
    }
    #expect(bound.bound == .atLeast && rows[0].cells[0].items.count == 2 && rows[1].cells[0].isNegated)
    #expect(!range.isLowExcluded && range.isHighExcluded && range.low != nil && range.high != nil)
  }

  @Test("show the lines of a target")
  func target() {
    guard
      case .target(let target)? = declarations.first(where: { if case .target = $0 { true } else { false } })
    else {
      Issue.record("no target")
      return
    }
    #expect(target.name?.name == "speed" && target.scope?.keys.count == 2 && target.scope?.condition != nil)
    let bounds = target.lines.compactMap { if case .bound(let line) = $0 { line.bound } else { nil } }
    #expect(bounds == [.within, .under, .atMost, .moreThan, .atLeast])
    let measures = target.lines.compactMap { if case .measure(let line) = $0 { line.function } else { nil } }
    #expect(measures == [.availability, .share, .run, .total, .sum])
    let rules = target.lines.compactMap { if case .partial(let line) = $0 { line.rule } else { nil } }
    #expect(rules == [.proRata, .notJudged, .whole])
  }

  @Test("show the steps of an escalation and the lines of a test")
  func escalationAndTest() {
    let steps = declarations.compactMap { declaration -> [StepLine]? in
      guard case .escalation(let view) = declaration else { return nil }
      return view.lines.compactMap { if case .step(let step) = $0 { step } else { nil } }
    }.flatMap { $0 }
    #expect(
      steps.count == 4 && steps[0].recipients.map { $0.map(\.name) } == [["lead"], ["duty_manager", "lead"]])
    #expect(
      steps[0].evidence?.condition != nil && steps[1].moment?.name?.name == "restore" && steps[3].every != nil
    )
    let expectations = declarations.compactMap { declaration -> [ExpectLine]? in
      guard case .test(let view) = declaration else { return nil }
      return view.lines.compactMap { if case .expect(let line) = $0 { line } else { nil } }
    }.flatMap { $0 }
    #expect(
      expectations.count == 3 && expectations[0].step == "2" && expectations[1].period?.contents == "2026-04")
    #expect(expectations[1].outcome?.details.map(\.figure) == [.over, .due, .counted, .left, .because])
  }
}
