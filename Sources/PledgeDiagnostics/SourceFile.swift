/// One file's name, bytes and lines. Every byte sequence is accepted, also text that is not UTF-8.
package struct SourceFile: Sendable {
  /// The file's place in its set, which ranges refer to.
  package let id: FileID
  /// The name as a reader knows it, usually a path.
  package let name: String
  /// The text, byte for byte as it was read.
  package let bytes: [UInt8]
  private let lineStarts: [UInt32]

  /// A file of the given bytes; its lines are found once, in linear time.
  package init(id: FileID = FileID(index: 0), name: String, bytes: [UInt8]) {
    self.id = id
    self.name = name
    self.bytes = bytes
    lineStarts = SourceFile.findLines(in: bytes)
  }

  /// A file of the given text.
  package init(id: FileID = FileID(index: 0), name: String, text: String) {
    self.init(id: id, name: name, bytes: Array(text.utf8))
  }

  /// The number of lines; an empty file has one.
  package var lineCount: Int { lineStarts.count }

  /// The whole text; bytes that are not UTF-8 become U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a range, clamped to the file; bytes that are not UTF-8 become U+FFFD.
  package func text(in range: SourceRange) -> String {
    let lower = min(range.start, bytes.count)
    return String(decoding: bytes[lower..<max(lower, min(range.end, bytes.count))], as: UTF8.self)
  }

  /// The bytes of a line (counted from 1) without its line end; empty where there is no such line.
  package func bytesOfLine(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The line (counted from 1) that holds a byte offset, in logarithmic time.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The first byte of a line counted from 1, clamped to the file.
  package func startOfLine(_ line: Int) -> Int {
    guard line >= 1 else { return 0 }
    return line <= lineStarts.count ? Int(lineStarts[line - 1]) : bytes.count
  }

  /// Where a byte offset is, for people and editors; offsets behind the end mean the end.
  package func location(at offset: Int) -> SourceLocation {
    let offset = max(0, min(offset, bytes.count))
    let line = line(at: offset)
    let start = startOfLine(line)
    let before = String(decoding: bytes[start..<offset], as: UTF8.self)
    return SourceLocation(
      line: line, utf8Column: offset - start + 1, utf16Column: before.utf16.count + 1,
      displayColumn: DisplayWidth.of(before) + 1)
  }

  private static func findLines(in bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    var index = 0
    while index < bytes.count, index < Int(UInt32.max) {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      starts.append(UInt32(index))
    }
    return starts
  }
}

/// A line and its columns, all counted from 1.
package struct SourceLocation: Hashable, Sendable {
  /// The line.
  package let line: Int
  /// The column in bytes.
  package let utf8Column: Int
  /// The column in UTF-16 code units, as the editor protocol counts.
  package let utf16Column: Int
  /// The column in terminal cells, where a Chinese character is two wide.
  package let displayColumn: Int
}
