import PledgeSyntax

/// Says which tokens the grammar of the page allows, by trying every production at every place once.
///
/// A place is a token and whether the line end before it has been read. Line ends are no tokens: whether one
/// counts depends on the brackets around it and on the tokens at its sides.
final class Recogniser {
  private let grammar: Grammar
  private let tokens: [GrammarToken]
  private var names: [String: Int] = [:]
  private var rules: [Grammar.Rule] = []
  private var memory: [Key: [Int]] = [:]
  /// The tokens behind a WORD; a word that ends with a sign joins no lines.
  private var wordEnds: Set<Int> = []

  private struct Key: Hashable {
    let rule: Int
    let place: Int
    let lineEnds: Grammar.LineEnds
  }

  init(_ grammar: Grammar, _ tree: SourceTree) {
    self.grammar = grammar
    tokens = tree.root.tokens.filter { $0.kind != .endOfFile }.map(GrammarToken.init)
  }

  /// Whether the whole file is a sentence.
  var accepts: Bool {
    ends(of: .production("file"), from: [0], .clauses).contains { $0 / 2 == tokens.count }
  }

  /// How many tokens could be read before none of the productions could go on.
  var reach: Int { memory.values.joined().map { $0 / 2 }.max() ?? 0 }

  /// Whether a production can stand for the tokens of a range, whatever is around it.
  func accepts(_ range: Range<Int>, as production: String) -> Bool {
    [Grammar.LineEnds.clauses, .table, .parentheses].contains { lineEnds in
      [0, 1].contains { taken in
        ends(of: .production(production), from: [range.lowerBound * 2 + taken], lineEnds)
          .contains { $0 / 2 == range.upperBound }
      }
    }
  }

  // MARK: Rules

  private func ends(of rule: Grammar.Rule, from places: [Int], _ lineEnds: Grammar.LineEnds) -> [Int] {
    if places.isEmpty { return [] }
    switch rule {
    case .quoted(let text): return places.compactMap { step($0, lineEnds) { $0.isQuoted(text) } }
    case .token("NL"): return places.compactMap { skipLineEnds($0, lineEnds) }
    case .token("WORD"): return places.compactMap { skipWord($0, lineEnds) }
    case .token(let name): return places.compactMap { step($0, lineEnds, name) }
    case .production(let name): return memorised(name, places, lineEnds) { self.grammar[name]?.rule }
    case .instance(let name, let arguments):
      let key = name + "(" + arguments.joined(separator: ",") + ")"
      return memorised(key, places, lineEnds) { self.grammar.rule(of: name, with: arguments) }
    case .sequence(let parts): return parts.reduce(places) { ends(of: $1, from: $0, lineEnds) }
    case .choice(let parts): return Self.union(parts.map { ends(of: $0, from: places, lineEnds) })
    case .optional(let part): return Self.union([places, ends(of: part, from: places, lineEnds)])
    case .repeated(let part):
      var found = places
      var frontier = places
      while !frontier.isEmpty {
        frontier = ends(of: part, from: frontier, lineEnds).filter { !found.contains($0) }
        found = Self.union([found, frontier])
      }
      return found
    case .inside(let inner, let part):
      let isTable = lineEnds == .table && inner == .parentheses
      return ends(of: part, from: places, isTable ? .table : inner)
    }
  }

  private static func union(_ lists: [[Int]]) -> [Int] {
    let filled = lists.filter { !$0.isEmpty }
    return filled.count == 1 ? filled[0] : Array(Set(filled.joined())).sorted()
  }

  private func memorised(
    _ name: String, _ places: [Int], _ lineEnds: Grammar.LineEnds, rule: () -> Grammar.Rule?
  ) -> [Int] {
    if names[name] == nil, let rule = rule() {
      names[name] = rules.count
      rules.append(rule)
    }
    guard let index = names[name] else { return [] }
    return Self.union(
      places.map { place in
        let key = Key(rule: index, place: place, lineEnds: lineEnds)
        if let known = memory[key] { return known }
        let found = ends(of: rules[index], from: [place], lineEnds)
        memory[key] = found
        return found
      })
  }

  // MARK: Tokens

  private func step(
    _ place: Int, _ lineEnds: Grammar.LineEnds, _ fits: (GrammarToken) -> Bool
  ) -> Int? {
    let index = place / 2
    guard index < tokens.count, place % 2 == 1 || !countsLineEnd(before: index, lineEnds) else { return nil }
    return fits(tokens[index]) ? (index + 1) * 2 : nil
  }

  private func step(_ place: Int, _ lineEnds: Grammar.LineEnds, _ name: String) -> Int? {
    let next = place / 2 + 1 < tokens.count ? tokens[place / 2 + 1] : nil
    return step(place, lineEnds) { $0.isToken(name, before: next) }
  }

  private func skipWord(_ place: Int, _ lineEnds: Grammar.LineEnds) -> Int? {
    guard let end = step(place, lineEnds, { $0.kind == .text || $0.isWordPart }) else { return nil }
    var index = end / 2
    guard tokens[index - 1].kind != .text else { return end }
    while index < tokens.count, tokens[index].isJoined, tokens[index].isWordPart { index += 1 }
    wordEnds.insert(index)
    return index * 2
  }

  private func skipLineEnds(_ place: Int, _ lineEnds: Grammar.LineEnds) -> Int? {
    var index = place / 2
    var isFound = place % 2 == 0 && countsLineEnd(before: index, lineEnds)
    while index < tokens.count, tokens[index].kind == .semicolon {
      index += 1
      isFound = true
    }
    return isFound ? index * 2 + 1 : nil
  }

  private func countsLineEnd(before index: Int, _ lineEnds: Grammar.LineEnds) -> Bool {
    guard index > 0, index < tokens.count, tokens[index].startsLine else { return false }
    switch lineEnds {
    case .table: return true
    case .parentheses: return false
    case .clauses:
      return !tokens[index].continuesLine && (wordEnds.contains(index) || !tokens[index - 1].joinsLines)
    }
  }
}

extension GrammarToken {
  /// Whether it is a word or sign of the page.
  fileprivate func isQuoted(_ text: String) -> Bool {
    if let sign = Self.signs[text] { return kind == sign }
    return kind == .name && keyword != nil && keyword == Self.words[text]
  }

  /// Whether it is a token of the page.
  fileprivate func isToken(_ name: String, before next: GrammarToken?) -> Bool {
    switch name {
    case "NAME": isName
    case "STRING": kind == .text
    case "NUMBER": kind == .number
    case "ORDINAL": kind == .ordinal
    case "DATE": kind == .date
    case "TIME": kind == .time
    case "UNIT": kind == .name && isUnit
    case "CURRENCY": isCurrency
    case "SIGN": kind == .minus && next?.kind == .number && next?.isJoined == true
    case "MINUS": kind == .minus && !isJoined && next?.isJoined != true
    case "EDITION": kind == .number && text == "1"
    case "DIALECT": Dialect.allCases.contains { $0.isComplete && $0.code == text }
    default: false
    }
  }
}
