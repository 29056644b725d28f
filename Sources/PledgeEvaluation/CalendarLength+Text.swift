import PledgeTime

extension CalendarLength {
  /// The length as a policy writes it: `2 months`, `5 calendar days`.
  var text: String {
    var parts: [String] = []
    if months != 0 { parts.append("\(months) \(months == 1 ? "month" : "months")") }
    if days != 0 || months == 0 { parts.append("\(days) calendar \(days == 1 ? "day" : "days")") }
    return parts.joined(separator: " ")
  }
}
