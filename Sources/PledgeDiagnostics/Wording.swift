/// Words for people, with code in backticks. What a catalogue says and what it was given are kept apart, so
/// that code which a message proposes can be told in the dialect of the policy that it is about, and the
/// author's own text stays as it is.
package struct Wording: Hashable, Sendable, ExpressibleByStringInterpolation {
  fileprivate enum Piece: Hashable, Sendable {
    /// Words of the catalogue; code of the language stands in backticks.
    case words(String)
    /// A name, a number or a text of the author's.
    case given(String)
  }

  private var pieces: [Piece]

  /// Words without anything given.
  package init(stringLiteral value: String) { pieces = [.words(value)] }

  /// Words around what is given.
  package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  /// Text that is not ours: it stays as it is in every dialect.
  package init(given text: String) { pieces = [.given(text)] }

  /// Two wordings in a row.
  package static func + (first: Wording, second: Wording) -> Wording {
    var result = first
    result.pieces += second.pieces
    return result
  }

  /// Several wordings with the same words between them.
  package static func joined(_ parts: [Wording], by separator: Wording, last: Wording? = nil) -> Wording {
    guard var result = parts.first else { return "" }
    for (index, part) in parts.enumerated().dropFirst() {
      let isLast = index == parts.count - 1
      result = result + (isLast ? last ?? separator : separator) + part
    }
    return result
  }

  /// Collects the pieces of a literal with interpolations.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { pieces.append(.words(literal)) }

    /// Something given: a name, a number, a text of the author's.
    package mutating func appendInterpolation(_ given: some CustomStringConvertible) {
      pieces.append(.given("\(given)"))
    }

    /// Words with what was given to them.
    package mutating func appendInterpolation(_ wording: Wording) { pieces += wording.pieces }

    /// A word of the language, in English; it stands between backticks.
    package mutating func appendInterpolation(code: String) { pieces.append(.words(code)) }
  }
}

extension Wording {
  /// Stands in the code of a message for what was given.
  package static let mark: Character = "•"

  /// The words, with the code of the language as a dialect spells it. In Chinese a blank stands between
  /// Chinese characters and code, letters or digits.
  package func text(in language: MessageLanguage, _ spelling: CodeSpelling = .asWritten) -> String {
    var line = Line(isChinese: language == .chinese)
    var code: (template: String, given: [String])?
    for piece in pieces {
      switch piece {
      case .given(let text):
        if code == nil {
          line.append(text)
        } else {
          code?.template.append(Wording.mark)
          code?.given.append(text)
        }
      case .words(let text):
        for character in text {
          if character != "`" {
            if code == nil { line.append(String(character)) } else { code?.template.append(character) }
          } else if let ended = code {
            line.append("`" + Wording.filled(spelling.told(ended.template), ended.given) + "`")
            code = nil
          } else {
            code = ("", [])
          }
        }
      }
    }
    if let code { line.append("`" + Wording.filled(code.template, code.given)) }
    return line.text
  }

  /// A line that grows.
  private struct Line {
    let isChinese: Bool
    var text = ""

    mutating func append(_ part: String) {
      if isChinese, let last = text.last, let first = part.first,
        Wording.isHan(last) && Wording.isDense(first) || Wording.isDense(last) && Wording.isHan(first)
      {
        text += " "
      }
      text += part
    }
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
  }

  private static func isDense(_ character: Character) -> Bool {
    character == "`" || character == "\"" || character.isASCII && (character.isLetter || character.isNumber)
  }

  /// A template with what was given in the place of its marks.
  private static func filled(_ template: String, _ given: [String]) -> String {
    guard !given.isEmpty else { return template }
    var rest = given[...]
    return template.reduce(into: "") { result, character in
      if character == mark, let text = rest.popFirst() { result += text } else { result.append(character) }
    }
  }
}

/// How the code in a message is spelt in a policy's dialect.
package struct CodeSpelling: Sendable {
  /// Code of the language in English, told in the dialect; each mark in it stands for what was given.
  let told: @Sendable (String) -> String

  /// A spelling by a function of the code of one pair of backticks.
  package init(_ told: @escaping @Sendable (String) -> String) { self.told = told }

  /// The spelling of policies in English.
  package static let asWritten = CodeSpelling { $0 }
}

/// How messages are said: in which language, and in the words of which dialect their code is.
package struct Speech: Sendable {
  /// The language of the words.
  package let language: MessageLanguage
  /// How a file spells the code in messages about it.
  private let spelling: @Sendable (SourceFile) -> CodeSpelling

  /// Speech in a language, with the spelling of each file.
  package init(_ language: MessageLanguage, spelling: @escaping @Sendable (SourceFile) -> CodeSpelling) {
    self.language = language
    self.spelling = spelling
  }

  /// English, with all code as English policies write it.
  package static let english = Speech(.english) { _ in .asWritten }

  /// How the code of messages about a file is spelt.
  package func spelling(in file: SourceFile?) -> CodeSpelling { file.map(spelling) ?? .asWritten }

  /// The words for a fact about a file.
  package func words(_ fact: Fact, in file: SourceFile?) -> FactText {
    FactText(fact.words(in: language), in: language, spelling(in: file))
  }

  /// The words of a label in a file.
  package func words(_ role: LabelRole, in file: SourceFile?) -> String {
    role.words(in: language).text(in: language, spelling(in: file))
  }
}
