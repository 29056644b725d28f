import PledgeReadings

/// Takes a digest on a thread of its own; at most a few blocks wait, so that memory stays flat.
final class Digester: @unchecked Sendable {
  // Unchecked: `blocks`, `free`, `isEnded` and `digest` are used under the monitor only.

  private static let blockSize = 1 << 18
  private static let waiting = 8

  private let monitor = Monitor()
  private var blocks: [[UInt8]] = []
  private var free: [[UInt8]] = []
  private var isEnded = false
  private var digest: String?
  private var thread: WorkerThread?
  /// Used where the system gives no thread.
  private var inline: SHA256?

  init() {
    thread = WorkerThread { [self] in run() }
    if thread == nil { inline = SHA256() }
  }

  /// Takes further bytes, a copy of them.
  func take(_ bytes: UnsafeRawBufferPointer) {
    if inline != nil {
      inline?.update(bytes)
      return
    }
    var start = 0
    while start < bytes.count {
      let size = min(Self.blockSize, bytes.count - start)
      monitor.enter()
      while blocks.count >= Self.waiting { monitor.wait() }
      var block = free.popLast() ?? []
      monitor.leave()
      block.removeAll(keepingCapacity: true)
      block.append(contentsOf: bytes[start..<start + size])
      monitor.enter()
      blocks.append(block)
      monitor.wake()
      monitor.leave()
      start += size
    }
  }

  /// Waits for the digest of all bytes taken.
  func finish() -> String {
    if let inline { return inline.finish() }
    monitor.enter()
    isEnded = true
    monitor.wake()
    monitor.leave()
    thread?.join()
    thread = nil
    return digest ?? ""
  }

  private func run() {
    var hash = SHA256()
    while true {
      monitor.enter()
      while blocks.isEmpty, !isEnded { monitor.wait() }
      guard !blocks.isEmpty else {
        digest = hash.finish()
        monitor.leave()
        return
      }
      let block = blocks.removeFirst()
      monitor.wake()
      monitor.leave()
      block.withUnsafeBytes { hash.update($0) }
      monitor.enter()
      free.append(block)
      monitor.leave()
    }
  }
}
