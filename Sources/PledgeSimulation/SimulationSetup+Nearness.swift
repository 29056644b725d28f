import PledgeEvaluation
import PledgePolicy
import PledgeTime

extension SimulationSetup {
  /// How long a history can be whose periods are judged.
  private static let longest = Duration(microseconds: 100 * 366 * 86_400_000_000)

  /// Refuses an as-of instant that lies more than a hundred years behind the beginning of what is judged:
  /// every period up to then would be decided for every key.
  func requireNearness(_ portfolios: [Portfolio?]) throws {
    guard setups.contains(where: { !$0.plan.policy.periodTargets.isEmpty }) else { return }
    let headers = setups.map(\.plan.policy.header)
    let inForce = headers.compactMap(\.fixedPeriod)
    guard let from = inForce.map(\.from).min() else { return }
    let first = portfolios.compactMap { $0?.beginning }.min() ?? .latest
    let beginning = max(first < .latest ? first : .earliest, from)
    let isForever = inForce.count < headers.count || inForce.contains { $0.until == nil }
    let end = isForever ? asOf : min(asOf, inForce.compactMap(\.until).max() ?? asOf)
    guard beginning > .earliest, let last = beginning.adding(Self.longest), end > last else { return }
    throw SimulationFault.tooFar(beginning: beginning, asOf: asOf)
  }
}
