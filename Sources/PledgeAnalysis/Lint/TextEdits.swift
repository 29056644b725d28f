import PledgeDiagnostics

/// Edits of one text.
package enum TextEdits {
  /// The text behind edits that do not overlap, in linear time; what overlaps an earlier edit is left out.
  package static func apply(_ edits: [TextEdit], to file: SourceFile) -> SourceFile {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.bytes.count)
    var position = 0
    for edit in edits.sorted(by: { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }) {
      guard edit.range.start >= position, edit.range.end <= file.bytes.count else { continue }
      bytes += file.bytes[position..<edit.range.start]
      bytes += Array(edit.replacement.utf8)
      position = edit.range.end
    }
    bytes += file.bytes[position...]
    return SourceFile(id: file.id, name: file.name, bytes: bytes)
  }

  /// The items whose edits touch none of an earlier item's.
  static func disjoint<Item>(_ items: [Item], edits: (Item) -> [TextEdit]) -> [Item] {
    var taken: [SourceRange] = []
    return items.filter { item in
      let ranges = edits(item).map(\.range)
      let isFree = ranges.allSatisfy { range in
        taken.allSatisfy { $0.end < range.start || range.end < $0.start }
      }
      if isFree { taken += ranges }
      return isFree
    }
  }
}
