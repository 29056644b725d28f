import CZlib

/// The unpacked bytes of a gzip stream of one or more members.
package final class GzipSource: ByteSource {
  package let name: String
  private let packed: any ByteSource
  private var stream = z_stream()
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var state = State.betweenMembers
  private var members = 0

  private enum State {
    case betweenMembers
    case inMember
    case ended
  }

  /// Unpacks `packed`; throws `SourceError` when zlib has no memory.
  package init(_ packed: any ByteSource) throws {
    name = packed.name
    self.packed = packed
    // 15 bits of window, +16: a gzip header and trailer, whose checksum zlib verifies.
    let status = inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      input.deallocate()
      throw SourceError(file: name, reason: "cannot unpack: zlib cannot start (\(status))")
    }
  }

  deinit {
    inflateEnd(&stream)
    input.deallocate()
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let capacity = min(buffer.count, 1 << 30)
    guard capacity > 0, state != .ended else { return 0 }
    stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = UInt32(capacity)
    while true {
      if stream.avail_in == 0, try !refill() {
        guard state == .betweenMembers, members > 0 else {
          throw SourceError(file: name, reason: "the gzip data is cut off")
        }
        state = .ended
        return capacity - Int(stream.avail_out)
      }
      if state == .betweenMembers, try !startMember() {
        if state == .ended { return capacity - Int(stream.avail_out) }
        continue
      }
      let status = inflate(&stream, Z_NO_FLUSH)
      switch status {
      case Z_STREAM_END:
        members += 1
        state = .betweenMembers
      case Z_OK, Z_BUF_ERROR: break
      default:
        let detail = stream.msg.map { String(cString: $0) } ?? "code \(status)"
        throw SourceError(file: name, reason: "the gzip data is damaged: \(detail)")
      }
      if stream.avail_out == 0 || (status == Z_STREAM_END && Int(stream.avail_out) < capacity) {
        return capacity - Int(stream.avail_out)
      }
    }
  }

  /// Skips the zeros that tapes and some tools add behind a member; false when no member starts here.
  private func startMember() throws -> Bool {
    while members > 0, stream.avail_in > 0, let next = stream.next_in, next.pointee == 0 {
      stream.next_in = next + 1
      stream.avail_in -= 1
    }
    guard stream.avail_in > 0 else { return false }
    if members > 0 {
      guard stream.next_in.pointee == 0x1f else {
        throw SourceError(file: name, reason: "there is something else behind the gzip data")
      }
      inflateReset(&stream)
    }
    state = .inMember
    return true
  }

  private func refill() throws -> Bool {
    let got = try packed.read(into: input)
    stream.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.avail_in = UInt32(got)
    return got > 0
  }
}
