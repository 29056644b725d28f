import Glibc

/// The bytes of another character set as UTF-8, through iconv of the C library.
///
/// A sequence that the character set does not have becomes the byte 0xFF, which no UTF-8 text holds, so that
/// the record around it is rejected at its place and the run goes on.
package final class CharsetSource: ByteSource {
  package let name: String
  private let encoded: any ByteSource
  private let converter: iconv_t
  private var pending: [UInt8] = []
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var inputStart = 0
  private var inputEnd = 0
  private var ended = false

  /// Converts from `charset`, named as iconv names it; throws `SourceError` for a name that iconv does not
  /// know.
  package init(_ encoded: any ByteSource, charset: String) throws {
    name = encoded.name
    self.encoded = encoded
    let handle = iconv_open("UTF-8", charset)
    guard let handle, Int(bitPattern: handle) != -1 else {
      input.deallocate()
      throw SourceError(file: encoded.name, reason: "the character set `\(charset)` is not known")
    }
    converter = handle
  }

  deinit {
    iconv_close(converter)
    input.deallocate()
  }

  /// True for the names of UTF-8, which needs no conversion.
  package static func isUTF8(_ charset: String) -> Bool {
    let plain = charset.utf8.filter { $0 != 0x2d && $0 != 0x5f }.map { $0 | 0x20 }
    return plain == Array("utf8".utf8).map { $0 | 0x20 } || plain == Array("utf8sig".utf8).map { $0 | 0x20 }
  }

  /// True when iconv can read the character set.
  package static func isKnown(_ charset: String) -> Bool {
    if isUTF8(charset) { return true }
    guard let handle = iconv_open("UTF-8", charset), Int(bitPattern: handle) != -1 else { return false }
    iconv_close(handle)
    return true
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if pending.isEmpty { try fill() }
    let count = min(buffer.count, pending.count)
    guard count > 0 else { return 0 }
    pending.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[..<count])) }
    pending.removeFirst(count)
    return count
  }

  private func fill() throws {
    while pending.isEmpty, !ended {
      let rest = inputEnd - inputStart
      if rest > 0, let base = input.baseAddress { memmove(base, base + inputStart, rest) }
      inputStart = 0
      inputEnd = rest
      let got = try encoded.read(into: .init(rebasing: input[rest...]))
      inputEnd += got
      if got == 0 {
        ended = true
        // An incomplete sequence at the end cannot be read any more.
        if rest > 0 { pending = [0xff] }
        iconv(converter, nil, nil, nil, nil)
        return
      }
      convert()
    }
  }

  private func convert() {
    guard let base = input.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
    var output = [UInt8](repeating: 0, count: (inputEnd - inputStart) * 4 + 16)
    var filled = 0
    while inputStart < inputEnd {
      var from: UnsafeMutablePointer<CChar>? = base + inputStart
      var left = inputEnd - inputStart
      let before = left
      let (status, code, room) = output.withUnsafeMutableBytes { bytes -> (Int, Int32, Int) in
        var to = bytes.baseAddress.map { ($0 + filled).assumingMemoryBound(to: CChar.self) }
        var room = bytes.count - filled
        let status = iconv(converter, &from, &left, &to, &room)
        return (status, errno, room)
      }
      inputStart += before - left
      filled = output.count - room
      guard status == -1 else { continue }
      if code == EINVAL { break }
      if code == EILSEQ, inputStart < inputEnd {
        inputStart += 1
        if filled == output.count { output.append(0) }
        output[filled] = 0xff
        filled += 1
      } else if code == E2BIG {
        output.append(contentsOf: repeatElement(0, count: output.count))
      } else {
        break
      }
    }
    output.removeLast(output.count - filled)
    pending = output
  }
}
