import PledgePolicy

/// What a policy reads of each of its calendars, by their places in it.
///
/// Every whole number of the policy that is labelled as a calendar is found by reflection, so that no use is
/// missed; what is read there follows from the part in which it stands.
struct CalendarUses {
  /// The ways in which a calendar is used.
  enum Use: Hashable {
    /// Its open hours are counted or looked at, not its working days.
    case hours
    /// The nth working day after an instant, or its end.
    case workingDay
    /// Anything else.
    case other
  }

  private var uses: [Int: Set<Use>] = [:]

  init(_ policy: Policy) {
    var policy = policy
    policy.tests = []
    look(into: policy)
  }

  /// How a calendar is used; a calendar that combines others has hours of its own and uses none of them.
  subscript(calendar: Int) -> Set<Use> { uses[calendar] ?? [] }

  private mutating func look(into value: Any) {
    let mirror = Mirror(reflecting: value)
    for child in mirror.children {
      if let label = child.label, let calendar = Self.calendar(label, child.value) {
        uses[calendar, default: []].insert(Self.use(in: value))
      } else if case .dayOf? = value as? PledgePolicy.Expression.Kind, let day = child.value as? DayReference
      {
        note(day)
      } else if case .endOf? = value as? PledgePolicy.Expression.Kind, let day = child.value as? DayReference
      {
        note(day)
      } else {
        look(into: child.value)
      }
    }
  }

  private mutating func note(_ day: DayReference) {
    if case .workingDay(_, _, let calendar) = day { uses[calendar, default: []].insert(.workingDay) }
    look(into: day.anchor)
  }

  /// The calendar that a labelled value names.
  private static func calendar(_ label: String, _ value: Any) -> Int? {
    guard label.lowercased().hasSuffix("calendar") else { return nil }
    return value as? Int ?? (value as? Int?).flatMap { $0 }
  }

  /// What is read of a calendar in a part that names it.
  private static func use(in part: Any) -> Use {
    if part is Target || part is PeriodTarget || part is EscalationClock { return .hours }
    if part is SpanExpression.Kind { return .hours }
    return .other
  }
}
