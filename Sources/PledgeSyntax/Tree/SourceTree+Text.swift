import PledgeDiagnostics

extension SourceTree {
  /// The bytes that the tree's leaves cover, in its order. For every input they are the input's bytes.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(file.bytes.count)
    for token in root.tokens {
      let range = token.fullRange
      result.append(contentsOf: file.bytes[range.start..<min(range.end, file.bytes.count)])
    }
    return result
  }

  /// The text that the tree's leaves cover; bytes that are not UTF-8 become U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
