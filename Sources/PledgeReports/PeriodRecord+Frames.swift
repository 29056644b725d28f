import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

extension PeriodRecord {
  /// A refund or right of a key and period as a row of the CSV; the columns of a target are empty.
  package func row(_ frame: FrameDecision) -> [UInt8] {
    let zone = policy.header.zone
    let place = frame.place
    var cells: [String: String] = [
      "key": place.key.joined(separator: " / "), "period": place.period.name,
      "from": place.period.interval.start.text(in: zone), "until": place.period.interval.end.text(in: zone),
      "windows": "\(place.windows)", "because": reason(frame),
    ]
    switch frame {
    case .refund(let frame): add(frame, to: &cells)
    case .right(let frame):
      cells["right"] = policy.rights[frame.right].name
      cells["state"] = frame.outcome.state.word
      cells["use_until"] = frame.outcome.until?.text(in: zone)
      cells["used"] = frame.outcome.used?.text(in: zone)
    }
    var bytes: [UInt8] = []
    CSVText.append(row: PeriodRecord.columns.map { cells[$0] ?? "" } + versionCells, to: &bytes)
    return bytes
  }

  private func add(_ frame: FrameRefund, to cells: inout [String: String]) {
    let refund = policy.refunds[frame.refund]
    cells["refund"] = refund.name
    cells["state"] = frame.outcome.state.word
    if frame.outcome.state.hasAmount {
      cells["amount"] = AmountText.text(frame.outcome.amount, digits: refund.currency.minorUnitDigits)
      cells["currency"] = refund.currency.code
    }
    cells["claim_until"] = frame.outcome.until?.text(in: policy.header.zone)
  }

  /// A refund or right of a key and period as a line of JSON.
  package func line(_ frame: FrameDecision, explaining: ExplanationJSON? = nil) -> [UInt8] {
    var json = JSONText(indented: false)
    write(frame, to: &json, explaining: explaining)
    json.newline()
    return json.bytes
  }

  /// What is not known, or has not happened yet.
  func reason(_ frame: FrameDecision) -> String {
    causes(of: frame).map { words.cause($0) }.joined(separator: words.say(.semicolon))
  }

  private func causes(of frame: FrameDecision) -> [Cause] {
    switch frame {
    case .refund(let frame): frame.causes
    case .right(let frame): frame.causes
    }
  }

  func write(_ frame: FrameDecision, to json: inout JSONText, explaining: ExplanationJSON? = nil) {
    let zone = policy.header.zone
    let place = frame.place
    json.object { json in
      switch frame {
      case .refund(let frame): json.member("refund", policy.refunds[frame.refund].name)
      case .right(let frame): json.member("right", policy.rights[frame.right].name)
      }
      if isVersion { json.member("version", policy.header.version) }
      json.list("key") { json in for part in place.key { json.string(part) } }
      json.member("period", place.period.name)
      json.member("from", place.period.interval.start.text(in: zone))
      json.member("until", place.period.interval.end.text(in: zone))
      json.member("windows", place.windows)
      switch frame {
      case .refund(let frame): writeOutcome(frame, to: &json)
      case .right(let frame): writeOutcome(frame, to: &json)
      }
      json.list("because") { json in for cause in causes(of: frame) { json.string(words.cause(cause)) } }
      guard let explaining else { return }
      switch frame {
      case .refund(let frame):
        guard let reasons = frame.explanation else { return }
        json.key("explanation")
        explaining.write(policy.refunds[frame.refund], reasons, to: &json)
      case .right(let frame):
        guard let reasons = frame.explanation else { return }
        json.key("explanation")
        explaining.write(policy.rights[frame.right], reasons, to: &json)
      }
    }
  }

  private func writeOutcome(_ frame: FrameRefund, to json: inout JSONText) {
    let outcome = frame.outcome
    let refund = policy.refunds[frame.refund]
    json.member("state", outcome.state.word)
    if outcome.state.hasAmount {
      json.member("amount", AmountText.text(outcome.amount, digits: refund.currency.minorUnitDigits))
      json.member("currency", refund.currency.code)
    }
    if let until = outcome.until { json.member("claim_until", until.text(in: policy.header.zone)) }
  }

  private func writeOutcome(_ frame: FrameRight, to json: inout JSONText) {
    let outcome = frame.outcome
    let zone = policy.header.zone
    json.member("state", outcome.state.word)
    if let until = outcome.until { json.member("use_until", until.text(in: zone)) }
    if let used = outcome.used { json.member("used", used.text(in: zone)) }
  }
}
