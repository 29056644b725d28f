/// Counts tickets that have the id of the ticket before them in the order of the files. They are told apart
/// by a hash of 64 bits, so that nothing is kept of a ticket.
package struct RepeatedIDs: Sendable {
  /// How many there are.
  package private(set) var count = 0
  /// The id of the first of them.
  package private(set) var first: [UInt8]?
  private var head: (id: [UInt8], hash: UInt64)?
  private var last: UInt64?

  package init() {}

  /// Takes the id of the next ticket.
  @inline(__always) mutating func take(_ id: [UInt8]) {
    let hash = Self.hash(id)
    if hash == last { note(id) }
    if head == nil { head = (id, hash) }
    last = hash
  }

  /// Adds those of the tickets behind.
  mutating func append(_ other: RepeatedIDs) {
    guard let head = other.head else { return }
    if head.hash == last { note(head.id) }
    if self.head == nil { self.head = head }
    last = other.last
    count += other.count
    first = first ?? other.first
  }

  private mutating func note(_ id: [UInt8]) {
    count += 1
    if first == nil { first = id }
  }

  /// FNV-1a.
  @inline(__always) private static func hash(_ id: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
