import PledgeReadings

/// Reads a stream and takes its digest on a thread of its own, a few blocks ahead of who uses the bytes, so
/// that memory stays flat.
final class ReadAhead: @unchecked Sendable {
  // Unchecked: `filled`, `taken`, `isCancelled`, `failure` and `digest` are used under the monitor only. A
  // block and its size belong to the thread until it is counted as filled, and from then on are only read
  // until it is counted as taken.

  private static let blockSize = 1 << 18
  private static let blockCount = 4

  private let source: any ByteSource
  private let monitor = Monitor()
  private let memory = UnsafeMutableRawBufferPointer.allocate(
    byteCount: blockSize * blockCount, alignment: 64)
  private let sizes = UnsafeMutablePointer<Int>.allocate(capacity: blockCount)
  private var filled = 0
  private var taken = 0
  private var isCancelled = false
  private var failure: (any Error)?
  private var digest = ""
  private var thread: WorkerThread?
  /// How much of the block at hand its user has.
  private var position = 0

  /// Nil where the system gives no thread; the source is not touched then.
  init?(_ source: any ByteSource) {
    self.source = source
    sizes.initialize(repeating: 0, count: Self.blockCount)
    guard let thread = WorkerThread({ [self] in run() }) else { return nil }
    self.thread = thread
  }

  deinit {
    memory.deallocate()
    sizes.deallocate()
  }

  /// The next bytes, as `ByteSource.read` gives them.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    monitor.enter()
    while filled == taken, failure == nil { monitor.wait() }
    let isEmpty = filled == taken
    let problem = failure
    monitor.leave()
    if isEmpty, let problem { throw problem }
    let block = taken % Self.blockCount
    let size = sizes[block]
    let count = min(buffer.count, size - position)
    // An empty block is the end, which stays.
    guard count > 0 else { return 0 }
    let start = block * Self.blockSize + position
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<start + count]))
    position += count
    if position == size {
      position = 0
      monitor.enter()
      taken += 1
      // Half of the blocks together, because waking a thread costs more than to find a block free.
      if filled - taken <= Self.blockCount / 2 { monitor.wake() }
      monitor.leave()
    }
    return count
  }

  /// The digest of the whole stream, once `read` has come to its end.
  func finish() -> String {
    thread?.join()
    thread = nil
    return digest
  }

  /// Lets the thread end where nobody wants further bytes.
  func cancel() {
    monitor.enter()
    isCancelled = true
    monitor.wake()
    monitor.leave()
    thread?.detach()
    thread = nil
  }

  private func run() {
    var hash = BLAKE2b()
    while let block = freeBlock() {
      let start = block * Self.blockSize
      let room = UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + Self.blockSize])
      do {
        let size = try source.read(into: room)
        sizes[block] = size
        // Handed over first: its user reads it beside the digest.
        handOver(nil)
        if size == 0 { break }
        hash.update(UnsafeRawBufferPointer(rebasing: room[..<size]))
      } catch {
        handOver(error)
        break
      }
    }
    monitor.enter()
    digest = hash.finish()
    monitor.leave()
  }

  /// Waits for a block that may be filled; nil where nobody wants one.
  private func freeBlock() -> Int? {
    monitor.enter()
    defer { monitor.leave() }
    while filled - taken == Self.blockCount, !isCancelled { monitor.wait() }
    return isCancelled ? nil : filled % Self.blockCount
  }

  private func handOver(_ error: (any Error)?) {
    monitor.enter()
    if let error { failure = error } else { filled += 1 }
    monitor.wake()
    monitor.leave()
  }
}
