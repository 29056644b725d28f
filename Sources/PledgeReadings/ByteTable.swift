/// A small fixed map from texts to numbers that is asked once a value: event names, members, marks.
///
/// Asking costs one multiplication and, as a rule, one comparison of eight bytes. The bytes asked for must be
/// followed by `Words.padding` readable ones.
final class ByteTable: @unchecked Sendable {
  // Unchecked: the memory is written in init and read-only from then on.
  let view: View
  let texts: [[UInt8]]

  /// The table without an owner: plain pointers, valid as long as the table lives.
  struct View {
    fileprivate let slots: UnsafeMutablePointer<Slot>
    fileprivate let texts: UnsafeMutablePointer<UInt8>
    fileprivate let mask: Int
    fileprivate let shift: UInt64
    let isEmpty: Bool
  }

  fileprivate struct Slot {
    var head: UInt64 = 0
    var count: Int32 = -1
    var value: Int32 = -1
    var tail: Int = 0
  }

  /// The first of several equal texts counts.
  init(_ entries: [(text: [UInt8], value: Int32)]) {
    texts = entries.map(\.text)
    var bits = 3
    while 1 << bits < entries.count * 3 { bits += 1 }
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: 1 << bits)
    slots.initialize(repeating: Slot(), count: 1 << bits)
    let size = entries.reduce(Words.padding) { $0 + $1.text.count }
    let texts = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    texts.initialize(repeating: 0, count: size)
    view = View(
      slots: slots, texts: texts, mask: (1 << bits) - 1, shift: UInt64(64 - bits), isEmpty: entries.isEmpty)
    var used = 0
    for (text, value) in entries {
      let start = texts + used
      for (offset, byte) in text.enumerated() { start[offset] = byte }
      guard view.find(UnsafePointer(start), text.count) < 0 else { continue }
      let head = Words.load(start) & Words.mask(text.count)
      var index = view.place(head, text.count)
      while slots[index].count >= 0 { index = (index + 1) & view.mask }
      slots[index] = Slot(head: head, count: Int32(text.count), value: value, tail: used)
      used += text.count
    }
  }

  convenience init(_ texts: [String]) {
    self.init(texts.enumerated().map { (Array($1.utf8), Int32($0)) })
  }

  deinit {
    view.slots.deallocate()
    view.texts.deallocate()
  }
}

extension ByteTable.View {
  @inline(__always) fileprivate func place(_ head: UInt64, _ count: Int) -> Int {
    let key = head ^ (UInt64(truncatingIfNeeded: count) &<< 56)
    return Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) &>> shift)
  }

  /// The number of a text, or -1.
  @inline(__always) func find(_ text: Cursor, _ count: Int) -> Int32 {
    let head = Words.load(text) & Words.mask(count)
    var index = place(head, count)
    while slots[index].count >= 0 {
      if slots[index].head == head, slots[index].count == Int32(truncatingIfNeeded: count) {
        if count <= 8 || Words.sameEnd(texts + slots[index].tail, text, count) { return slots[index].value }
      }
      index = (index &+ 1) & mask
    }
    return -1
  }
}

/// Bytes that stay where they are, followed by the padding that scanners rely on.
final class StableBytes: @unchecked Sendable {
  // Unchecked: the memory is written in init and read-only from then on.
  let start: Cursor
  let count: Int

  init(_ bytes: some Collection<UInt8>) {
    count = bytes.count
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + Words.padding)
    memory.initialize(repeating: 0, count: bytes.count + Words.padding)
    for (offset, byte) in bytes.enumerated() { memory[offset] = byte }
    start = UnsafePointer(memory)
  }

  deinit { UnsafeMutablePointer(mutating: start).deallocate() }
}
