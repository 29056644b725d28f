/// Prints diagnostics for people: headline, place, source lines with the marked parts, hint.
package struct DiagnosticRenderer: Sendable {
  /// The files that ranges refer to.
  package let sources: SourceSet
  /// How the messages are said.
  package let speech: Speech
  /// Whether terminal colours are used.
  package let usesColours: Bool

  /// A renderer for the files of a set.
  package init(sources: SourceSet, speech: Speech = .english, usesColours: Bool = false) {
    self.sources = sources
    self.speech = speech
    self.usesColours = usesColours
  }

  /// The diagnostics one after the other, with an empty line between them.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  /// One diagnostic, ending with a line end.
  package func render(_ diagnostic: Diagnostic) -> String {
    let words = speech.words(diagnostic.fact, in: sources[diagnostic.file])
    var lines = [headline(of: diagnostic, words)]
    let primary = RenderedLabel(range: diagnostic.range, words: words.label ?? "", isPrimary: true)
    let secondary = diagnostic.labels.map {
      RenderedLabel(
        range: $0.range, words: speech.words($0.role, in: sources[$0.range.file]), isPrimary: false)
    }
    let labels = [primary] + secondary
    let gutter = labels.map { String(lastLine(of: $0)).count }.max() ?? 1
    var files: [FileID] = []
    for label in labels where !files.contains(label.range.file) { files.append(label.range.file) }
    for file in files {
      let own = labels.filter { $0.range.file == file }
      lines += excerpt(of: file, own, gutter: gutter, isFirst: file == diagnostic.file)
    }
    if let hint = words.hint {
      lines.append(
        String(repeating: " ", count: gutter + 1) + colour("= ", .frame) + hintTitle
          + PrintableText.of(hint))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func headline(of diagnostic: Diagnostic, _ words: FactText) -> String {
    let title = "\(severity(diagnostic.severity))[\(diagnostic.code)]"
    return colour(title, diagnostic.severity == .error ? .error : .other) + colon
      + PrintableText.of(words.headline)
  }

  private func severity(_ severity: Severity) -> String {
    switch speech.language {
    case .english:
      switch severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "note"
      }
    case .chinese:
      switch severity {
      case .error: "错误"
      case .warning: "警告"
      case .note: "提示"
      }
    }
  }

  private var colon: String {
    switch speech.language {
    case .english: ": "
    case .chinese: "："
    }
  }

  private var hintTitle: String {
    switch speech.language {
    case .english: "hint: "
    case .chinese: "建议："
    }
  }

  private func lastLine(of label: RenderedLabel) -> Int {
    sources[label.range.file]?.location(at: label.range.start).line ?? 1
  }
}

/// A label with its words.
private struct RenderedLabel {
  let range: SourceRange
  let words: String
  let isPrimary: Bool
}

extension DiagnosticRenderer {
  /// The source lines that labels mark, with the marks under them.
  private func excerpt(of id: FileID, _ labels: [RenderedLabel], gutter: Int, isFirst: Bool) -> [String] {
    guard let file = sources[id], let first = labels.first else { return [] }
    let place = file.location(at: first.range.start)
    let blank = String(repeating: " ", count: gutter)
    let arrow = isFirst ? "-->" : ":::"
    let name = "\(PrintableText.of(file.name)):\(place.line):\(place.displayColumn)"
    var lines = [blank + colour(arrow, .frame) + " " + name, blank + " " + colour("|", .frame)]
    let numbers = Set(labels.map { file.line(at: $0.range.start) }).sorted()
    var previous: Int?
    for number in numbers {
      if let previous, number > previous + 1 { lines.append(colour("...", .frame)) }
      lines.append(sourceLine(number, of: file, gutter: gutter))
      for label in labels.filter({ file.line(at: $0.range.start) == number }) {
        lines.append(blank + " " + colour("|", .frame) + " " + marks(label, in: file, line: number))
      }
      previous = number
    }
    return lines
  }

  private func sourceLine(_ number: Int, of file: SourceFile, gutter: Int) -> String {
    let digits = String(number)
    let blank = String(repeating: " ", count: max(0, gutter - digits.count))
    let text = PrintableText.of(bytes: file.bytes[file.bytesOfLine(number)])
    let head = colour(blank + digits + " |", .frame)
    return text.isEmpty ? head : head + " " + text
  }

  /// Carets or dashes under the marked part; a mark over several lines shows its first one.
  private func marks(_ label: RenderedLabel, in file: SourceFile, line: Int) -> String {
    let bytes = file.bytesOfLine(line)
    let start = min(max(label.range.start, bytes.lowerBound), bytes.upperBound)
    let end = min(max(label.range.end, start), bytes.upperBound)
    let indent = DisplayWidth.of(PrintableText.of(bytes: file.bytes[bytes.lowerBound..<start]))
    let width = max(1, DisplayWidth.of(PrintableText.of(bytes: file.bytes[start..<end])))
    let mark = String(repeating: label.isPrimary ? "^" : "-", count: width)
    let words = label.words.isEmpty ? "" : " " + PrintableText.of(label.words)
    return String(repeating: " ", count: indent) + colour(mark + words, label.isPrimary ? .error : .other)
  }

  private enum Role {
    case error, other, frame
  }

  private func colour(_ text: String, _ role: Role) -> String {
    guard usesColours else { return text }
    let code =
      switch role {
      case .error: "1;31"
      case .other: "1;33"
      case .frame: "1;34"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
