import PledgeDiagnostics

/// One small mistake, or two at once.
package struct Mutant: Sendable {
  /// The names of the operators that made it, one for each edit.
  package let operations: [String]
  /// What the text becomes: edits in the order of the text, of which none touches another.
  package let edits: [TextEdit]

  /// A single mistake.
  init(operation: String, edit: TextEdit) {
    operations = [operation]
    edits = [edit]
  }

  /// Two mistakes at once; nil where one stands within the other or right beside it.
  init?(_ first: Mutant, and second: Mutant) {
    guard let end = first.edits.last?.range.end, let start = second.edits.first?.range.start, end < start
    else { return nil }
    operations = first.operations + second.operations
    edits = first.edits + second.edits
  }

  /// The file with the mistake in it, in linear time.
  package func applied(to file: SourceFile) -> SourceFile {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.bytes.count + 64)
    var position = 0
    for edit in edits {
      bytes += file.bytes[position..<edit.range.start]
      bytes += Array(edit.replacement.utf8)
      position = edit.range.end
    }
    bytes += file.bytes[position...]
    return SourceFile(id: file.id, name: file.name, bytes: bytes)
  }

  /// Where a byte of the file stands when the mistake is in it.
  func moved(_ position: Int) -> Int {
    edits.reduce(position) { place, edit in
      edit.range.end <= position
        ? place + edit.replacement.utf8.count - (edit.range.end - edit.range.start) : place
    }
  }
}
