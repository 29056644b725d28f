import PledgeEvaluation
import PledgePolicy

extension ExplanationJSON {
  /// The lines of an escalation and why each step is in its state.
  func write(
    _ escalation: Escalation, _ index: Int, _ decision: ExplainedTicket, to json: inout JSONText
  ) {
    json.object { json in
      json.member("title", escalation.title)
      citations(escalation.citations, to: &json)
      json.list("steps") { json in
        for (position, step) in decision.steps[index].enumerated() {
          let reasons = decision.explanations.steps[index][position]
          let origin = escalation.steps[step.line].origin
          json.object { json in
            json.member("step", step.number)
            json.member("text", sources.text(in: origin))
            place(origin, to: &json)
            json.member("level", step.level)
            json.member("levels", escalation.steps[step.line].groups.count)
            json.member("reason", words.reason(step, in: escalation))
            steps("condition", reasons.condition, to: &json)
            causes(reasons.causes, to: &json)
          }
        }
      }
    }
  }
}
