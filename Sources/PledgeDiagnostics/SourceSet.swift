/// All files of one run, in the order in which they were added.
package struct SourceSet: Sendable {
  /// The files; a file's id is its position.
  package private(set) var files: [SourceFile] = []

  /// A set without files.
  package init() {}

  /// Adds a file and gives it its id.
  @discardableResult
  package mutating func add(name: String, bytes: [UInt8]) -> SourceFile {
    let file = SourceFile(id: FileID(index: UInt32(clamping: files.count)), name: name, bytes: bytes)
    files.append(file)
    return file
  }

  /// Adds a file of text and gives it its id.
  @discardableResult
  package mutating func add(name: String, text: String) -> SourceFile {
    add(name: name, bytes: Array(text.utf8))
  }

  /// Puts another text in the place of a file of the same id; without one nothing happens.
  package mutating func replace(_ file: SourceFile) {
    if Int(file.id.index) < files.count { files[Int(file.id.index)] = file }
  }

  /// The file of an id, nil where it comes from another set.
  package subscript(id: FileID) -> SourceFile? {
    Int(id.index) < files.count ? files[Int(id.index)] : nil
  }

  /// The text of a range, empty where its file is not in this set.
  package func text(in range: SourceRange) -> String {
    self[range.file]?.text(in: range) ?? ""
  }
}
