/// Writes rows of comma-separated values (RFC 4180), with line feeds at their ends.
package enum CSVText {
  /// Appends one row.
  package static func append(row cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell: cell, to: &bytes)
    }
    bytes.append(0x0a)
  }

  /// Appends one cell, between quotes where it needs them.
  package static func append(cell text: String, to bytes: inout [UInt8]) {
    var copy = text
    copy.withUTF8 { append(cell: $0, to: &bytes) }
  }

  /// Appends the UTF-8 of one cell, between quotes where it needs them.
  package static func append(cell utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard utf8.contains(where: { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }) else {
      bytes.append(contentsOf: utf8)
      return
    }
    bytes.append(0x22)
    for byte in utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
