import Foundation
import Testing

/// Runs a law over generated worlds.
///
/// `PLEDGE_LAW_CASES` says how many times as many worlds as usual are looked at, `PLEDGE_LAW_SEED` at which
/// seed they begin, `PLEDGE_LAW_FAILURES` how many failures of a law are shown. A failure prints its seed and
/// all that is needed to see it again.
enum Law {
  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init)
  }

  /// How many times as many cases as usual.
  static let factor = setting("PLEDGE_LAW_CASES") ?? 1
  static let firstSeed = setting("PLEDGE_LAW_SEED") ?? 0
  /// After so many failures of a law no more are looked for.
  private static let limit = setting("PLEDGE_LAW_FAILURES") ?? 1

  /// Looks at worlds by their seeds and reports those that break the law; `law` gives what is wrong, or nil.
  static func holds(_ count: Int, from first: Int = 0, _ law: (World) throws -> String?) {
    var failures = 0
    let start = first + firstSeed
    for seed in start..<(start + count * factor) {
      let world = World(seed: UInt64(seed))
      let failure = broken(world, law)
      guard let failure else { continue }
      let least = smaller(world, law)
      Issue.record("\(broken(least, law) ?? failure)\n\(least)")
      failures += 1
      if failures >= limit { return }
    }
  }

  private static func broken(_ world: World, _ law: (World) throws -> String?) -> String? {
    do { return try law(world) } catch { return "\(error)" }
  }

  /// A smaller world that breaks the law: tickets, events, declarations and lines are left out while it does.
  private static func smaller(_ world: World, _ law: (World) throws -> String?) -> World {
    var least = world
    // A world that cannot be read any more says nothing of the law.
    func fails(_ candidate: World) -> Bool { ((try? law(candidate)) ?? nil) != nil }
    guard fails(world) else { return world }
    for _ in 0..<2 {
      for index in least.history.records.indices.reversed() {
        var candidate = least
        candidate.history.records.remove(at: index)
        if fails(candidate) { least = candidate }
      }
      for index in least.draft.declarations.indices.reversed() {
        var candidate = least
        candidate.draft.declarations.remove(at: index)
        if fails(candidate) {
          least = candidate
          continue
        }
        for line in least.draft.declarations[index].lines.indices.reversed() {
          var candidate = least
          candidate.draft.declarations[index].lines.remove(at: line)
          if fails(candidate) { least = candidate }
        }
      }
      for record in least.history.records.indices {
        for index in least.history.records[record].events.indices.reversed() {
          var candidate = least
          candidate.history.records[record].events.remove(at: index)
          if fails(candidate) { least = candidate }
        }
      }
    }
    return least
  }
}

/// What one list of lines has and another has not; nil where they are the same.
func difference(_ left: [String], _ right: [String]) -> String? {
  guard left != right else { return nil }
  let (missing, extra) = (left.filter { !right.contains($0) }, right.filter { !left.contains($0) })
  if missing.isEmpty, extra.isEmpty { return "the order differs" }
  return "- " + missing.prefix(6).joined(separator: "\n- ") + "\n+ "
    + extra.prefix(6).joined(separator: "\n+ ")
}
