import Foundation
import PledgeDiagnostics
import PledgeSyntax
import Testing

/// The compiler proves that every fact has Chinese words. These tests read them: every message that a case
/// brings about is said in Chinese.
@Suite("Messages in Chinese")
struct ChineseMessageTests {
  @Test("No message has an English word outside of code", arguments: try CaseFile.all())
  func wordsAreChinese(_ url: URL) throws {
    let checked = try CaseRunner(file: CaseFile(url)).check()
    for diagnostic in checked.result.diagnostics {
      for text in Self.texts(diagnostic, Speech(.chinese), checked.sources) {
        #expect(ChineseText.englishWords(in: text).isEmpty, "\(diagnostic.code): \(text)")
        #expect(ChineseText.isWellSet(text), "\(diagnostic.code): \(text)")
      }
    }
  }

  @Test("About a Chinese policy, code is told in its words", arguments: try CaseFile.all())
  func codeIsTold(_ url: URL) throws {
    let checked = try CaseRunner(file: CaseFile(url)).check()
    for language in MessageLanguage.allCases {
      let said = Told()
      let speech = Speech(language) { _ in CodeSpelling { said.note($0) } }
      for diagnostic in checked.result.diagnostics { _ = Self.texts(diagnostic, speech, checked.sources) }
      for (code, told) in said.pairs where language == .chinese || !code.contains(Wording.mark) {
        let left = ChineseText.words(in: told).filter { ChineseText.languageWords.contains($0) }
        #expect(left.isEmpty, "`\(code)` is told as `\(told)`")
      }
    }
  }

  /// All that a message says.
  private static func texts(_ diagnostic: Diagnostic, _ speech: Speech, _ sources: SourceSet) -> [String] {
    let words = speech.words(diagnostic.fact, in: sources[diagnostic.file])
    return [words.headline] + [words.label, words.hint].compactMap { $0 }
      + diagnostic.labels.map { speech.words($0.role, in: sources[$0.range.file]) }
  }
}

/// Collects the code of messages and how it is told.
private final class Told: @unchecked Sendable {
  private(set) var pairs: [(String, String)] = []

  func note(_ code: String) -> String {
    let told = MessageCode.told(code, in: .chinese)
    pairs.append((code, told))
    return told
  }
}

/// Looks at Chinese text.
enum ChineseText {
  /// What is no English word: names of standards, signs of units and codes.
  private static let known: Set<String> = ["UTF", "Unicode", "NFC", "ISO", "CNY", "EUR", "GBP", "USD", "U"]

  /// The words in Latin letters outside of code, quotation marks, paths, times and numbers.
  static func englishWords(in text: String) -> [String] {
    let bare = text.replacing(/`[^`]*`/, with: " ").replacing(/"[^"]*"/, with: " ")
      .replacing(/U\+[0-9A-F]+/, with: " ").replacing(/[0-9]T[0-9]/, with: " ")
      .replacing(/[\p{L}\p{N}_\/.-]*[\/.][\p{L}\p{N}_\/.-]*/, with: " ")
      .replacing(/[0-9]+ ?(us|ms|s|min|h)\b/, with: " ")
    return words(in: bare).filter { !known.contains($0) }
  }

  /// The words in Latin letters.
  static func words(in text: String) -> [String] {
    text.matches(of: /[A-Za-z][A-Za-z_]*/).map { String($0.output) }
  }

  /// Whether no sign of ASCII stands between Chinese characters and no blank between two of them.
  static func isWellSet(_ text: String) -> Bool {
    let bare = text.replacing(/`[^`]*`/, with: "`").replacing(/"[^"]*"/, with: "\"")
    return bare.firstMatch(of: #/\p{Han}[,;:?!()]|[,;:?!()]\p{Han}|\p{Han} +\p{Han}|[，。：；、？（）] /#) == nil
  }

  /// The English words of the language, which no Chinese policy has.
  static let languageWords: Set<String> = Set(
    KeywordTable.rows.filter { $0.spelling(in: .chinese) != $0.english }.map(\.english))
}
