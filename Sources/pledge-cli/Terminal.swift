import Glibc
import PledgeReports

/// The streams of the process.
enum Terminal {
  /// Writes text and a line feed to the standard output.
  static func say(_ text: String) { write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8)) }

  /// Writes text and a line feed to the standard error output.
  static func complain(_ text: String) {
    put(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), STDERR_FILENO)
  }

  /// Says to the standard error output what makes a result doubtful.
  static func warn(_ phrase: Phrase, _ style: Style) {
    complain(style.say(.warningTitle) + style.say(phrase))
  }

  /// Writes bytes to the standard output; a reader that is gone ends the process quietly.
  static func write(_ bytes: [UInt8]) {
    if !put(bytes, STDOUT_FILENO), errno != EPIPE {
      complain("error: cannot write the output: \(String(cString: strerror(errno)))")
      exit(1)
    }
  }

  /// Whether a stream is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The style of the standard output: colours where asked for, else on a terminal that does not refuse them.
  static func style(_ wish: Bool?) -> Style {
    if let wish { return Style(isColoured: wish) }
    let refuses = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    return Style(isColoured: isTerminal(STDOUT_FILENO) && !refuses && !isDumb)
  }

  @discardableResult
  static func put(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        start += count
      }
      return true
    }
  }
}
