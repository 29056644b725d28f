import Glibc
import PledgeReports

/// How far a long run has come, on one line of the terminal; silent where the standard error output is none.
final class ProgressLine {
  private let total: Int
  private let style: Style
  private let isShown = Terminal.isTerminal(STDERR_FILENO)
  private var lastShown = 0
  private let start = ProgressLine.milliseconds()
  private var isDirty = false

  /// `files`: what will be read; a size that is not known leaves the share away.
  init(files: [String], _ style: Style) {
    self.style = style
    var sum = 0
    for file in files {
      var status = stat()
      if stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG { sum += Int(status.st_size) }
    }
    total = sum
  }

  /// Shows the state, at most five times a second and not in the first half second.
  func show(tickets: Int, bytes: Int) {
    guard isShown else { return }
    let now = ProgressLine.milliseconds()
    guard now - start > 500, now - lastShown > 200 else { return }
    lastShown = now
    let share = total > 0 ? "  \(min(100, bytes * 100 / total))%" : ""
    let rate = tickets * 1000 / max(1, now - start)
    let text = style.say(.progress(tickets, share: share, aSecond: rate))
    Terminal.put(Array("\r\u{1b}[K\(text)".utf8), STDERR_FILENO)
    isDirty = true
  }

  /// Clears the line.
  func end() {
    if isDirty { Terminal.put(Array("\r\u{1b}[K".utf8), STDERR_FILENO) }
    isDirty = false
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
