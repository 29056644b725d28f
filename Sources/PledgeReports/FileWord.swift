/// A text that an author chose, as far as it may be a part of a file's name in any folder: letters, digits,
/// `_` and `-`. What else stands in it, such as `/` or `..`, does not lead anywhere.
struct FileWord {
  /// The longest part, in bytes: names of files have 255 at most.
  private static let limit = 80

  /// The text without what may not stand in a name.
  let text: String
  /// Whether that is all of the text.
  let isWhole: Bool

  init(_ text: String) {
    var kept = String.UnicodeScalarView()
    var size = 0
    for scalar in text.unicodeScalars where FileWord.isPlain(scalar) {
      size += String(scalar).utf8.count
      if size > FileWord.limit { break }
      kept.append(scalar)
    }
    self.text = String(kept)
    isWhole = self.text.utf8.elementsEqual(text.utf8)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
