import PledgeDiagnostics

extension Speech {
  /// Messages in a language, whose code is told in the dialect of the file that they are about.
  package init(_ language: MessageLanguage) {
    self.init(language) { file in
      let dialect = Dialect.named(in: file)
      return dialect == .english ? .asWritten : CodeSpelling { MessageCode.told($0, in: dialect) }
    }
  }
}

extension MessageLanguage {
  /// The language in which messages about a file are written unless it was asked for another; nil where the
  /// file leaves it open.
  package init?(of file: SourceFile) {
    switch Dialect.named(in: file) {
    case .english: return nil
    case .chinese: self = .chinese
    }
  }
}

extension Dialect {
  /// The dialect that a file names behind its edition; English where it names none that is known.
  package static func named(in file: SourceFile) -> Dialect {
    for number in 1...max(1, file.lineCount) {
      let line = String(decoding: file.bytes[file.bytesOfLine(number)], as: UTF8.self)
      let words = line.split(whereSeparator: { $0.isWhitespace || $0 == "\u{FEFF}" })
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      guard first == "pledge", words.count > 2, !words[1].hasPrefix("#") else { return .english }
      return Dialect.allCases.first { $0.code == words[2] } ?? .english
    }
    return .english
  }
}
