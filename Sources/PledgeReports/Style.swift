import PledgeDiagnostics
import PledgePolicy

/// How text for people is marked: with a terminal's colours, or not at all.
package struct Style: Sendable, Hashable {
  /// Whether marks are made.
  package var isColoured: Bool
  /// The language of text for people.
  package var language: MessageLanguage
  /// The language of messages in formats for machines, whose keys and codes are the same in every language.
  package var languageOfData: MessageLanguage

  package init(
    isColoured: Bool, language: MessageLanguage = .english, languageOfData: MessageLanguage = .english
  ) {
    self.isColoured = isColoured
    self.language = language
    self.languageOfData = languageOfData
  }

  /// Text without marks.
  package static let plain = Style(isColoured: false)

  /// What stands out.
  package func bold(_ text: String) -> String { marked(text, "1") }
  /// What steps back.
  package func faint(_ text: String) -> String { marked(text, "2") }
  /// What is wrong.
  package func bad(_ text: String) -> String { marked(text, "1;31") }
  /// What is right.
  package func good(_ text: String) -> String { marked(text, "32") }
  /// What needs a look.
  package func warning(_ text: String) -> String { marked(text, "33") }
  /// What leads on: places, hints.
  package func note(_ text: String) -> String { marked(text, "36") }

  /// A verdict in its colour.
  package func verdict(_ verdict: Verdict, _ text: String) -> String {
    switch verdict {
    case .met: good(text)
    case .breached: bad(text)
    case .excused, .pending: warning(text)
    case .undecided: note(text)
    case .notApplicable: faint(text)
    }
  }

  /// The state of a refund in its colour.
  package func refund(_ state: RefundState, _ text: String) -> String {
    switch state {
    case .owed: bad(text)
    case .accruing, .pending, .belowMinimum, .claimable: warning(text)
    case .undecided: note(text)
    case .none, .lapsed, .combined: faint(text)
    }
  }

  /// The state of a step in its colour.
  package func step(_ state: StepState, _ text: String) -> String {
    switch state {
    case .done: good(text)
    case .missed, .late: bad(text)
    case .scheduled, .pending: warning(text)
    case .undecided: note(text)
    case .void, .suppressed, .notApplicable: faint(text)
    }
  }

  private func marked(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }
}
