/// Pieces of work that several threads take from one list, each the next one that is left.
package final class WorkList: @unchecked Sendable {
  // Unchecked: `next` is used under the monitor only.

  private let monitor = Monitor()
  private let count: Int
  private let body: @Sendable (Int) -> Void
  private var next = 0

  private init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = body
  }

  /// Calls `body` once for each number below a count, on so many threads, and comes back behind the last.
  /// Where the system gives fewer threads, those that there are do all of it.
  package static func run(_ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let list = WorkList(count, body)
    var threads: [WorkerThread] = []
    for _ in 1..<max(1, min(jobs, count, 256)) {
      if let thread = WorkerThread({ list.work() }) { threads.append(thread) }
    }
    list.work()
    for thread in threads { thread.join() }
  }

  private func work() {
    while let piece = take() { body(piece) }
  }

  private func take() -> Int? {
    monitor.enter()
    defer { monitor.leave() }
    guard next < count else { return nil }
    next += 1
    return next - 1
  }
}

/// Results that several threads hand in, each at a place of its own.
package final class ResultSlots<Result: Sendable>: @unchecked Sendable {
  // Unchecked: `slots` is used under the monitor only.

  private let monitor = Monitor()
  private var slots: [Result?]

  package init(count: Int) { slots = Array(repeating: nil, count: count) }

  package func set(_ result: Result, at place: Int) {
    monitor.enter()
    slots[place] = result
    monitor.leave()
  }

  /// Those that were handed in, in the order of their places.
  package var results: [Result] {
    monitor.enter()
    defer { monitor.leave() }
    return slots.compactMap { $0 }
  }
}
