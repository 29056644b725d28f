import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTesting
import PledgeTime

/// A situation that shows something, and what it comes to.
package struct Witness: Sendable {
  package var situation: Situation
  /// The same as a test that expects nothing, of the search's policy.
  package var test: TestBlock
  package var decided: DecidedTest
}

/// Looks for small tickets that come to something: a row, a breach, a value just beside a threshold.
///
/// Values are taken from the figures that the policy names and one unit beside them, instants from what the
/// evaluator says is due. A situation that meets something new is the beginning of further ones. The search
/// is the same each time and ends after a number of tries; what it does not find may still be there.
package struct WitnessSearch {
  /// The policy that witnesses are decided by; its pool has their texts.
  package let policy: Policy
  private let sketch: CoverageSketch
  private let plan: Plan
  private let domains: FigureDomains
  /// The derived values that have a name.
  let asked: [Int]

  private var seen: Set<Situation> = []
  private var known: Set<CoverageGoal> = []
  private var wanted: Set<CoverageGoal> = []
  private var nearest: [Int: Rational] = [:]
  private var entries: [Entry] = []

  /// A situation whose neighbours are looked at, and how many of them have been.
  private struct Entry {
    var neighbours: [Situation]
    var next = 0
  }

  /// How many neighbours of one situation are looked at in turn.
  private static let turn = 40

  /// `sources` has the policy's text.
  package init(_ policy: Policy, sources: SourceSet) {
    let expressions = CoverageSketch(policy, sources: sources).expressions
    let domains = FigureDomains(policy, expressions: expressions)
    let policy = domains.policy
    self.domains = domains
    self.policy = policy
    sketch = CoverageSketch(policy, sources: sources)
    plan = sketch.plan
    asked = policy.derivedValues.indices.filter { !policy.derivedValues[$0].name.isEmpty }
  }

  /// The smallest situation found for each goal, in so many tries.
  package mutating func witnesses(
    for goals: Set<CoverageGoal>, tries: Int = 6000
  ) -> [CoverageGoal: Witness] {
    var result: [CoverageGoal: Witness] = [:]
    explore(tries, wanted: goals) { witness, met in
      for goal in met.goals.intersection(goals) {
        if let known = result[goal], known.situation.size <= witness.situation.size { continue }
        result[goal] = witness
      }
      return result.count < goals.count
    }
    return smallest(result)
  }

  private func smallest(_ found: [CoverageGoal: Witness]) -> [CoverageGoal: Witness] {
    Dictionary(
      uniqueKeysWithValues: found.map { goal, witness in
        (goal, smallest(witness) { sketch.met(by: $0.decided).goals.contains(goal) })
      })
  }

  /// The situations that a search for the goals comes by, and the smallest ones found for each goal.
  ///
  /// Of the situations there are at most so many, those first that meet something new.
  package mutating func survey(
    for goals: Set<CoverageGoal>, keeping limit: Int, tries: Int = 6000
  ) -> (situations: [Situation], found: [CoverageGoal: Witness]) {
    var (telling, other): ([Situation], [Situation]) = ([], [])
    var found: [CoverageGoal: Witness] = [:]
    var known: Set<CoverageGoal> = []
    explore(tries, wanted: goals) { witness, met in
      for goal in met.goals.intersection(goals) {
        if let known = found[goal], known.situation.size <= witness.situation.size { continue }
        found[goal] = witness
      }
      if met.goals.isSubset(of: known) {
        if other.count < limit { other.append(witness.situation) }
      } else {
        telling.append(witness.situation)
      }
      known.formUnion(met.goals)
      return true
    }
    return (Array((telling + other).prefix(limit)), smallest(found))
  }

  /// The first situation found of which something holds, made as small as it can be; nil where none was
  /// found.
  package mutating func first(tries: Int = 6000, where holds: (Witness) -> Bool) -> Witness? {
    var found: Witness?
    explore(tries, wanted: Set(sketch.items.map(\.goal))) { witness, _ in
      if holds(witness) { found = witness }
      return found == nil
    }
    return found.map { smallest($0, where: holds) }
  }

  // MARK: Exploring

  /// Goes from situation to situation until `body` says no, there is nothing new, or the tries are used up.
  ///
  /// `wanted` are the goals towards which events are moved. A try is a ticket that is decided.
  private mutating func explore(
    _ tries: Int, wanted: Set<CoverageGoal>, _ body: (Witness, MetGoals) -> Bool
  ) {
    (seen, known, nearest, entries) = ([], [], [:], [])
    self.wanted = wanted
    var left = tries
    for seed in Seeds(domains: domains).all {
      guard left > 0, consider(seed, &left, body) else { return }
    }
    var place = 0
    while !entries.isEmpty {
      place %= entries.count
      for _ in 0..<Self.turn {
        guard entries[place].next < entries[place].neighbours.count else { break }
        let neighbour = entries[place].neighbours[entries[place].next]
        entries[place].next += 1
        guard left > 0, consider(neighbour, &left, body) else { return }
      }
      if entries[place].next < entries[place].neighbours.count {
        place += 1
      } else {
        entries.remove(at: place)
      }
    }
  }

  /// Decides a situation that has not been seen; whether the search goes on.
  private mutating func consider(
    _ situation: Situation, _ left: inout Int, _ body: (Witness, MetGoals) -> Bool
  ) -> Bool {
    guard seen.insert(situation).inserted, let witness = witness(of: situation) else { return true }
    left -= 1 + situation.tickets.count / 8
    let met = sketch.met(by: witness.decided)
    let isNew = !met.goals.isSubset(of: known)
    known.formUnion(met.goals)
    if comesNearer(met) || isNew || entries.isEmpty {
      let neighbours = Neighbours(
        situation: situation, domains: domains,
        storyline: Storyline(situation, witness.decided, domains),
        shifts: sketch.shifts(met, witness.decided, open: wanted.subtracting(known)))
      entries.append(Entry(neighbours: neighbours.all))
    }
    return body(witness, met)
  }

  /// Whether some threshold was never so near, by half at least.
  private mutating func comesNearer(_ met: MetGoals) -> Bool {
    var isNearer = false
    for (threshold, distance) in met.distances {
      guard let size = distance.absolute() else { continue }
      if let known = nearest[threshold], let half = known.divided(by: Rational(2)), size >= half { continue }
      nearest[threshold] = size
      isNearer = true
    }
    return isNearer
  }

  /// What a situation comes to; nil where there is none like it.
  func witness(of situation: Situation) -> Witness? {
    situation.test(of: policy).map {
      Witness(situation: situation, test: $0, decided: DecidedTest($0, plan, asked: asked))
    }
  }

  // MARK: Making smaller

  /// The witness without what it does not need.
  func smallest(_ witness: Witness, where holds: (Witness) -> Bool) -> Witness {
    var best = witness
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for situation in best.situation.smaller(policy) {
        guard let candidate = self.witness(of: situation), holds(candidate) else { continue }
        best = candidate
        isSmaller = true
        break
      }
    }
    return best
  }
}

extension Situation {
  /// The situations with one thing less.
  fileprivate func smaller(_ policy: Policy) -> [Situation] {
    var result: [Situation] = []
    func add(_ change: (inout Situation) -> Void) {
      var other = self
      change(&other)
      if other.size < size { result.append(other) }
    }
    if tickets.count > 1 { add { $0.tickets.removeLast() } }
    add { $0.asOf = nil }
    for register in rows.indices {
      for row in rows[register].indices { add { $0.rows[register].remove(at: row) } }
    }
    for ticket in tickets.indices.prefix(3) {
      for event in tickets[ticket].events.indices.reversed() {
        add { $0.tickets[ticket].events.remove(at: event) }
      }
      for field in policy.vocabulary.fields.indices { add { $0.tickets[ticket].values[field] = .missing } }
    }
    return result
  }
}
