/// A generated policy as lines that a law can change before they are checked.
struct Draft: Sendable {
  /// What a declaration is, as far as laws tell.
  enum Kind: Sendable {
    case head, data, calendar, span, value, exclusion, target, periodTarget, payment, steps
  }

  /// A line; `§` stands for each of its limits.
  struct Line: Sendable {
    var text: String
    var limits: [Int] = []
    /// By how much each limit grows when it is loosened: 1 for an upper bound, -1 for a lower one.
    var loosening = 0

    /// The line as a policy has it.
    var written: String {
      var rest = limits[...]
      return text.map { $0 == "§" ? "\(rest.popFirst() ?? 0)" : String($0) }.joined()
    }
  }

  struct Declaration: Sendable {
    var kind: Kind
    var name: String
    var head: String
    var lines: [Line] = []
    /// Whether a pause may be added to it.
    var takesPauses = false

    var written: String {
      guard !lines.isEmpty else { return head }
      return head + " {\n" + lines.map { "  \($0.written)\n" }.joined() + "}"
    }
  }

  var declarations: [Declaration] = []
  var constructs: [Construct: Int] = [:]
  var zone = "UTC"
  var currency = "CNY"

  var text: String { "pledge 1\n\n" + declarations.map { $0.written + "\n" }.joined(separator: "\n") }

  mutating func note(_ constructs: Construct...) {
    for construct in constructs { self.constructs[construct, default: 0] += 1 }
  }

  /// Takes out what excuses, but for the declarations that a law puts in.
  mutating func removeExclusions() {
    declarations.removeAll { $0.kind == .exclusion }
    for index in declarations.indices {
      declarations[index].lines.removeAll { $0.text.hasPrefix("exclude ") }
    }
  }

  /// The places of the declarations of a kind.
  func places(_ kind: Kind) -> [Int] { declarations.indices.filter { declarations[$0].kind == kind } }

  /// The names of the declarations of a kind.
  func names(_ kind: Kind) -> [String] { places(kind).map { declarations[$0].name } }
}

extension Draft.Line: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  init(stringLiteral text: String) { self.init(text: text) }
}
