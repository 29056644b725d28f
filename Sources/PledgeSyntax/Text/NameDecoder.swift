/// What a name's token says, without quotation marks.
package enum NameDecoder {
  /// The name that a token is, wherever it stands.
  package static func name(of token: SyntaxToken) -> String {
    if token.kind == .quotedName { return unquoted(token.text) }
    let name = plain(token.text)
    return BuiltInNames.english(of: name, in: token.tree.dialect) ?? name
  }

  /// The name that a name node holds; empty where its token is missing.
  static func name(of node: SyntaxNode) -> String {
    if let token = node.token(.quotedName) { return unquoted(token.text) }
    let name = plain(node.token(in: .name)?.text ?? "")
    return BuiltInNames.english(of: name, in: node.tree.dialect) ?? name
  }

  /// A quoted name without its backquotes, also where the closing one is missing.
  static func unquoted(_ text: String) -> String {
    var contents = Substring(text)
    if contents.first == "`" { contents.removeFirst() }
    if contents.last == "`" { contents.removeLast() }
    return String(contents)
  }

  /// A name without the invisible characters that the lexer has reported, so that they do no further harm.
  static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !CharacterClass.isInvisible(scalar) { scalars.append(scalar) }
    return String(scalars)
  }
}
