import PledgeReadings
import Testing

@testable import PledgeSimulation

/// A stream that gives its bytes in parts of one size and fails, where asked to, behind them.
private final class PartedSource: ByteSource {
  let name = "parts"
  private let bytes: [UInt8]
  private let part: Int
  private let fails: Bool
  private var position = 0

  init(_ bytes: [UInt8], part: Int, fails: Bool = false) {
    self.bytes = bytes
    self.part = part
    self.fails = fails
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(part, buffer.count, bytes.count - position)
    if count == 0, fails { throw SourceError(file: name, reason: "broken") }
    bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[position..<position + count])) }
    position += count
    return count
  }
}

@Suite("Reading ahead") struct ReadAheadTests {
  private let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }

  private func readAll(_ source: DigestingSource, by size: Int) throws -> [UInt8] {
    var result: [UInt8] = []
    var block = [UInt8](repeating: 0, count: size)
    while true {
      let count = try block.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { return result }
      result += block[..<count]
    }
  }

  @Test(
    "Bytes, count and digest are those of the source", arguments: [7919, 1 << 18, 1 << 20], [1000, 1 << 20])
  func bytesAreThoseOfTheSource(part: Int, size: Int) throws {
    let source = DigestingSource(PartedSource(bytes, part: part), onThread: true)
    #expect(try readAll(source, by: size) == bytes)
    #expect(try readAll(source, by: size) == [])
    let digest = try source.finish()
    #expect(digest == InputDigest(file: "parts", digest: BLAKE2b.digest(bytes), bytes: bytes.count))
  }

  @Test("What nobody has read is in the digest, too") func whatNobodyHasReadIsInTheDigest() throws {
    let source = DigestingSource(PartedSource(bytes, part: 5000), onThread: true)
    var few = [UInt8](repeating: 0, count: 10)
    #expect(try few.withUnsafeMutableBytes { try source.read(into: $0) } == 10)
    #expect(try source.finish().digest == BLAKE2b.digest(bytes))
  }

  @Test("A failure comes behind the bytes that could be read") func aFailureComesBehindTheBytes() throws {
    let source = DigestingSource(PartedSource(Array(bytes[..<9000]), part: 4000, fails: true), onThread: true)
    var block = [UInt8](repeating: 0, count: 4000)
    for expected in [4000, 4000, 1000] {
      #expect(try block.withUnsafeMutableBytes { try source.read(into: $0) } == expected)
    }
    for _ in 0..<2 {
      #expect(throws: SourceError(file: "parts", reason: "broken")) {
        try block.withUnsafeMutableBytes { try source.read(into: $0) }
      }
    }
  }

  @Test("A source that is dropped half-way leaves no thread waiting") func aSourceMayBeDropped() throws {
    for _ in 0..<200 {
      let source = DigestingSource(PartedSource(bytes, part: 1 << 18), onThread: true)
      var few = [UInt8](repeating: 0, count: 10)
      #expect(try few.withUnsafeMutableBytes { try source.read(into: $0) } == 10)
    }
  }
}
