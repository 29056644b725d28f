import PledgePolicy
import PledgeTesting

/// Looks for a small situation that a policy and the same policy with a mistake decide differently.
struct DifferenceSearch: Sendable {
  /// The policy; its pool has the texts of the situations.
  let policy: Policy
  private let search: WitnessSearch
  private let situations: [Situation]
  private let inputs: String

  /// Among situations that a search came by.
  init(_ policy: Policy, _ search: WitnessSearch, _ situations: [Situation]) {
    self.policy = search.policy
    self.search = search
    self.situations = situations
    inputs = Self.inputs(of: policy)
  }

  /// What tickets and rows are made of: of two policies with the same, one situation is read by both.
  private static func inputs(of policy: Policy) -> String {
    PolicySameness.description(ofPart: policy.vocabulary)
      + PolicySameness.description(ofPart: policy.registers)
      + PolicySameness.description(ofPart: policy.texts)
  }

  /// The first situation among so many that is decided otherwise, made as small as it can be, with the lines
  /// that do not hold with the mistake; nil where there is none.
  func first(with mistaken: Policy, tries: Int) -> (witness: Witness, lines: [String])? {
    guard Self.inputs(of: mistaken) == inputs else { return nil }
    var mistaken = mistaken
    mistaken.texts = policy.texts
    mistaken.tests = []
    let plan = TestPlan(mistaken)
    for situation in situations.prefix(tries) {
      guard let witness = search.witness(of: situation), !lines(witness, plan).isEmpty else { continue }
      let smallest = search.smallest(witness) { !lines($0, plan).isEmpty }
      return (smallest, lines(smallest, plan))
    }
    return nil
  }

  /// What the policy decides of a situation, and the mistaken one does not.
  private func lines(_ witness: Witness, _ mistaken: TestPlan) -> [String] {
    var other = witness
    other.decided = mistaken.decided(witness.test, asked: search.asked)
    let came = Set(WitnessExpectations(witness: other, policy: mistaken.policy).allLines)
    return WitnessExpectations(witness: witness, policy: policy).allLines.filter { !came.contains($0) }
  }
}
