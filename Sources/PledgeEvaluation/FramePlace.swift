import PledgeTime

/// A key and a period for which a refund is paid, or a right granted, once.
package struct FramePlace: Sendable {
  /// The values of the key, as a reader writes them.
  package var key: [String]
  /// Of windows that roll the one that pays or grants; else the last of those that came to the same.
  package var period: Period
  /// The numbers of the windows that it stands for: the one that pays or grants and those that share
  /// time with it; else windows in a row that came to the same. One where nothing rolls.
  package var numbers: ClosedRange<Int>
  /// What the period targets that are read came to for the same key and period, in order of declaration.
  package internal(set) var readings: [PeriodOutcome]
  /// The version of the policy that decides, by its place in the order of their time; 0 where there is one.
  package var version = 0
  /// Why it is not known whether something is paid or granted here; nil where that is decided as usual.
  var doubt: UnknownID?
  /// Whether it is the window that pays or grants, of those that it stands for.
  package var isChosen = false
  /// Whether a window that is not over yet can still take its place.
  package var mayMove = false

  /// How many windows it stands for.
  package var windows: Int { numbers.count }

  /// Whether the period of a name is among those that it stands for.
  package func holds(periodNamed name: String) -> Bool {
    if period.name == name { return true }
    guard windows > 1 else { return false }
    return period.label.number(ofWindowNamed: name).map(numbers.contains) ?? false
  }
}

extension Period.Label {
  /// The number of the window of a name, where this is what one of the same rule is called by: windows are
  /// named by their last local day or month.
  func number(ofWindowNamed name: String) -> Int? {
    let unit: CalendarUnit = if case .month = self { .month } else { .day }
    return PeriodSequence.firstDate(unit, named: name).map { PeriodSequence.number(unit, $0) }
  }
}
