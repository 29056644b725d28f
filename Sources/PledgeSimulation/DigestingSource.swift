import PledgeReadings

/// A stream that notes the digest of the bytes that pass through it.
package final class DigestingSource: ByteSource {
  package let name: String
  private let source: any ByteSource
  private let ahead: ReadAhead?
  private var hash = BLAKE2b()
  /// The number of bytes so far.
  package private(set) var count = 0
  private var digest: InputDigest?

  /// `onThread`: a thread of its own reads ahead and takes the digest.
  package init(_ source: any ByteSource, onThread: Bool = false) {
    self.source = source
    name = source.name
    ahead = onThread ? ReadAhead(source) : nil
  }

  deinit { ahead?.cancel() }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let got: Int
    if let ahead {
      got = try ahead.read(into: buffer)
    } else {
      got = try source.read(into: buffer)
      hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
    }
    count += got
    return got
  }

  /// The digest of the whole stream: what nobody has read yet is read now.
  package func finish() throws -> InputDigest {
    if let digest { return digest }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while try block.withUnsafeMutableBytes({ try read(into: $0) }) > 0 {}
    let result = InputDigest(file: name, digest: ahead?.finish() ?? hash.finish(), bytes: count)
    digest = result
    return result
  }
}
