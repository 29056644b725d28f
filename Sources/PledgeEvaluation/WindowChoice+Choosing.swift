import PledgeNumbers
import PledgeTime

extension WindowChoice {
  /// The choice among candidates, cluster by cluster: each candidate of a cluster shares time with the next.
  ///
  /// The first n candidates of a cluster have one choice that comes to the most. It is that of the first
  /// n - 1, or the last of them and the choice of those that end before it begins: so each leads to a smaller
  /// one, as the branches of a tree lead to its root. What lies on all branches that the rest could go on
  /// from is certain, whatever the rest comes to.
  struct Choice {
    /// A candidate that pays, and whether later windows can still take its place.
    struct Payer {
      let place: Int
      let mayMove: Bool
    }

    /// Candidates of which it is not known which of them pay, and why.
    struct Doubt {
      let places: Range<Int>
      let causes: [UnknownID]
    }

    private let candidates: [Candidate]
    private let cause: UnknownID
    /// In order.
    private(set) var payers: [Payer] = []
    private(set) var doubts: [Doubt] = []
    /// By number of candidates: what the best choice of the first ones comes to, from the cluster's start.
    private var sums: [Rational]
    /// By candidate: whether the best choice of all up to it has it.
    private var isChosen: [Bool]

    init(candidates: [Candidate], cause: UnknownID) {
      self.candidates = candidates
      self.cause = cause
      sums = Array(repeating: .zero, count: candidates.count + 1)
      isChosen = Array(repeating: false, count: candidates.count)
    }

    /// Why it is not known of a candidate whether it pays; nil where it is.
    func causes(of place: Int) -> [UnknownID]? {
      doubts.first { $0.places.contains(place) }?.causes
    }

    /// Chooses among candidates that share time with each other. Linear in them, but for those that overlap
    /// the first one that is not known.
    mutating func choose(_ cluster: Range<Int>) {
      let doubt = firstInDoubt(cluster)
      var certain = cluster.upperBound
      if let doubt {
        certain = commonPrefix(upTo: doubt, cluster)
        let causes = cluster.compactMap { isInDoubt($0) ? candidates[$0].doubt : nil }
        doubts.append(
          Doubt(places: certain..<cluster.upperBound, causes: causes.isEmpty ? [cause] : causes.unique))
      }
      let open = cluster.prefix(upTo: doubt ?? cluster.upperBound).first { candidates[$0].isOpen }
      let settled = open.map { commonPrefix(upTo: $0, cluster) } ?? cluster.upperBound
      for place in path(certain, cluster).reversed() {
        payers.append(Payer(place: place, mayMove: place >= settled))
      }
    }

    /// The first candidate from which on it matters that something is not known; nil where the best choice is
    /// the same whatever that comes to.
    private mutating func firstInDoubt(_ cluster: Range<Int>) -> Int? {
      let solved = solve(cluster)
      if solved == cluster.upperBound, !path(solved, cluster).contains(where: isInDoubt) { return nil }
      return cluster.prefix(upTo: solved).first(where: isInDoubt) ?? solved
    }

    /// Whether it is not known of a candidate what it comes to, now or later.
    private func isInDoubt(_ place: Int) -> Bool {
      candidates[place].doubt != nil && candidates[place].amount != .zero
    }

    /// Works out the best choices, up to a candidate that has no most, or a sum that is too large.
    private mutating func solve(_ cluster: Range<Int>) -> Int {
      sums[cluster.lowerBound] = .zero
      for place in cluster {
        let candidate = candidates[place]
        let before = candidate.prefix > cluster.lowerBound ? sums[candidate.prefix] : .zero
        guard let amount = candidate.amount, let sum = before.adding(amount) else { return place }
        isChosen[place] = sum > sums[place]
        sums[place + 1] = max(sum, sums[place])
      }
      return cluster.upperBound
    }

    /// The choice that leads to the best one of the first `count` candidates.
    private func parent(of count: Int, _ cluster: Range<Int>) -> Int {
      isChosen[count - 1] ? max(candidates[count - 1].prefix, cluster.lowerBound) : count - 1
    }

    /// The candidates of the best choice of the first `count` ones, the last first.
    private func path(_ count: Int, _ cluster: Range<Int>) -> [Int] {
      var (result, count): ([Int], Int) = ([], count)
      while count > cluster.lowerBound {
        if isChosen[count - 1] { result.append(count - 1) }
        count = parent(of: count, cluster)
      }
      return result
    }

    /// How many candidates have one choice from which all lead on that a candidate and those behind it can be
    /// a part of.
    private func commonPrefix(upTo place: Int, _ cluster: Range<Int>) -> Int {
      let first = max(candidates[place].prefix, cluster.lowerBound)
      var isMet = Array(repeating: false, count: place - cluster.lowerBound + 1)
      for count in first...place { isMet[count - cluster.lowerBound] = true }
      var (left, count) = (place - first + 1, place)
      while left > 1 {
        if isMet[count - cluster.lowerBound] {
          let next = parent(of: count, cluster) - cluster.lowerBound
          if isMet[next] { left -= 1 }
          isMet[next] = true
        }
        count -= 1
      }
      return (cluster.lowerBound...count).last { isMet[$0 - cluster.lowerBound] } ?? cluster.lowerBound
    }
  }
}

extension [UnknownID] {
  /// Each once, in the order of their first.
  fileprivate var unique: [UnknownID] {
    reduce(into: []) { result, id in if !result.contains(id) { result.append(id) } }
  }
}
