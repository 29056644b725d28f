import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTime

extension PeriodRecord {
  /// A refund of a key and period as a row of the CSV; the columns of a target are empty.
  package func row(_ frame: FrameRefund) -> [UInt8] {
    let zone = policy.header.zone
    let outcome = frame.outcome
    let refund = policy.refunds[frame.refund]
    var cells: [String: String] = [
      "key": frame.keyTexts.joined(separator: " / "), "period": frame.period.name,
      "from": frame.period.interval.start.text(in: zone), "until": frame.period.interval.end.text(in: zone),
      "because": reason(frame), "refund": refund.name, "state": outcome.state.word,
    ]
    if outcome.state.hasAmount {
      cells["amount"] = AmountText.text(outcome.amount, digits: refund.currency.minorUnitDigits)
      cells["currency"] = refund.currency.code
    }
    cells["claim_until"] = outcome.until?.text(in: zone)
    var bytes: [UInt8] = []
    CSVText.append(row: PeriodRecord.columns.map { cells[$0] ?? "" } + versionCells, to: &bytes)
    return bytes
  }

  /// A refund of a key and period as a line of JSON.
  package func line(_ frame: FrameRefund, explaining: ExplanationJSON? = nil) -> [UInt8] {
    var json = JSONText(indented: false)
    write(frame, to: &json, explaining: explaining)
    json.newline()
    return json.bytes
  }

  /// What is not known, or has not happened yet.
  func reason(_ frame: FrameRefund) -> String {
    frame.causes.map { words.cause($0) }.joined(separator: "; ")
  }

  func write(_ frame: FrameRefund, to json: inout JSONText, explaining: ExplanationJSON? = nil) {
    let zone = policy.header.zone
    let outcome = frame.outcome
    let refund = policy.refunds[frame.refund]
    json.object { json in
      json.member("refund", refund.name)
      if isVersion { json.member("version", policy.header.version) }
      json.list("key") { json in for part in frame.keyTexts { json.string(part) } }
      json.member("period", frame.period.name)
      json.member("from", frame.period.interval.start.text(in: zone))
      json.member("until", frame.period.interval.end.text(in: zone))
      json.member("state", outcome.state.word)
      if outcome.state.hasAmount {
        json.member("amount", AmountText.text(outcome.amount, digits: refund.currency.minorUnitDigits))
        json.member("currency", refund.currency.code)
      }
      if let until = outcome.until { json.member("claim_until", until.text(in: zone)) }
      json.list("because") { json in for cause in frame.causes { json.string(words.cause(cause)) } }
      if let explaining, let reasons = frame.explanation {
        json.key("explanation")
        explaining.write(refund, reasons, to: &json)
      }
    }
  }
}
