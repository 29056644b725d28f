import PledgePolicy
import PledgeTime

/// A clock of a count that one pass over the log can reckon: pairs of plain events, with at most one pause
/// that is made of pairs too, and exclusions of whole tickets only.
struct PlainClock {
  var run: PlainPairs
  /// Without events where the clock has no pause.
  var pause = PlainPairs()
}

/// A `from A until B` of which events open and close it, whichever way the log goes on.
struct PlainPairs {
  /// Bit i: each event i opens, or closes.
  var starts: UInt64 = 0
  var ends: UInt64 = 0
  /// The event of which only the last opens; -1 where there is none.
  var lastStart: Int32 = -1

  /// Every event that matters.
  var events: UInt64 { starts | ends | (lastStart >= 0 ? 1 << UInt64(lastStart) : 0) }
}

extension Plan {
  /// The clock of a target in its plain form; nil where it has none.
  func plainClock(of target: TargetPlan) -> PlainClock? {
    guard target.deadline < 0, !target.isEachCycle, target.roundingUnit == nil,
      target.extensions.count == 0, target.pauses.count <= 1, let run = plainPairs(target.clock),
      target.exclusions.range.allSatisfy({ exclusions[Int(operands[$0])].span < 0 })
    else { return nil }
    var result = PlainClock(run: run)
    for position in target.pauses.range {
      guard let pause = plainPairs(operands[position]) else { return nil }
      result.pause = pause
    }
    return result
  }

  private func plainPairs(_ node: Int32) -> PlainPairs? {
    guard case .pairing(let index) = spans[Int(node)] else { return nil }
    let pairing = pairings[Int(index)]
    guard pairing.atMost == nil, pairing.length == nil, pairing.unrecordedStart < 0,
      pairing.unrecordedEnd < 0
    else { return nil }
    var result = PlainPairs()
    for side in sides[pairing.starts.range] {
      guard side.isPlain else { return nil }
      switch side.occurrence {
      case 0: result.starts |= 1 << UInt64(side.event)
      case -1 where result.lastStart < 0: result.lastStart = side.event
      default: return nil
      }
    }
    for side in sides[pairing.ends.range] {
      guard side.isPlain, side.occurrence == 0 else { return nil }
      result.ends |= 1 << UInt64(side.event)
    }
    return result
  }
}

extension EventPointPlan {
  /// Whether it is an event of the first 64 at its own instant.
  fileprivate var isPlain: Bool {
    node < 0 && span < 0 && window == nil && offset == .zero && event >= 0 && event < 64
  }
}
