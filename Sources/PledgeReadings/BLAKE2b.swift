/// The BLAKE2b digest (RFC 7693) of a stream of bytes, without a key.
///
/// Every report names its files by that of 32 bytes: it is as safe as SHA-2 and several times faster where
/// the processor has no instructions of its own for digests. `b2sum -l 256` computes the same.
package struct BLAKE2b: Sendable {
  private static let blockSize = 128

  private var state: State
  private let size: Int
  /// The last block so far; it is taken only when further bytes show that it is not the last one of all.
  private var tail: [UInt8] = []
  private var length: UInt64 = 0

  /// `size`: how many bytes the digest has, 1 to 64.
  package init(size: Int = 32) {
    precondition((1...64).contains(size), "invariant: a digest has 1 to 64 bytes")
    self.size = size
    state = State()
    state.h0 ^= 0x0101_0000 ^ UInt64(size)
    tail.reserveCapacity(Self.blockSize)
  }

  /// Takes further bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return }
    let room = Self.blockSize - tail.count
    guard bytes.count > room else { return tail.append(contentsOf: bytes) }
    var start = 0
    if !tail.isEmpty {
      tail.append(contentsOf: bytes[..<room])
      tail.withUnsafeBytes { block in
        if let first = block.baseAddress { compress(first, count: Self.blockSize) }
      }
      tail.removeAll(keepingCapacity: true)
      start = room
    }
    let whole = (bytes.count - start - 1) / Self.blockSize * Self.blockSize
    compress(base + start, count: whole)
    tail.append(contentsOf: bytes[(start + whole)...])
  }

  /// The digest of everything taken so far, in hexadecimal digits.
  package func finish() -> String {
    var copy = self
    let rest = tail.count
    copy.tail.append(contentsOf: repeatElement(0, count: Self.blockSize - rest))
    copy.tail.withUnsafeBytes { block in
      if let first = block.baseAddress { copy.state.mix(first, length: length &+ UInt64(rest), isLast: true) }
    }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for index in 0..<size {
      let byte = Int(copy.state.word(index / 8) >> UInt64(index % 8 * 8) & 0xff)
      text.append(digits[byte >> 4])
      text.append(digits[byte & 15])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The digest of bytes in memory.
  package static func digest(_ bytes: [UInt8], size: Int = 32) -> String {
    var hash = BLAKE2b(size: size)
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finish()
  }

  /// Mixes whole blocks in, none of which is the last.
  private mutating func compress(_ bytes: UnsafeRawPointer, count: Int) {
    var local = state
    var at = 0
    while at < count {
      length &+= UInt64(Self.blockSize)
      local.mix(bytes + at, length: length, isLast: false)
      at &+= Self.blockSize
    }
    state = local
  }
}

extension BLAKE2b {
  /// The eight words between blocks.
  private struct State: Sendable {
    var h0 = vector0
    var h1 = vector1
    var h2 = vector2
    var h3 = vector3
    var h4 = vector4
    var h5 = vector5
    var h6 = vector6
    var h7 = vector7

    func word(_ index: Int) -> UInt64 { [h0, h1, h2, h3, h4, h5, h6, h7][index] }

    /// Mixes one block in; `length` counts the bytes up to the block's end.
    @inline(__always) mutating func mix(_ block: UnsafeRawPointer, length: UInt64, isLast: Bool) {
      var work = Work(
        v0: h0, v1: h1, v2: h2, v3: h3, v4: h4, v5: h5, v6: h6, v7: h7, v8: vector0, v9: vector1,
        v10: vector2, v11: vector3, v12: vector4 ^ length, v13: vector5, v14: isLast ? ~vector6 : vector6,
        v15: vector7)
      work.round(block, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
      work.round(block, 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3)
      work.round(block, 11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4)
      work.round(block, 7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8)
      work.round(block, 9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13)
      work.round(block, 2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9)
      work.round(block, 12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11)
      work.round(block, 13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10)
      work.round(block, 6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5)
      work.round(block, 10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0)
      work.round(block, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
      work.round(block, 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3)
      h0 ^= work.v0 ^ work.v8
      h1 ^= work.v1 ^ work.v9
      h2 ^= work.v2 ^ work.v10
      h3 ^= work.v3 ^ work.v11
      h4 ^= work.v4 ^ work.v12
      h5 ^= work.v5 ^ work.v13
      h6 ^= work.v6 ^ work.v14
      h7 ^= work.v7 ^ work.v15
    }
  }

  /// The sixteen words of a block's rounds, single ones, so that they stay in registers.
  private struct Work {
    var v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15: UInt64

    /// One round: columns, then diagonals; the numbers say in which order the block's words come.
    @inline(__always) mutating func round(
      _ block: UnsafeRawPointer, _ s0: Int, _ s1: Int, _ s2: Int, _ s3: Int, _ s4: Int, _ s5: Int, _ s6: Int,
      _ s7: Int, _ s8: Int, _ s9: Int, _ s10: Int, _ s11: Int, _ s12: Int, _ s13: Int, _ s14: Int, _ s15: Int
    ) {
      Self.mix(&v0, &v4, &v8, &v12, block, s0, s1)
      Self.mix(&v1, &v5, &v9, &v13, block, s2, s3)
      Self.mix(&v2, &v6, &v10, &v14, block, s4, s5)
      Self.mix(&v3, &v7, &v11, &v15, block, s6, s7)
      Self.mix(&v0, &v5, &v10, &v15, block, s8, s9)
      Self.mix(&v1, &v6, &v11, &v12, block, s10, s11)
      Self.mix(&v2, &v7, &v8, &v13, block, s12, s13)
      Self.mix(&v3, &v4, &v9, &v14, block, s14, s15)
    }

    @inline(__always) private static func mix(
      _ a: inout UInt64, _ b: inout UInt64, _ c: inout UInt64, _ d: inout UInt64, _ block: UnsafeRawPointer,
      _ first: Int, _ second: Int
    ) {
      a = a &+ b &+ word(block, first)
      d = rotated(d ^ a, 32)
      c = c &+ d
      b = rotated(b ^ c, 24)
      a = a &+ b &+ word(block, second)
      d = rotated(d ^ a, 16)
      c = c &+ d
      b = rotated(b ^ c, 63)
    }

    @inline(__always) private static func word(_ block: UnsafeRawPointer, _ index: Int) -> UInt64 {
      UInt64(littleEndian: block.loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self))
    }

    @inline(__always) private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
      word &>> bits | word &<< (64 &- bits)
    }
  }

  // The first 64 bits behind the point of the square roots of the first eight primes.
  private static let vector0: UInt64 = 0x6a09_e667_f3bc_c908
  private static let vector1: UInt64 = 0xbb67_ae85_84ca_a73b
  private static let vector2: UInt64 = 0x3c6e_f372_fe94_f82b
  private static let vector3: UInt64 = 0xa54f_f53a_5f1d_36f1
  private static let vector4: UInt64 = 0x510e_527f_ade6_82d1
  private static let vector5: UInt64 = 0x9b05_688c_2b3e_6c1f
  private static let vector6: UInt64 = 0x1f83_d9ab_fb41_bd6b
  private static let vector7: UInt64 = 0x5be0_cd19_137e_2179
}
