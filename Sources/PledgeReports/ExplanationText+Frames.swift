import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy

// Refunds and rights of a key and a period, and what they have in common.

extension ExplanationText {
  /// A refund or right of a key and period.
  package func frame(_ frame: FrameDecision) -> String {
    switch frame {
    case .refund(let frame): refund(frame)
    case .right(let frame): right(frame)
    }
  }

  /// The key and period behind a heading.
  func place(_ place: FramePlace) -> String {
    "  " + PrintableText.of((place.key + [place.period.name]).joined(separator: say(.comma)))
  }

  /// What the targets came to that are read, and which windows the line stands for.
  func addReadings(_ place: FramePlace, to table: inout TextTable) {
    for reading in place.readings { table.add([say(.by), read(reading)]) }
    guard place.windows > 1 else { return }
    table.add([
      say(.window),
      say(.fromTo(moment(place.period.interval.start), moment(place.period.interval.end))),
    ])
    guard place.isChosen else { return table.add(["", say(.windowsAlike(place.windows - 1))]) }
    let before = place.period.number - place.numbers.lowerBound
    let after = place.numbers.upperBound - place.period.number
    if before > 0 { table.add(["", say(.windowsAhead(before))]) }
    if after > 0 { table.add(["", say(.windowsBehind(after))]) }
  }

  /// What a target of a period came to, as a refund or right reads it.
  private func read(_ outcome: PeriodOutcome) -> String {
    let target = policy.periodTargets[outcome.target]
    let reached = outcome.reached.map {
      say(.reachedBehind(PeriodRecord.plainText($0, as: target.measure.type)))
    }
    return "\(target.name) \(words.say(code: outcome.verdict.word))" + (reached ?? "")
  }
}

extension FrameDecision {
  /// Whether nothing is paid or granted.
  var isNothing: Bool {
    switch self {
    case .refund(let frame): frame.outcome.state == .none
    case .right(let frame): frame.outcome.state == .none
    }
  }
}
