final class YAMLTranscoder {
  init(source: any ByteSource, path: [String]) throws {}
  func fill(_ chunk: HistoryChunk, size: Int, limit: Int) throws -> Bool { false }
}
