import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

/// The reasons of a decision as JSON: the member `explanation` of docs/schemas/decision-1.json.
package struct ExplanationJSON {
  let policy: Policy
  let sources: SourceSet
  let words: ReportWords
  var zone: Zone { policy.header.zone }

  package init(policy: Policy, sources: SourceSet) {
    self.policy = policy
    self.sources = sources
    words = ReportWords(policy: policy)
  }

  /// Writes the reasons of all targets, refunds and rights.
  package func write(_ decision: ExplainedTicket, to json: inout JSONText) {
    json.object { json in
      if !decision.ticket.changes.isEmpty { changes(decision, to: &json) }
      json.member("targets") { json in
        for (index, target) in policy.targets.enumerated() {
          json.key(target.name)
          write(target, decision.explanations.targets[index], to: &json)
        }
      }
      json.member("refunds") { json in
        for (index, refund) in policy.refunds.enumerated() where refund.scope == nil {
          json.key(refund.name)
          write(refund, decision.explanations.refunds[index], to: &json)
        }
      }
      if !policy.escalations.isEmpty {
        json.member("escalations") { json in
          for (index, escalation) in policy.escalations.enumerated() {
            json.key(escalation.name)
            write(escalation, index, decision, to: &json)
          }
        }
      }
      guard policy.rights.contains(where: { $0.scope == nil }) else { return }
      json.member("rights") { json in
        for (index, right) in policy.rights.enumerated() where right.scope == nil {
          json.key(right.name)
          write(right, decision.explanations.rights[index], to: &json)
        }
      }
    }
  }

  private func write(_ target: Target, _ reasons: TargetExplanation, to json: inout JSONText) {
    json.object { json in
      json.member("title", target.title)
      citations(target.citations, to: &json)
      steps("condition", reasons.condition, to: &json)
      steps("bound", reasons.bound, to: &json)
      causes(reasons.causes, to: &json)
      if !reasons.refused.isEmpty { refused(reasons.refused, to: &json) }
      if !reasons.strayStops.isEmpty { strayStops(reasons.strayStops, to: &json) }
      if !reasons.cycles.isEmpty { cycles(reasons.cycles, to: &json) }
      time(reasons.segments, to: &json)
    }
  }

  func time(_ segments: [Segment], to json: inout JSONText) {
    json.list("time") { json in
      for segment in segments {
        json.object { json in
          json.member("from", segment.interval.start.text(in: zone))
          json.member("until", segment.interval.end.text(in: zone))
          json.member("length_s", seconds: segment.interval.length)
          treatment(segment.treatment, to: &json)
        }
      }
    }
  }

  private func refused(_ exclusions: [RefusedExclusion], to json: inout JSONText) {
    json.list("refused_exclusions") { json in
      for refused in exclusions {
        json.object { json in
          json.member("exclusion", policy.exclusions[refused.exclusion].name)
          json.member("needs", sources.text(in: refused.need))
          steps("steps", refused.steps, to: &json)
        }
      }
    }
  }

  private func strayStops(_ stops: [StrayStop], to json: inout JSONText) {
    json.list("stray_stops") { json in
      for stop in stops {
        json.object { json in
          json.member("at", stop.at.text(in: zone))
          json.member("event", policy.vocabulary.events[stop.event].name)
        }
      }
    }
  }

  private func changes(_ decision: ExplainedTicket, to json: inout JSONText) {
    json.list("changes") { json in
      for (index, change) in decision.ticket.changes.enumerated() where change.at <= decision.asOf {
        let field = policy.vocabulary.fields[Int(change.field)]
        json.object { json in
          json.member("at", change.at.text(in: zone))
          json.member("field", field.name)
          json.member("value", FieldText.text(change.value, field, decision.ticket, policy) ?? "missing")
          if decision.ignoredChanges.contains(index) { json.member("ignored", true) }
        }
      }
    }
  }

  private func cycles(_ cycles: [TargetOutcome], to json: inout JSONText) {
    json.list("cycles") { json in
      for cycle in cycles {
        json.object { json in
          if let start = cycle.start { json.member("from", start.text(in: zone)) }
          if let stop = cycle.stop { json.member("until", stop.text(in: zone)) }
          json.member("verdict", cycle.verdict.word)
          if let due = cycle.due { json.member("due", due.text(in: zone)) }
          if cycle.doubt == nil {
            json.member("counted_s", seconds: cycle.counted)
            json.member("over_s", seconds: cycle.over)
          } else {
            json.member("counted_at_least_s", seconds: cycle.surelyCounted)
            json.member("over_at_least_s", seconds: cycle.surelyOver)
          }
        }
      }
    }
  }

  private func treatment(_ treatment: Segment.Treatment, to json: inout JSONText) {
    switch treatment {
    case .counted: json.member("treatment", "counted")
    case .closed: json.member("treatment", "closed")
    case .paused(let span):
      json.member("treatment", "paused")
      json.member("by", policy.spans[span].name)
    case .excluded(let exclusion):
      json.member("treatment", "excluded")
      json.member("by", policy.exclusions[exclusion].name)
    case .tooShort: json.member("treatment", "too short")
    case .uncertain: json.member("treatment", "uncertain")
    }
  }

  func write(_ refund: Refund, _ reasons: RefundExplanation, to json: inout JSONText) {
    let digits = refund.currency.minorUnitDigits
    json.object { json in
      json.member("title", refund.title)
      citations(refund.citations, to: &json)
      steps("condition", reasons.condition, to: &json)
      steps("steps", reasons.amount, to: &json)
      causes(reasons.causes, to: &json)
      if let paid = reasons.paid { json.member("paid", AmountText.text(paid, digits: digits)) }
      if let rounded = reasons.rounded { json.member("rounded", AmountText.text(rounded, digits: digits)) }
      if !refund.claims.isEmpty { claims(reasons.claims, to: &json) }
      if !reasons.parts.isEmpty { parts(reasons.parts, digits, to: &json) }
      if !reasons.groups.isEmpty { groups(reasons.groups, digits, to: &json) }
      json.list("caps") { json in
        for cap in reasons.caps {
          json.object { json in
            json.member("limit", AmountText.text(cap.limit, digits: digits))
            json.member("amount", AmountText.text(cap.amount, digits: digits))
          }
        }
      }
    }
  }

  private func parts(_ parts: [RefundExplanation.Part], _ digits: Int, to json: inout JSONText) {
    json.list("combines") { json in
      for part in parts {
        json.object { json in
          json.member("refund", policy.refunds[part.refund].name)
          json.member("state", part.state.word)
          if part.state.hasAmount { json.member("amount", AmountText.text(part.amount, digits: digits)) }
          json.member("paid", part.isPaid)
        }
      }
    }
  }

  private func groups(
    _ steps: [RefundExplanation.GroupStep], _ digits: Int, to json: inout JSONText
  ) {
    json.list("groups") { json in
      for step in steps {
        json.object { json in
          json.member("text", sources.text(in: policy.groups[step.group].origin))
          json.list("key") { json in for part in step.key { json.string(part) } }
          json.member("period", step.period)
          json.member("limit", step.limit.map { AmountText.text($0, digits: digits) })
          json.member("amount", step.amount.map { AmountText.text($0, digits: digits) })
          json.member("total", step.total.map { AmountText.text($0, digits: digits) })
        }
      }
    }
  }

  private func claims(_ claims: [ClaimExplanation], to json: inout JSONText) {
    json.list("claims") { json in
      for claim in claims {
        json.object { json in
          json.member("from", claim.from?.text(in: zone))
          json.member("until", claim.until?.text(in: zone))
          if !claim.isUntilIncluded { json.member("until_included", false) }
          json.member("made", claim.made?.text(in: zone))
        }
      }
    }
  }

  func write(_ right: Right, _ reasons: RightExplanation, to json: inout JSONText) {
    json.object { json in
      json.member("title", right.title)
      citations(right.citations, to: &json)
      json.member("grants", right.grants)
      steps("condition", reasons.condition, to: &json)
      causes(reasons.causes, to: &json)
      if !right.claims.isEmpty { claims(reasons.claims, to: &json) }
    }
  }

  func steps(_ key: String, _ steps: [ExplanationStep], to json: inout JSONText) {
    json.list(key) { json in
      for step in steps {
        json.object { json in
          json.member("text", sources.text(in: step.origin))
          json.member("value", step.value)
          place(step.origin, to: &json)
          switch step.detail {
          case .row(let table, let row):
            let origin = policy.tables[table].rows[row].origin
            json.member("row") { json in
              json.member("text", sources.text(in: origin))
              place(origin, to: &json)
            }
          case .units(let units): json.member("units", units.text)
          case .band(let first, let last):
            json.member("first_unit", Int(clamping: first))
            json.member("last_unit", Int(clamping: last))
          case nil: break
          }
        }
      }
    }
  }

  func place(_ range: SourceRange, to json: inout JSONText) {
    guard let file = sources[range.file] else { return }
    json.member("line", file.line(at: range.start))
  }

  func citations(_ citations: [String], to json: inout JSONText) {
    json.list("cite") { json in citations.forEach { json.string($0) } }
  }

  func causes(_ causes: [Cause], to json: inout JSONText) {
    json.list("causes") { json in
      for cause in causes {
        json.object { json in
          json.member("code", CauseNames.code(cause.kind))
          json.member("text", words.cause(cause))
        }
      }
    }
  }
}
