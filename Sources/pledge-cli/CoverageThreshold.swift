import ArgumentParser
import PledgeNumbers
import PledgeTesting

/// The least share of a policy that its tests have to meet: `100%`, `97.5%` or `9/10`.
struct CoverageThreshold: ExpressibleByArgument {
  let share: Rational
  /// As it was written.
  let text: String

  init?(argument: String) {
    text = argument
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let part = Self.figure(parts[0]), let whole = Self.figure(parts[1]),
      let share = part.divided(by: whole)
    {
      self.share = share
    } else if argument.hasSuffix("%"), let percent = Self.figure(argument.dropLast()),
      let share = percent.divided(by: Rational(100))
    {
      self.share = share
    } else {
      return nil
    }
    guard !share.isNegative, share <= .one else { return nil }
  }

  /// Whether so many of so many are enough; nothing of nothing is.
  func isReached(by count: CoverageCount) -> Bool {
    guard let share = Rational(count.covered).divided(by: Rational(count.total)) else { return true }
    return share >= self.share
  }

  private static func figure(_ text: some StringProtocol) -> Rational? {
    guard case .success(let decimal) = Decimal.parse(String(text)) else { return nil }
    return decimal.rational
  }
}
