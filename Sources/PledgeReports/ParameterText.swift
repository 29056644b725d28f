import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// The values of parameters as a policy writes them.
package enum ParameterText {
  /// A constant of a type; a text of the pool needs `text`.
  package static func text(
    _ constant: Constant, _ type: ExpressionType, zone: Zone = .utc, pool: (TextID) -> String = { _ in "" }
  ) -> String {
    switch constant {
    case .truth(let truth): return truth ? "yes" : "no"
    case .number(let number):
      switch type {
      case .percent: return number.percentText
      case .money(let currency): return Money(amount: number, currency: currency).text
      case .truth, .integer, .decimal, .duration, .calendarLength, .workingLength, .instant, .date,
        .timeOfDay,
        .text, .choice, .key:
        return number.text
      }
    case .duration(let duration): return duration.text
    case .calendarLength(let length): return calendarLength(length)
    case .workingDays(let days): return "\(days) working \(days == 1 ? "day" : "days")"
    case .instant(let instant): return instant.text(in: zone)
    case .date(let date): return date.text
    case .timeOfDay(let time): return time.text
    case .text(let id): return pool(id)
    case .choice(let member):
      guard case .choice(let members) = type, members.indices.contains(member) else { return "\(member)" }
      return members[member]
    }
  }

  private static func calendarLength(_ length: CalendarLength) -> String {
    var parts: [String] = []
    if length.months != 0 { parts.append("\(length.months) \(length.months == 1 ? "month" : "months")") }
    if length.days != 0 || length.months == 0 {
      parts.append("\(length.days) calendar \(length.days == 1 ? "day" : "days")")
    }
    return parts.joined(separator: " ")
  }
}
