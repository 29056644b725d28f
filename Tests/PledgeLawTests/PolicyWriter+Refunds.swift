import PledgeTestSupport

extension PolicyWriter {
  /// A refund of a ticket, with caps and a minimum.
  mutating func writeRefund(_ name: String) {
    let target = random.one(of: targets)
    var head = "refund \(name)"
    if target.hasCycles, chance(2) {
      note(.perCycle)
      head += " per cycle"
    }
    let isPlain = head.hasSuffix("cycle")
    var lines: [Draft.Line] = ["when \(target.name) is breached\(isPlain ? "" : also())"]
    lines.append(Draft.Line(text: "pay \(amount(name, target, isPlain: isPlain))\(receivers())"))
    if chance(4) {
      note(.itemRounding)
      lines.append(
        "round \(roundingMode()) to \(random.one("1", "5")) \(draft.currency)"
      )
    }
    if chance(3) {
      note(.ticketCap)
      lines.append("cap \(chance(2) ? money(10...200) : "30% of fee")")
    }
    let own = lines.count
    addGroupCaps(&lines)
    let hasGroups = lines.count > own
    if chance(5) {
      note(.minimum)
      lines.append("issue \(random.one("at least", "above")) \(money(1...20))")
    } else if chance(5) {
      note(.groupMinimum)
      lines.append(
        "issue at least \(money(5...60)) per \(random.one("site", "level")) each month"
      )
    }
    addClaim(&lines, frame: false)
    if chance(4) {
      note(.countedBy)
      lines.append("counted by \(random.one("opened", "first closed", "accepted"))")
    }
    add(.payment, name, head, lines)
    if !hasGroups { refunds.append(name) }
  }

  private mutating func also() -> String {
    guard chance(4) else { return "" }
    let condition = condition(1)
    return " \(random.one("and", "or")) \(condition)"
  }

  // MARK: Amounts

  private mutating func amount(_ refund: String, _ target: WrittenTarget, isPlain: Bool) -> String {
    let over = "\(target.name).over"
    let base = base()
    switch random.number(0...10) {
    case 0, 1:
      note(.flatPay)
      return base
    case 2, 3:
      note(.perStarted)
      return "\(base) per started \(random.one("1 h", "30 min", "24 h")) \(over)"
    case 4:
      note(.perFull)
      return "\(base) per full \(random.one("1 h", "30 min")) \(over)"
    case 5:
      note(.perExact)
      return "\(base) per exact \(random.one("1 h", "7 min")) \(over)"
    case 6 where !isPlain:
      note(.perCalendarDay)
      return "\(base) per \(random.one("started", "full")) calendar day \(over)"
    case 7 where !isPlain && workingCalendars == calendars && calendars.count == 1:
      note(.perWorkingDay)
      return "\(base) per started working day \(over)"
    case 8, 9:
      return graded(refund, target)
    default:
      note(.perStarted)
      return "min(\(base) per started 1 h \(over), \(money(20...200))) + \(money(1...5))"
    }
  }

  private mutating func base() -> String {
    switch random.number(0...3) {
    case 0: return money()
    case 1:
      note(.shareOfFee)
      return hasSites ? "rate of site.rent" : "rate of fee"
    case 2: return hasPrices ? "5% of plan.price" : "2 * fee"
    default:
      note(.shareOfFee)
      return "rate of fee"
    }
  }

  /// A rate that grows with the delay.
  private mutating func graded(_ refund: String, _ target: WrittenTarget) -> String {
    note(.bands)
    let low = random.number(1...5)
    add(
      .value, "delay_\(refund)", "table delay_\(refund)",
      [
        "\(target.name).over -> share", "at most \(random.one("4 h", "72 h")) -> \(low)%",
        "otherwise -> \(low + random.number(0...9))%",
      ])
    if chance(3) { return "delay_\(refund).share of fee" }
    note(.rateReached)
    return
      "delay_\(refund).share of fee per \(random.one("started", "full", "exact")) "
      + "\(random.one("24 h", "1 h")) \(target.name).over "
      + random.one("each day at its rate", "all days at the rate reached")
  }

  private mutating func receivers() -> String {
    var text = ""
    if chance(8) {
      note(.payees)
      if !draft.names(.steps).contains("buyer, seller") { add(.steps, "buyer, seller", "role buyer, seller") }
      text += " to \(random.one("buyer", "buyer, seller"))"
    }
    if chance(5) {
      note(.form)
      text += " as \(random.one("credit", "cash", "voucher"))"
    }
    return text
  }

  // MARK: Groups

  private mutating func addGroupCaps(_ lines: inout [Draft.Line]) {
    guard chance(2) else { return }
    note(.groupCap)
    if let other = refunds.popLast(), chance(3) {
      // No refund is in two such groups, of which neither would lie inside the other.
      note(.capAcross)
      lines.append("cap \(money(30...300)) per site each month across \(other)")
      return
    }
    switch random.number(0...3) {
    case 0: lines.append("cap \(money(20...200)) each \(random.one("month", "quarter"))")
    case 1 where hasSites: lines.append("cap 30% of site.rent per site each month")
    case 2:
      note(.nestedCaps)
      lines += ["cap \(money(20...90)) per site each day", "cap \(money(50...200)) per site each month"]
      if chance(2) { lines.append("cap \(money(100...400)) each year") }
    default: lines.append("cap \(money(20...150)) per \(random.one("site", "level")) each month")
    }
  }

  mutating func addClaim(_ lines: inout [Draft.Line], frame: Bool) {
    guard chance(4) else { return }
    note(.claim)
    if frame {
      lines.append("claim claimed until end of \(random.one("1st", "2nd")) month after period")
    } else {
      lines.append("claim claimed until first opened + \(random.number(1...30)) calendar days")
    }
  }

  // MARK: Combinations

  mutating func writeCombination() {
    let target = random.one(of: targets)
    for name in ["part_a", "part_b"] {
      let amount = amount(name, target, isPlain: false)
      var lines: [Draft.Line] = [
        "when \(random.one(of: targets).name) is breached", Draft.Line(text: "pay \(amount)"),
      ]
      if !amount.contains(".over") {
        lines[0] = "when \(random.one(of: targets).name) is breached"
      } else {
        lines[0] = "when \(target.name) is breached"
      }
      addClaim(&lines, frame: false)
      add(.payment, name, "refund \(name)", lines)
    }
    let word = random.one("sum", "greatest", "first")
    note(word == "sum" ? .combineSum : word == "greatest" ? .combineGreatest : .combineFirst)
    var lines: [Draft.Line] = []
    if chance(2) { lines.append("cap \(money(20...100))") }
    if chance(3) { lines.append("cap \(money(40...200)) per site each month") }
    if chance(3) { lines.append("issue at least \(money(5...20))") }
    add(.payment, "payout", "combine payout = \(word) of part_a, part_b", lines)
  }
}
