import PledgeDiagnostics
import PledgeSyntax

// One mistake, one message: a name whose declaration is damaged means nothing certain, and what uses it stays
// silent.

extension Checking {
  /// How much was said, or left unsaid because of a damage: where it grows, something is not known.
  var troubles: Int { diagnostics.count + damage.silences }

  /// Whether something was reported in a node or on its lines.
  func isDamaged(_ view: some SyntaxView) -> Bool {
    view.isDamaged || damage.isOn(view.range, in: file)
  }

  /// Takes the meaning from the names of damaged declarations, and counts those without a name.
  func silenceDamaged(_ declarations: [DeclarationView]) {
    for declaration in declarations {
      switch declaration {
      case .ticket(let view): silenceDamaged(view)
      case .register(let view): silence(view.name, if: isDamaged(view) && view.keys.isEmpty)
      case .calendar(let view): silence(view.name, if: isDamaged(view))
      case .span(let view): silence(view.name, if: isDamaged(view))
      case .let(let view): silence(view.name, if: isDamaged(view))
      case .table(let view): silence(view.name, if: isDamaged(view))
      case .param(let view): silence(view.name, if: isDamaged(view))
      case .exclusion(let view): silence(view.name, if: isDamaged(view))
      case .target(let view): silence(view.name, if: isDamaged(view) && !saysWhatItIs(view))
      case .refund(let view): silence(view.name, if: isDamaged(view))
      case .right(let view): silence(view.name, if: isDamaged(view))
      case .escalation(let view): silence(view.name, if: isDamaged(view))
      case .combine(let view): silence(view.name, if: isDamaged(view))
      case .roles(let view): for head in view.heads { silence(head.name, if: head.isDamaged) }
      case .actions(let view): for head in view.heads { silence(head.name, if: head.isDamaged) }
      case .use, .policy, .test, .damaged: continue
      }
    }
  }

  /// Whether a damaged target is known to be one of a ticket or of a period: then its verdicts and figures
  /// are what they would be.
  private func saysWhatItIs(_ view: TargetDeclaration) -> Bool {
    guard let head = view.head, !head.isDamaged, view.scope.map({ !$0.isDamaged }) ?? true else {
      return false
    }
    return view.lines.contains { line in
      switch line {
      case .clock, .measure: true
      case .cite, .applies, .calendar, .by, .extended, .pause, .exclude, .bound, .rounded, .countedBy,
        .partial, .outOf, .damaged:
        false
      }
    }
  }

  /// A damaged line of the vocabulary: its names may be fields or events, and of any type.
  private func silenceDamaged(_ view: TicketDeclaration) {
    for line in view.lines {
      switch line {
      case .field(let field) where isDamaged(field):
        if damage.lacksName(field.range, in: file) { damage.lost += 1 }
        for name in field.names { silence(name, if: true) }
      case .events(let events) where isDamaged(events):
        if damage.lacksName(events.range, in: file) { damage.lost += 1 }
        for event in events.events { silence(event.name, if: event.isDamaged) }
      case .field, .events, .damaged: continue
      }
    }
  }

  private func silence(_ name: NameView?, if isDamaged: Bool) {
    guard isDamaged else { return }
    if let name { scope.silence(name.name) } else { damage.lost += 1 }
  }

  /// Whether a name that is not declared may have been declared in a part that was not read; then its use
  /// stays silent.
  func isLost(_ name: String) -> Bool {
    guard damage.mayHold(name) else { return false }
    damage.silences += 1
    return true
  }

  /// Whether a register may have a column that was not read; then what it lacks stays unsaid.
  func isUncertain(_ register: Int) -> Bool {
    guard damagedRegisters.contains(register) else { return false }
    damage.silences += 1
    return true
  }

  /// Leaves out the names that are unknown because their declarations lost them: so many as were lost, those
  /// that are asked for most.
  func leaveOutLostNames() {
    guard damage.lost > 0 else { return }
    var uses: [String: Int] = [:]
    for case .name(.unknownName(let name, _)) in diagnostics.map(\.fact) { uses[name, default: 0] += 1 }
    let lost = uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(damage.lost).map(\.key)
    diagnostics.removeAll { diagnostic in
      if case .name(.unknownName(let name, _)) = diagnostic.fact { lost.contains(name) } else { false }
    }
  }
}
