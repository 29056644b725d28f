import PledgePolicy
import PledgeTickets
import PledgeTime

/// What counts of tickets, spans of keys and groups of refunds need to know of every ticket of a history.
///
/// It is filled in a pass of its own before tickets are decided; several can be merged, in any order. Then it
/// is only read, by any number of evaluators. Memory grows with the tickets that a count may count.
package struct TicketIndex: Sendable {
  var parts: [Part]
  /// The spans of keys.
  var keyTimes: KeyTimes
  /// From when on the periods of groups are counted, by group and key, where tickets say that.
  var anchors: [GroupKey: Instant] = [:]
  /// Texts that only tickets know; their ids follow those of the policy's pool.
  private var texts = TextPool()
  private let firstOwnText: Int32

  /// An empty index for the counts of a plan.
  package init(plan: Plan) {
    parts = plan.ticketCounts.map { count in
      let links = plan.ticketLinks[count.links.range]
      return Part(equalities: links.filter(\.isEquality).count)
    }
    keyTimes = KeyTimes(plan: plan)
    firstOwnText = Int32(plan.policy.texts.count)
  }

  /// Whether a plan asks anything of other tickets.
  package static func isNeeded(by plan: Plan) -> Bool {
    !plan.ticketCounts.isEmpty || !plan.keyedSpans.isEmpty || plan.hasAnchorsOfTickets
  }

  /// The tickets of one count.
  struct Part: Sendable {
    /// One row a ticket that may be counted.
    var rows: [Row] = []
    /// What the links read of each row, one after the other.
    var values: [Value] = []
    var times: [Times] = []
    var intervals: [Interval] = []
    /// How many links are equalities; their values come first and name a row's bucket.
    let equalities: Int
    /// The rows of equal values, once the index is complete.
    var buckets: [[Value]: [Int32]] = [:]
    /// Rows of which a value is not known: they may belong to any bucket.
    var unplaced: [Int32] = []

    init(equalities: Int) { self.equalities = equalities }
  }

  /// One ticket.
  struct Row: Sendable {
    /// Whether it is known that the ticket fulfils the conditions of its own.
    var isSure: Bool
    var firstValue: Int32
    var firstTimes: Int32
  }

  /// The times of one span of a ticket up to the as-of instant.
  struct Times: Sendable {
    /// Runs in the part's `intervals`.
    var surely: Node.List
    var perhaps: Node.List
    /// Whether the span could not be read at all.
    var isUnknown: Bool
  }

  // MARK: Texts

  /// The value with a text that outlives its ticket.
  mutating func kept(_ value: Value, of ticket: borrowing Ticket, pool: TextPool) -> Value {
    guard case .text(let id) = value, id.localPosition != nil else { return value }
    return .text(own(texts.intern(ticket.text(id, pool: pool))))
  }

  /// The value as rows hold it; nil for a text that no row holds.
  func sought(_ value: Value, of ticket: borrowing Ticket, pool: TextPool) -> Value? {
    guard case .text(let id) = value, id.localPosition != nil else { return value }
    var text = ticket.text(id, pool: pool)
    return text.withUTF8 { texts.find($0) }.map { .text(own($0)) }
  }

  private func own(_ id: TextID) -> TextID { TextID(firstOwnText + id.index) }

  // MARK: Merging

  /// Adds the tickets of another index of the same plan.
  package mutating func merge(_ other: TicketIndex) {
    keyTimes.merge(other.keyTimes)
    anchors.merge(other.anchors) { min($0, $1) }
    let renamed = (0..<Int32(other.texts.count)).map { texts.intern(other.texts.text(TextID($0))) }
    for index in parts.indices {
      let part = other.parts[index]
      let offsets = (
        values: Int32(parts[index].values.count), times: Int32(parts[index].times.count),
        intervals: Int32(parts[index].intervals.count)
      )
      parts[index].values += part.values.map { value in
        guard case .text(let id) = value, id.index >= firstOwnText else { return value }
        return .text(own(renamed[Int(id.index - firstOwnText)]))
      }
      parts[index].times += part.times.map { $0.moved(by: offsets.intervals) }
      parts[index].intervals += part.intervals
      parts[index].rows += part.rows.map { row in
        Row(
          isSure: row.isSure, firstValue: row.firstValue + offsets.values,
          firstTimes: row.firstTimes + offsets.times)
      }
    }
  }

  /// Puts the rows into their buckets; to be called once, when all tickets are in.
  package mutating func complete() {
    for index in parts.indices { parts[index].complete() }
    keyTimes.complete()
  }
}

extension TicketIndex.Times {
  func moved(by offset: Int32) -> Self {
    var result = self
    result.surely.start += offset
    result.perhaps.start += offset
    return result
  }
}

extension TicketIndex.Part {
  mutating func complete() {
    for row in rows.indices {
      let first = Int(rows[row].firstValue)
      let key = Array(values[first..<first + equalities])
      if key.contains(where: { $0.unknown != nil }) {
        unplaced.append(Int32(row))
      } else {
        buckets[key, default: []].append(Int32(row))
      }
    }
  }
}

extension TicketLinkPlan {
  /// Whether the link asks for equal values.
  var isEquality: Bool {
    if case .compare(.equal, _, _) = self { true } else { false }
  }
}
