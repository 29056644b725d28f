import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// The keys of a portfolio that have been met, by number: a walk over their values, so that finding one
/// allocates nothing.
struct KeyTable: Sendable {
  private let width: Int
  /// From the step before and a value to the next step; step 0 is the beginning.
  private var steps: [Step: Int32] = [:]
  private var stepCount: Int32 = 0
  /// The key that ends at a step.
  private var ends: [Int32: Int32] = [:]
  /// The values of all keys, `width` each.
  private var values: [Value] = []
  /// Texts that are not of the policy's pool; `TextID(local:)` names them in `values`.
  private var own = TextPool()
  /// The number of keys.
  private(set) var count = 0

  private struct Step: Hashable {
    var before: Int32
    var value: Value
  }

  init(width: Int) { self.width = width }

  /// Stands for a part of a key that is not known.
  static let unknown = Value.unknown(UnknownID(-1))

  /// The number of a key; its texts are the pool's or the ticket's.
  mutating func key(_ parts: [Value], of ticket: borrowing Ticket, pool: TextPool) -> Int {
    var step: Int32 = 0
    for part in parts {
      if part.unknown != nil {
        step = next(step, KeyTable.unknown)
      } else if case .text(let id) = part, id.localPosition != nil {
        let text = ticket.withBytes(id, pool: pool) { own.intern($0) }
        step = next(step, .text(TextID(local: Int(text.index))))
      } else {
        step = next(step, part)
      }
    }
    if let known = ends[step] { return Int(known) }
    for part in parts {
      if part.unknown != nil {
        values.append(KeyTable.unknown)
      } else if case .text(let id) = part, id.localPosition != nil {
        let text = ticket.withBytes(id, pool: pool) { own.intern($0) }
        values.append(.text(TextID(local: Int(text.index))))
      } else {
        values.append(part)
      }
    }
    return added(step)
  }

  /// The number of another table's key.
  mutating func adopt(_ key: Int, of other: KeyTable) -> Int {
    let parts = other.parts(key).map { value in
      guard case .text(let id) = value, let position = id.localPosition else { return value }
      let text = other.own.withBytes(TextID(Int32(position))) { own.intern($0) }
      return Value.text(TextID(local: Int(text.index)))
    }
    let step = parts.reduce(Int32(0)) { next($0, $1) }
    if let known = ends[step] { return Int(known) }
    values += parts
    return added(step)
  }

  /// The number of a key whose texts are of the pool; nil where it was not met.
  func find(_ parts: [Value]) -> Int? {
    var step: Int32 = 0
    for part in parts {
      guard let next = steps[Step(before: step, value: part)] else { return nil }
      step = next
    }
    return ends[step].map(Int.init)
  }

  /// The number of a key whose texts are the pool's or the ticket's; nil where it was not met.
  func find(_ parts: [Value], of ticket: borrowing Ticket, pool: TextPool) -> Int? {
    find(
      parts.map { part in
        guard case .text(let id) = part, id.localPosition != nil else { return part }
        let text = ticket.withBytes(id, pool: pool) { own.find($0) }
        return text.map { .text(TextID(local: Int($0.index))) } ?? KeyTable.unknown
      })
  }

  /// The number of a key whose texts are the pool's or another table's; nil where it was not met.
  func find(_ parts: [Value], of other: KeyTable) -> Int? {
    find(
      parts.map { part in
        guard case .text(let id) = part, let position = id.localPosition else { return part }
        let text = other.own.withBytes(TextID(Int32(position))) { own.find($0) }
        return text.map { .text(TextID(local: Int($0.index))) } ?? KeyTable.unknown
      })
  }

  /// The values of a key; a text of the table's own is local.
  func parts(_ key: Int) -> ArraySlice<Value> { values[key * width..<(key + 1) * width] }

  /// Whether some part of a key is not known.
  func isUnknown(_ key: Int) -> Bool { parts(key).contains { $0.unknown != nil } }

  /// The values of a key with its own texts as those of a ticket, which is emptied first.
  func parts(_ key: Int, texts: inout Ticket, pool: TextPool) -> [Value] {
    texts.clear()
    var result: [Value] = []
    for value in parts(key) {
      if case .text(let id) = value, let position = id.localPosition {
        let local = own.withBytes(TextID(Int32(position))) { texts.text($0, pool: pool) }
        result.append(.text(local))
      } else {
        result.append(value)
      }
    }
    return result
  }

  /// A text of a key.
  func text(_ id: TextID, pool: TextPool) -> String {
    id.localPosition.map { own.text(TextID(Int32($0))) } ?? pool.text(id)
  }

  private mutating func next(_ step: Int32, _ value: Value) -> Int32 {
    let wanted = Step(before: step, value: value)
    if let known = steps[wanted] { return known }
    stepCount += 1
    steps[wanted] = stepCount
    return stepCount
  }

  private mutating func added(_ step: Int32) -> Int {
    ends[step] = Int32(count)
    count += 1
    return count - 1
  }
}
