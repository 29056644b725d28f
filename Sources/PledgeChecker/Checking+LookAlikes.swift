import PledgeDiagnostics
import PledgeSyntax

extension Checking {
  /// Warns of names of this file that look alike and are not the same, each with the place where the other
  /// one stands first.
  func warnOfLookAlikes(_ tree: SourceTree) {
    var seen: Set<String> = []
    var first: [String: (name: String, place: SourceRange)] = [:]
    for token in tree.tokens where token.kind == .name || token.kind == .quotedName {
      guard token.keyword == nil, token.start < token.end else { continue }
      let place = SourceRange(file: file.id, start: Int(token.start), end: Int(token.end))
      let text = file.text(in: place)
      let name = token.kind == .name ? text : String(text.dropFirst().dropLast())
      guard seen.insert(name).inserted else { continue }
      let shape = LookAlike.shape(name)
      guard let other = first[shape] else {
        first[shape] = (name, place)
        continue
      }
      guard let difference = LookAlike.difference(of: name, from: other.name) else { continue }
      report(
        .name(.lookAlike(name: name, other: other.name, difference: difference)), at: place,
        labels: [SecondaryLabel(.firstUse(name: other.name), at: other.place)])
    }
  }
}
