/// The place of a file in its `SourceSet`: small, so that every node of a policy can carry one.
package struct FileID: Hashable, Sendable {
  /// The position in the order in which files were added.
  package let index: UInt32

  /// A file's id from its position in the set.
  package init(index: UInt32) {
    self.index = index
  }
}

/// A half-open range of bytes `[start, end)` in one file.
package struct SourceRange: Hashable, Sendable {
  /// The file that the bytes belong to.
  package let file: FileID
  private let lower: UInt32
  private let upper: UInt32

  /// A range of bytes; offsets outside `0...UInt32.max` are clamped and an inverted range becomes empty.
  package init(file: FileID, start: Int, end: Int) {
    self.file = file
    lower = UInt32(clamping: start)
    upper = UInt32(clamping: max(start, end))
  }

  /// The first byte, counted from 0.
  package var start: Int { Int(lower) }

  /// The byte behind the last one.
  package var end: Int { Int(upper) }

  /// Whether the range marks a point between two bytes.
  package var isEmpty: Bool { lower == upper }

  /// The smallest range that holds both; the receiver where the other lies in another file.
  package func union(_ other: SourceRange) -> SourceRange {
    guard other.file == file else { return self }
    return SourceRange(file: file, start: min(start, other.start), end: max(end, other.end))
  }

  /// Whether the two share a byte or touch.
  package func touches(_ other: SourceRange) -> Bool {
    other.file == file && start <= other.end && other.start <= end
  }

  /// Whether the other one lies in it whole.
  package func contains(_ other: SourceRange) -> Bool {
    other.file == file && start <= other.start && other.end <= end
  }
}
