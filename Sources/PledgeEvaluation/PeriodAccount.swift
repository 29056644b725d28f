import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// Whether what a ticket gives to a measure counts.
struct ContributionClass: Hashable, Sendable {
  /// Why it may not count at all; nil where it surely does.
  var doubt: UnknownID?
  /// The exclusion that takes the ticket out; -1 where none surely does.
  var exclusion: Int32 = -1
  /// Why an exclusion may take it out; nil where that is known.
  var mayBeExcluded: UnknownID?
  /// Why it is not known what value it gives, if it counts.
  var vague: UnknownID?

  /// Why something of it is not known.
  var causes: [UnknownID] { [doubt, mayBeExcluded, vague].compactMap { $0 } }

  static let certain = ContributionClass()
}

/// Which contributions a figure is made of.
struct Scenario: Hashable {
  /// Whether what only may count is taken in.
  var isMost: Bool
  var exclusions: Exclusions

  /// Which exclusions are taken into account; of possible ones each may hold or not, whichever others do.
  enum Exclusions: Hashable { case none, certain, possible }

  /// Whether a class is part of the scenario.
  func holds(_ contribution: ContributionClass) -> Bool {
    if contribution.doubt != nil, !isMost { return false }
    switch exclusions {
    case .none: return true
    case .certain: return contribution.exclusion < 0
    case .possible: return contribution.exclusion < 0 && (isMost || contribution.mayBeExcluded == nil)
    }
  }

  /// Whether a class that is part of the scenario may as well be none.
  func isInDoubt(_ contribution: ContributionClass) -> Bool {
    contribution.doubt != nil || exclusions == .possible && contribution.mayBeExcluded != nil
  }
}

/// Intervals of one class, united again and again as they grow.
struct IntervalBag: Sendable {
  var contribution: Int32
  private(set) var intervals: [Interval] = []
  private var settled = 0

  init(_ contribution: Int32) { self.contribution = contribution }

  mutating func add(_ interval: Interval) {
    guard !interval.isEmpty else { return }
    intervals.append(interval)
    if intervals.count > 2 * settled + 8 { normalise() }
  }

  mutating func normalise() {
    Span.normalise(&intervals)
    settled = intervals.count
  }
}

/// How many tickets fall in one bucket of time, of one class.
struct Tally: Sendable {
  /// The period's number, the local day, or an instant; `Tally.anyTime` where that is not known.
  var bucket: Int64
  /// The bucket before in which the same ticket counts, so that a window counts it once.
  var before = Int64.min
  var contribution: Int32
  /// Tickets that count, those of them that are good, and those of which that is not known yet.
  var all: Int32 = 0
  var good: Int32 = 0
  var open: Int32 = 0

  static var anyTime: Int64 { .max }

  func isAlike(_ other: Tally) -> Bool {
    bucket == other.bucket && before == other.before && contribution == other.contribution
  }

  static func precedes(_ left: Tally, _ right: Tally) -> Bool {
    (left.bucket, left.before, left.contribution) < (right.bucket, right.before, right.contribution)
  }
}

/// Values of tickets in one bucket of time, of one class.
struct Sample: Sendable {
  var bucket: Int64
  var contribution: Int32
  var count: Int32 = 1
  /// Their sum, or the greatest: two ends, which are equal where it is known, and absent where there is none
  /// or where it is too large to be exact.
  var value: ValueRange

  static func precedes(_ left: Sample, _ right: Sample) -> Bool {
    (left.bucket, left.contribution) < (right.bucket, right.contribution)
  }
}

/// An interval that weighs less than all.
struct WeightedInterval: Sendable {
  var interval: Interval
  var contribution: Int32
  var weight: Rational
}

/// What the tickets of one key have given to one period target.
///
/// Adding tickets in another order, or adding accounts of parts, comes to the same.
struct PeriodAccount: Sendable {
  /// For each leaf its intervals by class.
  var bags: [[IntervalBag]]
  var weighted: [WeightedInterval] = []
  var tallies: [Tally] = []
  private var settledTallies = 0
  var samples: [Sample] = []
  private var settledSamples = 0
  /// The earliest instant from which the key's periods are counted; `latest` where none is known.
  var anchor = Instant.latest
  /// The tickets of the key that the target is, or may be, about.
  var tickets = 0
  /// Why the key of these tickets is not known, or their anchor.
  var unknown: UnknownID?

  init(leaves: Int) { bags = Array(repeating: [], count: leaves) }

  mutating func add(_ interval: Interval, leaf: Int, _ contribution: Int32) {
    for index in bags[leaf].indices where bags[leaf][index].contribution == contribution {
      bags[leaf][index].add(interval)
      return
    }
    var bag = IntervalBag(contribution)
    bag.add(interval)
    bags[leaf].append(bag)
  }

  mutating func add(_ tally: Tally) {
    tallies.append(tally)
    if tallies.count > 2 * settledTallies + 8 { settleTallies() }
  }

  mutating func settleTallies() {
    tallies.sort(by: Tally.precedes)
    var kept = 0
    for tally in tallies {
      if kept > 0, tallies[kept - 1].isAlike(tally) {
        tallies[kept - 1].all += tally.all
        tallies[kept - 1].good += tally.good
        tallies[kept - 1].open += tally.open
      } else {
        tallies[kept] = tally
        kept += 1
      }
    }
    tallies.removeLast(tallies.count - kept)
    settledTallies = kept
  }

  mutating func add(_ sample: Sample, greatest: Bool) {
    samples.append(sample)
    if samples.count > 2 * settledSamples + 8 { settleSamples(greatest: greatest) }
  }

  mutating func settleSamples(greatest: Bool) {
    samples.sort(by: Sample.precedes)
    var kept = 0
    for sample in samples {
      if kept > 0, !Sample.precedes(samples[kept - 1], sample) {
        let before = samples[kept - 1].value
        samples[kept - 1].count += sample.count
        samples[kept - 1].value =
          greatest ? before.extreme(sample.value, greatest: true) : before.adding(sample.value)
      } else {
        samples[kept] = sample
        kept += 1
      }
    }
    samples.removeLast(samples.count - kept)
    settledSamples = kept
  }
}
