import PledgeReadings

/// A stream that notes the digest of the bytes that pass through it.
package final class DigestingSource: ByteSource {
  package let name: String
  private let source: any ByteSource
  private let digester: Digester?
  private var hash = SHA256()
  /// The number of bytes so far.
  package private(set) var count = 0
  private var digest: InputDigest?

  /// `onThread`: the digest is taken by a thread of its own, beside the reading.
  package init(_ source: any ByteSource, onThread: Bool = false) {
    self.source = source
    name = source.name
    digester = onThread ? Digester() : nil
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let got = try source.read(into: buffer)
    let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<got])
    if let digester { digester.take(bytes) } else { hash.update(bytes) }
    count += got
    return got
  }

  /// The digest of the whole stream: what nobody has read yet is read now.
  package func finish() throws -> InputDigest {
    if let digest { return digest }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while try block.withUnsafeMutableBytes({ try read(into: $0) }) > 0 {}
    let hex = digester?.finish() ?? hash.finish()
    let result = InputDigest(file: name, sha256: hex, bytes: count)
    digest = result
    return result
  }
}
