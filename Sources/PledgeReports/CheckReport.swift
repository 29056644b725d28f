import PledgeDiagnostics
import PledgeSyntax

/// What a check of several policy files found.
package struct CheckReport: Sendable {
  /// One checked file.
  package struct Entry: Sendable {
    package var file: SourceFile
    package var digest: String
    package var diagnostics: [Diagnostic]

    package init(file: SourceFile, digest: String, diagnostics: [Diagnostic]) {
      self.file = file
      self.digest = digest
      self.diagnostics = diagnostics
    }
  }

  /// In the order in which the files were given.
  package var entries: [Entry]
  /// The files by the ids that ranges refer to.
  package var sources: SourceSet
  /// The plans of the sound policies, where they are asked for.
  package var plans: [PlanReport]
  /// Tickets in which messages are seen, where they are asked for, and the folder in which they lie.
  package var witnesses: [WitnessSheet] = []
  package var witnessFolder = ""
  /// The schema of the JSON.
  package var schema: String
  /// What the page of a code says, for the formats that carry it along.
  package var page: @Sendable (DiagnosticCode) -> Page? = { _ in nil }

  /// What people read about a code.
  package struct Page: Sendable {
    package var title: String
    package var meaning: String
    /// The whole page in Markdown.
    package var markdown: String

    package init(title: String, meaning: String, markdown: String) {
      self.title = title
      self.meaning = meaning
      self.markdown = markdown
    }
  }

  package init(
    entries: [Entry], sources: SourceSet, plans: [PlanReport] = [], schema: String = "pledge.check/1"
  ) {
    self.schema = schema
    self.entries = entries
    self.sources = sources
    self.plans = plans
  }

  /// How many diagnostics have a severity.
  package func count(_ severity: Severity) -> Int {
    entries.reduce(0) { $0 + $1.diagnostics.count { $0.severity == severity } }
  }

  // MARK: Formats

  /// The report in a format.
  package func bytes(_ format: DiagnosticFormat, _ style: Style) -> [UInt8] {
    let speech = Speech(style.languageOfData)
    return switch format {
    case .text: Array(text(style).utf8)
    case .json: CheckJSON(self, speech).bytes
    case .ndjson: CheckJSON(self, speech).lines
    case .csv: csv(speech)
    case .sarif: SARIFText(self, speech).bytes
    case .github: Array(githubCommands(speech).utf8)
    }
  }

  /// Each diagnostic with its source line, and a summary.
  private func text(_ style: Style) -> String {
    let renderer = DiagnosticRenderer(
      sources: sources, speech: Speech(style.language), usesColours: style.isColoured)
    let found = entries.flatMap(\.diagnostics)
    let rendered = renderer.render(found)
    let together = VersionPlanReport.reports(plans).map { $0.text(style) + "\n" }.joined()
    let plans = plans.map { $0.text(style) + "\n" }.joined() + together
    let shown = witnesses.map { witnessText($0, style) + "\n" }.joined()
    return (rendered.isEmpty ? "" : rendered + "\n") + shown + plans + summary(style) + "\n"
  }

  /// Where a message's ticket lies, and what decides it.
  private func witnessText(_ sheet: WitnessSheet, _ style: Style) -> String {
    let entry = entries.first { $0.file.id == sheet.diagnostic.file }
    let name = entry?.file.name ?? ""
    let line = entry.map { ":\($0.file.location(at: sheet.diagnostic.range.start).line)" } ?? ""
    return style.bold(style.say(.witnessOf("\(sheet.diagnostic.code)", "\(name)\(line)"))) + "\n"
      + "  \(sheet.command(name, in: witnessFolder))\n"
  }

  private func summary(_ style: Style) -> String {
    let files = style.say(.fileCount(entries.count))
    let errors = count(.error)
    let warnings = count(.warning)
    let notes = count(.note)
    if errors == 0, warnings == 0, notes == 0 {
      return style.good(style.say(.ok)) + "  " + files + style.say(.comma) + style.say(.nothingToReport)
    }
    let parts = [
      errors > 0 ? style.bad(style.say(.errorCount(errors))) : nil,
      warnings > 0 ? style.warning(style.say(.warningCount(warnings))) : nil,
      notes > 0 ? style.say(.noteCount(notes)) : nil,
    ]
    return files + style.say(.colon) + parts.compactMap { $0 }.joined(separator: style.say(.comma))
  }

  /// One row a diagnostic, and one for a file without any.
  private func csv(_ speech: Speech) -> [UInt8] {
    var bytes: [UInt8] = []
    CSVText.append(
      row: [
        "file", RunSheet.digestName, "line", "column", "severity", "code", "name", "message", "hint", "tool",
      ],
      to: &bytes)
    for entry in entries {
      if entry.diagnostics.isEmpty {
        let blanks = Array(repeating: "", count: 7)
        CSVText.append(row: [entry.file.name, entry.digest] + blanks + [ToolVersion.text], to: &bytes)
      }
      for diagnostic in entry.diagnostics {
        let words = speech.words(diagnostic.fact, in: sources[diagnostic.file])
        let place = entry.file.location(at: diagnostic.range.start)
        CSVText.append(
          row: [
            entry.file.name, entry.digest, "\(place.line)", "\(place.displayColumn)",
            SeverityWords.word(diagnostic.severity), "\(diagnostic.code)", diagnostic.code.name,
            words.headline,
            words.hint ?? "", ToolVersion.text,
          ], to: &bytes)
      }
    }
    return bytes
  }
}

/// The words of severities in machine formats.
package enum SeverityWords {
  /// The word of a severity.
  package static func word(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
