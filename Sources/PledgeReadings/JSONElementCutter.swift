struct JSONElementCutter: RecordCutter {
  init(path: [String]) {}
  mutating func cut(_ chunk: HistoryChunk, atEnd: Bool) -> RecordCut { RecordCut() }
  func faultAtEnd() -> Rejection.Reason? { nil }
}
