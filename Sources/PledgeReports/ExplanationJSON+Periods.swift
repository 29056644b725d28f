import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

extension ExplanationJSON {
  /// Writes why a key and a period came to its verdict: `explanation` of docs/schemas/period-1.json.
  func write(_ reasons: PeriodExplanation, to json: inout JSONText) {
    json.object { json in
      json.list("tickets") { json in reasons.contributions.forEach { write($0, to: &json) } }
      time(reasons.segments, to: &json)
      steps("bounds", reasons.bounds.flatMap { $0 }, to: &json)
      if let part = reasons.part { json.member("part", part.text) }
      if let whole = reasons.whole { json.member("whole", whole.text) }
      if reasons.countsExcluded { json.member("counts_excluded", true) }
    }
  }

  private func write(_ contribution: PeriodExplanation.Contribution, to json: inout JSONText) {
    json.object { json in
      json.member("ticket", contribution.ticket)
      switch contribution.form {
      case .time(let interval, _, let weight):
        stretch("time", interval, to: &json)
        if let weight { json.member("weight", weight.text) }
      case .pause(let span, let interval):
        stretch("pause", interval, to: &json)
        json.member("name", policy.spans[span].name)
      case .exclusion(let exclusion, let interval):
        stretch("exclusion", interval, to: &json)
        json.member("name", policy.exclusions[exclusion].name)
      case .count(let isGood):
        json.member("gives", "count")
        if let isGood { json.member("is_asked_for", isGood) }
      case .value(let value):
        json.member("gives", "value")
        json.member("value", value?.text)
      }
      switch contribution.standing {
      case .counts: break
      case .excluded(let exclusion): json.member("excluded_by", policy.exclusions[exclusion].name)
      case .open(let causes):
        json.list("not_known") { json in causes.forEach { json.string(words.cause($0)) } }
      }
    }
  }

  private func stretch(_ form: String, _ interval: Interval, to json: inout JSONText) {
    json.member("gives", form)
    json.member("from", interval.start.text(in: zone))
    json.member("until", interval.end.text(in: zone))
  }
}
