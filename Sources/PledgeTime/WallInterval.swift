/// Hours of one day on the wall: `09:00-17:30`, `22:00-06:00` into the next date, `00:00-24:00`.
package struct WallInterval: Sendable, Hashable {
  /// When they begin; 24:00 is not allowed and reported by `CalendarRules.problems()`.
  package let start: WallTime
  /// When they end; where this is not after `start`, it is a time of the next date.
  package let end: WallTime

  /// The hours from `start` until `end`.
  package init(start: WallTime, end: WallTime) {
    self.start = start
    self.end = end
  }

  /// Whether they end on the next date.
  package var crossesMidnight: Bool { end <= start }
}
