/// How a value that lies between two steps becomes one of them; a policy always names the mode.
package enum RoundingMode: Sendable, Hashable, CaseIterable {
  /// Away from zero: 1.1 becomes 2, −1.1 becomes −2.
  case up
  /// Toward zero: 1.9 becomes 1, −1.9 becomes −1.
  case down
  /// To the nearest step, a half away from zero: 2.5 becomes 3, −2.5 becomes −3.
  case halfUp
  /// To the nearest step, a half to the even one: 2.5 becomes 2, 3.5 becomes 4.
  case halfEven
}
