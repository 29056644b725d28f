import Foundation

/// Makes a failing text smaller as long as it fails in the same way.
struct Reducer {
  /// How a text fails: the status and signal of a worker that looks at it; nil where it does not.
  let failure: (_ text: [UInt8]) -> String?
  /// When to be content with what there is.
  let deadline: Date

  /// The smallest text found.
  func reduced(_ text: [UInt8]) -> [UInt8] {
    guard let first = failure(text) else { return text }
    var text = text
    var size = max(1, text.count / 2)
    while size >= 1, Date() < deadline {
      var start = 0
      var isSmaller = false
      while start < text.count, Date() < deadline {
        let shorter = Array(text[..<start] + text[min(text.count, start + size)...])
        if shorter.count < text.count, failure(shorter) == first {
          text = shorter
          isSmaller = true
        } else {
          start += size
        }
      }
      if !isSmaller || size > text.count { size = size == 1 ? 0 : size / 2 }
    }
    return text
  }
}
