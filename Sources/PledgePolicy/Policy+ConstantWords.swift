import PledgeNumbers
import PledgeTickets
import PledgeTime

extension Policy {
  /// How a message writes a constant of a type.
  package func words(_ constant: Constant, _ type: ExpressionType) -> String {
    switch constant {
    case .number(let number):
      switch type {
      case .percent: number.percentText
      case .money(let currency): Money(amount: number, currency: currency).text
      case .truth, .integer, .decimal, .duration, .calendarLength, .workingLength, .instant, .date,
        .timeOfDay, .text, .choice, .key:
        number.text
      }
    case .duration(let duration): duration.text
    case .date(let date): date.text
    case .timeOfDay(let time): time.text
    case .workingDays(let days): days == 1 ? "1 working day" : "\(days) working days"
    case .instant(let instant): instant.text(in: header.zone)
    case .truth(let truth): truth ? "yes" : "no"
    case .calendarLength(let length): words(length)
    case .text(let id): "\"\(texts.text(id))\""
    case .choice(let member):
      if case .choice(let members) = type, members.indices.contains(member) { members[member] } else { "" }
    }
  }

  private func words(_ length: CalendarLength) -> String {
    func counted(_ number: Int, _ unit: String) -> String? {
      number == 0 ? nil : number == 1 ? "1 \(unit)" : "\(number) \(unit)s"
    }
    let parts = [counted(length.months, "month"), counted(length.days, "calendar day")]
    return parts.contains { $0 != nil } ? parts.compactMap { $0 }.joined(separator: " ") : "0 calendar days"
  }
}
