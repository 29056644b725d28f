/// Names a text: of the pool when it is not negative, else of the ticket that is being read.
///
/// Two texts of one ticket and its registers are equal exactly when their ids are equal.
@usableFromInline package struct TextID: Sendable, Hashable {
  @usableFromInline package var index: Int32

  @inlinable package init(_ index: Int32) { self.index = index }

  /// The id of a ticket's own text at a position of its list.
  @inlinable package init(local position: Int) { index = -1 - Int32(truncatingIfNeeded: position) }

  /// The position in the ticket's own list, or nil for a text of the pool.
  @inlinable package var localPosition: Int? { index < 0 ? Int(-1 - index) : nil }
}

/// The texts that a policy and its registers know: constants, keys and values.
///
/// It is filled while a policy and its registers are loaded and only read afterwards, so that any number of
/// threads share it. Looking a text up costs one hash over its bytes and, as a rule, one comparison.
@usableFromInline package struct TextPool: Sendable {
  @usableFromInline var bytes: [UInt8] = []
  /// Start of each text in `bytes`, with the end of the last one behind them.
  @usableFromInline var starts: [Int32] = [0]
  /// Open addressing over a power of two; -1 is free.
  @usableFromInline var buckets: [Int32] = Array(repeating: -1, count: 64)

  package init() {}

  /// The number of distinct texts.
  package var count: Int { starts.count - 1 }

  /// The text of an id of the pool; empty when the id is not of the pool.
  package func text(_ id: TextID) -> String {
    guard id.index >= 0, Int(id.index) < count else { return "" }
    return String(decoding: bytes[range(Int(id.index))], as: UTF8.self)
  }

  /// The bytes of an id of the pool, handed to `body` without a copy.
  package func withBytes<R>(_ id: TextID, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    bytes.withUnsafeBufferPointer { all in
      guard id.index >= 0, Int(id.index) < count else {
        return body(UnsafeBufferPointer(rebasing: all[0..<0]))
      }
      return body(UnsafeBufferPointer(rebasing: all[range(Int(id.index))]))
    }
  }

  /// The id of a text, added where it is new.
  package mutating func intern(_ text: String) -> TextID {
    var copy = text
    return copy.withUTF8 { intern($0) }
  }

  /// The id of a text's UTF-8 bytes, added where they are new.
  package mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> TextID {
    if let known = find(text) { return known }
    let id = Int32(count)
    bytes.append(contentsOf: text)
    starts.append(Int32(bytes.count))
    if count * 2 > buckets.count { grow() } else { place(id) }
    return TextID(id)
  }

  /// The id of a text's UTF-8 bytes, or nil when no policy or register holds them.
  @inlinable package func find(_ text: UnsafeBufferPointer<UInt8>) -> TextID? {
    let mask = buckets.count - 1
    var slot = Self.hash(text) & mask
    while true {
      let candidate = buckets[slot]
      if candidate < 0 { return nil }
      if equal(Int(candidate), text) { return TextID(candidate) }
      slot = (slot + 1) & mask
    }
  }

  @usableFromInline func range(_ index: Int) -> Range<Int> {
    Int(starts[index])..<Int(starts[index + 1])
  }

  @inlinable func equal(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[index])
    guard Int(starts[index + 1]) - start == text.count else { return false }
    for offset in 0..<text.count where bytes[start + offset] != text[offset] { return false }
    return true
  }

  /// Multiplies and folds word by word; fixed, so that the same texts meet the same slots in every run.
  @inlinable static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = UInt64(truncatingIfNeeded: text.count)
    let bytes = UnsafeRawBufferPointer(text)
    var offset = 0
    while text.count - offset >= 8 {
      hash = mixed(hash, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < text.count {
      rest = rest << 8 | UInt64(text[offset])
      offset += 1
    }
    return Int(truncatingIfNeeded: mixed(hash, rest) & 0x7fff_ffff)
  }

  @inlinable static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
    return product ^ product >> 32
  }

  private mutating func grow() {
    buckets = Array(repeating: -1, count: buckets.count * 2)
    for id in 0..<Int32(count) { place(id) }
  }

  private mutating func place(_ id: Int32) {
    let mask = buckets.count - 1
    let range = range(Int(id))
    var slot = bytes.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[range])) } & mask
    while buckets[slot] >= 0 { slot = (slot + 1) & mask }
    buckets[slot] = id
  }
}
