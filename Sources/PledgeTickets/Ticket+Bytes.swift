extension Ticket {
  /// The UTF-8 bytes of a text of this ticket or of the pool, handed to `body` without a copy.
  package func withBytes<R>(
    _ id: TextID, pool: TextPool, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    guard let position = id.localPosition else { return pool.withBytes(id, body) }
    return textBytes.withUnsafeBufferPointer { all in
      guard position < textStarts.count - 1 else { return body(UnsafeBufferPointer(rebasing: all[0..<0])) }
      return body(
        UnsafeBufferPointer(rebasing: all[Int(textStarts[position])..<Int(textStarts[position + 1])]))
    }
  }
}
