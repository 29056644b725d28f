import PledgeReadings

/// The chunks of several files in one order, for any number of workers.
///
/// One worker at a time asks for a chunk, under the feed's lock; decoding happens outside of it.
final class HistoryFeed: @unchecked Sendable {
  // Unchecked: all state is used under the monitor only.

  /// What a worker gets.
  enum Step {
    /// The chunk was filled; its place in the order of all chunks.
    case chunk(Int)
    /// A file cannot be read; the place at which that is known.
    case failure(Int, any Error)
    case end
  }

  private let monitor = Monitor()
  private let files: [String]
  private let plan: RecordPlan
  private let options: HistoryReader.Options
  private let digestsOnThread: Bool
  private var nextFile = 0
  private var reader: HistoryReader?
  private var source: DigestingSource?
  private var nextPlace = 0
  private var isEnded = false
  private var bytesOfFiles = 0
  private(set) var digests: [InputDigest] = []

  init(files: [String], plan: RecordPlan, options: HistoryReader.Options, digestsOnThread: Bool) {
    self.files = files
    self.plan = plan
    self.options = options
    self.digestsOnThread = digestsOnThread
  }

  /// Fills `chunk` with the next records of the files.
  func next(into chunk: HistoryChunk) -> Step {
    monitor.enter()
    defer { monitor.leave() }
    guard !isEnded else { return .end }
    do {
      while true {
        guard let current = try reader ?? openNext() else {
          isEnded = true
          return .end
        }
        reader = current
        if try current.next(into: chunk) {
          nextPlace += 1
          return .chunk(nextPlace - 1)
        }
        reader = nil
        if let source { try finish(source) }
      }
    } catch {
      isEnded = true
      return .failure(nextPlace, error)
    }
  }

  /// Gives no further chunks.
  func stop() {
    monitor.enter()
    isEnded = true
    monitor.leave()
  }

  /// The bytes read so far, as they are on the disk.
  var bytes: Int {
    monitor.enter()
    defer { monitor.leave() }
    return bytesOfFiles + (source?.count ?? 0)
  }

  private func openNext() throws -> HistoryReader? {
    guard nextFile < files.count else { return nil }
    let raw = DigestingSource(try FileSource(path: files[nextFile]), onThread: digestsOnThread)
    nextFile += 1
    source = raw
    let text = try InputFile.decoded(raw, charset: plan.mapping.charset)
    return try HistoryReader(source: text, plan: plan, options: options)
  }

  private func finish(_ source: DigestingSource) throws {
    digests.append(try source.finish())
    bytesOfFiles += source.count
    self.source = nil
  }
}
