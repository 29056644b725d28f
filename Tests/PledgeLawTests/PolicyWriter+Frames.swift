import PledgeTestSupport

// Refunds and rights of a key and a period.

extension PolicyWriter {
  mutating func writeFrameRefund() {
    guard let target = periodTargets.first(where: { $0.isOfCalendar }) else { return }
    note(.frameRefund)
    var lines: [Draft.Line] = ["when \(target.name) is breached"]
    let fee = hasSites && target.keys.first == "site" ? "site.rent" : money(100...300)
    if target.measure == "availability" {
      note(.reachedBands)
      add(
        .value, "credit_share", "table credit_share",
        [
          "\(target.name).reached -> share", "99% to 100% -> 10%", "95% to under 99% -> 25%",
          "under 95% -> 100%",
          "otherwise -> 0%",
        ])
      lines.append(Draft.Line(text: "pay credit_share.share of \(fee)"))
    } else {
      lines.append(Draft.Line(text: "pay rate of \(fee)"))
    }
    if chance(3) { lines.append("cap \(money(10...100))") }
    let unit =
      target.scope.contains("each year")
      ? "year" : target.scope.contains("each quarter") ? "quarter" : "month"
    if !target.scope.contains("week"), chance(3) {
      lines.append("cap \(money(50...300)) each \(unit)")
    }
    if !target.scope.contains("week"), !target.keys.isEmpty, chance(2) {
      lines.append("issue above \(money(1...30)) per \(target.keys[0]) each \(unit)")
    }
    addClaim(&lines, frame: true)
    add(.payment, "credit", "refund credit \(target.scope)", lines)
  }

  /// Two refunds of a key and period that are paid as one.
  mutating func writeFrameCombination() {
    guard let target = periodTargets.first(where: { $0.isOfCalendar }) else { return }
    note(.combineFrames)
    let others = periodTargets.filter { $0.isOfCalendar && $0.unfiltered == target.unfiltered }
    for name in ["month_a", "month_b"] {
      var lines: [Draft.Line] = ["when \(random.one(of: others).name) is breached"]
      lines.append(Draft.Line(text: "pay \(random.one("rate of \(money(100...900))", money(10...90)))"))
      addClaim(&lines, frame: true)
      add(.payment, name, "refund \(name) \(target.unfiltered)\(filter(target))", lines)
    }
    var lines: [Draft.Line] = []
    if chance(2) { lines.append("cap \(money(20...100))") }
    if !target.unfiltered.contains("week"), let other = refunds.popLast(), chance(2) {
      // One cap over what is owed for tickets and for months.
      note(.capAcrossFrames)
      lines.append("cap \(money(40...300)) each year across \(other)")
    } else if !target.unfiltered.contains("week"), chance(3) {
      lines.append("cap \(money(40...200)) each year")
    }
    if chance(3) { lines.append("issue above \(money(1...30))") }
    add(
      .payment, "month_payout",
      "combine month_payout = \(random.one("sum", "greatest", "first")) of month_a, month_b",
      lines)
  }

  /// A refund of windows that roll, and what of it may move with an exclusion.
  mutating func writeRollingRefund(_ target: WrittenPeriodTarget) {
    guard !chance(4) else { return }
    note(.frameRefundRolling)
    if chance(3) { return writeRollingCombination(target) }
    var lines: [Draft.Line] = [
      "when \(target.name) is breached", Draft.Line(text: "pay \(rollingAmount(target))"),
    ]
    // A group of all time and one of a month do not lie in each other.
    if let key = target.keys.first, chance(3) {
      lines.append("cap \(money(50...400)) per \(key)")
    } else if chance(5) {
      lines.append("cap \(money(50...300)) each \(random.one("month", "year"))")
    }
    if chance(4) { addClaim(&lines, frame: true) }
    if chance(4) { lines.append("issue above \(money(1...30))") }
    add(.payment, "rolling_credit", "refund rolling_credit \(target.scope)\(filter(target))", lines)
  }

  /// Two refunds of windows that roll, paid as one.
  private mutating func writeRollingCombination(_ target: WrittenPeriodTarget) {
    note(.combineRolling)
    for name in ["window_a", "window_b"] {
      let lines: [Draft.Line] = [
        "when \(target.name) is breached", Draft.Line(text: "pay \(rollingAmount(target))"),
      ]
      add(.payment, name, "refund \(name) \(target.scope)\(filter(target))", lines)
    }
    let lines: [Draft.Line] = chance(2) ? ["cap \(money(10...100))"] : []
    add(
      .payment, "window_payout",
      "combine window_payout = \(random.one("sum", "greatest")) of window_a, window_b",
      lines)
  }

  /// An amount that is the same for all windows, or one by what a window came to.
  private mutating func rollingAmount(_ target: WrittenPeriodTarget) -> String {
    let fee = hasSites && target.keys.first == "site" ? "site.rent" : money(100...300)
    if ["total", "longest"].contains(target.measure), !chance(3) {
      note(.rollingFigure)
      return "\(money(1...20)) per started 1 h over"
    }
    if ["count", "tickets"].contains(target.measure), !chance(3) {
      note(.rollingFigure)
      return "\(money(1...20)) * over"
    }
    return random.one("rate of \(fee)", fee)
  }

  mutating func writeFrameRight() {
    let rolling = periodTargets.first(where: \.isRolling)
    guard let target = rolling ?? periodTargets.first, !target.scope.contains("slots") else { return }
    note(target.isRolling ? .frameRightRolling : .frameRight)
    var lines: [Draft.Line] = ["when \(target.name) is breached", "grants \"an end\""]
    if chance(2) {
      note(.useAfterPeriod)
      lines.append("use within \(random.one("14 calendar days", "1 month", "72 h")) after period")
    }
    if chance(2) { lines.append("claim claimed until period.end + \(random.number(1...40)) calendar days") }
    add(.payment, "an_end", "right an_end \(target.scope)\(filter(target))", lines)
  }

  /// Which keys it is for, where the target is for all.
  private mutating func filter(_ target: WrittenPeriodTarget) -> String {
    guard hasSites, target.keys.contains("site"), !target.scope.contains("where"), !chance(3) else {
      return ""
    }
    note(.frameFilter)
    return " where site.tier is \(random.one("high", "low"))"
  }
}
