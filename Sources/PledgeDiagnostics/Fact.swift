/// What a phase found: one family per phase, each an enum whose payload holds what the words need.
///
/// A new family takes four steps: an enum in a file of its own that conforms to `FactFamily` (codes and
/// severities), a file for its words in each language (an exhaustive `englishWords`, `chineseWords`), a case
/// here, and a line in each switch of this file.
package enum Fact: Hashable, Sendable {
  /// From the lexer: P0020 to P0039, P0090 and P0091.
  case token(TokenFact)
  /// From the parser: P0001 to P0019, P0092 and P0093.
  case syntax(SyntaxFact)
  /// About names: P0100 to P0119.
  case name(NameFact)
  /// About types and units: P0200 to P0229.
  case type(TypeFact)
  /// About the clauses of declarations: P0300 to P0329.
  case clause(ClauseFact)
  /// About calendars: P0400 to P0419.
  case calendar(CalendarFact)
  /// About tables: P0500 to P0519.
  case table(TableFact)
  /// About the steps of escalations: P0800 to P0819.
  case step(StepFact)
  /// About tests: P0600 to P0619.
  case test(TestFact)
  /// About several files: P0700 to P0719.
  case file(FileFact)
  /// About the versions of one policy: P0740 to P0749.
  case version(VersionFact)
  /// Exclusions that could hurt the provider: P0750 to P0759.
  case polarity(PolarityFact)
  /// About keys and periods: P0720 to P0739.
  case scope(ScopeFact)
  /// About counts of other tickets: P0760 to P0769.
  case count(CountFact)
  /// From the formatter: P0950 to P0959.
  case format(FormatFact)
  /// From a lint rule: P1000 to P1999.
  case lint(LintFact)

  private var family: any FactFamily {
    switch self {
    case .token(let fact): fact
    case .syntax(let fact): fact
    case .name(let fact): fact
    case .type(let fact): fact
    case .clause(let fact): fact
    case .calendar(let fact): fact
    case .table(let fact): fact
    case .step(let fact): fact
    case .test(let fact): fact
    case .file(let fact): fact
    case .version(let fact): fact
    case .polarity(let fact): fact
    case .scope(let fact): fact
    case .count(let fact): fact
    case .format(let fact): fact
    case .lint(let fact): fact
    }
  }

  /// The stable code.
  package var code: DiagnosticCode { family.code }

  /// How bad the fact is.
  package var severity: Severity { family.severity }

  /// The words for the fact in a language.
  package func words(in language: MessageLanguage) -> FactWords {
    switch language {
    case .english: family.englishWords
    case .chinese: family.chineseWords
    }
  }
}

/// What each phase's enum of facts provides; a further language adds one requirement, and the compiler finds
/// the gaps.
package protocol FactFamily: Hashable, Sendable {
  /// The stable code of the fact.
  var code: DiagnosticCode { get }
  /// How bad the fact is.
  var severity: Severity { get }
  /// The fact in English.
  var englishWords: FactWords { get }
  /// The fact in Chinese.
  var chineseWords: FactWords { get }
}

/// A fact in words: plain, lower case, user text in backticks.
package struct FactWords: Hashable, Sendable {
  /// One sentence without a full stop that says what is wrong.
  package let headline: Wording
  /// What the marked part is or should be, nil where the headline says it.
  package let label: Wording?
  /// What the author could do, nil where nobody knows.
  package let hint: Wording?

  /// Words for a fact.
  package init(_ headline: Wording, label: Wording? = nil, hint: Wording? = nil) {
    self.headline = headline
    self.label = label
    self.hint = hint
  }
}

/// A fact in words as they are printed.
package struct FactText: Hashable, Sendable {
  /// What is wrong.
  package let headline: String
  /// What the marked part is or should be, nil where the headline says it.
  package let label: String?
  /// What the author could do, nil where nobody knows.
  package let hint: String?

  /// Words with their code as a dialect spells it.
  package init(
    _ words: FactWords, in language: MessageLanguage, _ spelling: CodeSpelling = .asWritten
  ) {
    headline = words.headline.text(in: language, spelling)
    label = words.label?.text(in: language, spelling)
    hint = words.hint?.text(in: language, spelling)
  }
}
