import PledgeDiagnostics
import PledgeEvaluation
import PledgeFormat
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTesting
import PledgeTickets
import PledgeTime

/// A witness as a test block that can be pasted into the policy: it expects what is decided now, and says
/// that a person has to confirm that from the contract.
package struct WitnessText {
  let witness: Witness
  let policy: Policy

  package init(_ witness: Witness, policy: Policy) {
    self.witness = witness
    self.policy = policy
  }

  /// The remark that stands in each block.
  static func remark(in dialect: Dialect) -> String {
    switch dialect {
    case .english: "Expected is what the policy decides now: confirm each line from the contract."
    case .chinese: "期望的是策略目前的裁定：请按合同逐行核对。"
    }
  }

  /// The block in the one style and the words of a dialect; nil where nothing can be expected of it.
  package func block(title: String, dialect: Dialect) -> String? {
    block(title: title, expecting: WitnessExpectations(witness: witness, policy: policy).lines, dialect)
  }

  /// The same with some of what can be expected.
  func block(title: String, expecting expected: [String], _ dialect: Dialect) -> String? {
    guard !expected.isEmpty else { return nil }
    let text = title.replacing("\\", with: "").replacing("\"", with: "'")
    let lines =
      ["test \"\(text)\" {", "# \(Self.remark(in: dialect))"] + registers + tickets + asOf + expected + ["}"]
    let file = SourceFile(name: "test.pledge", text: "pledge 1\n\n" + Self.indented(lines))
    let formatted = Formatter.format(file, dialect: dialect)
    guard formatted.diagnostics.isEmpty else { return nil }
    let all = String(decoding: formatted.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return all.dropFirst(2).joined(separator: "\n")
  }

  /// The lines with blanks for each block that they stand in.
  private static func indented(_ lines: [String]) -> String {
    var depth = 0
    return lines.map { line in
      if line == "}" { depth -= 1 }
      defer { if line.hasSuffix("{") { depth += 1 } }
      return String(repeating: "  ", count: depth) + line + "\n"
    }.joined()
  }

  // MARK: Lines

  private var registers: [String] {
    policy.registers.indices.flatMap { register -> [String] in
      let rows = witness.situation.rows[register]
      guard !rows.isEmpty else { return [] }
      let declared = policy.registers[register]
      // A column without any value needs no place.
      let columns = declared.columns.indices.filter { column in rows.contains { $0.cells[column] != .missing }
      }
      guard !rows.contains(where: { row in columns.contains { row.cells[$0] == .missing } }) else {
        return []
      }
      let head = (declared.keys + columns.map { declared.columns[$0] }).map { Self.name($0.name) }
      let body = rows.map { row in
        zip(declared.keys, row.keys).map { text($1, $0) }
          + columns.map { text(row.cells[$0], declared.columns[$0]) }
      }
      return ["register \(Self.name(declared.name)) {"]
        + ([head] + body).map { $0.joined(separator: " | ") } + ["}"]
    }
  }

  private var tickets: [String] {
    let drafts = witness.situation.tickets
    if drafts.count == 1 { return lines(of: drafts[0]) }
    return drafts.enumerated().flatMap { place, draft in
      ["ticket \"\(Situation.id(place))\" {"] + lines(of: draft) + ["}"]
    }
  }

  private func lines(of draft: Situation.Draft) -> [String] {
    let settings = zip(policy.vocabulary.fields, draft.values).compactMap { field, value in
      value == .missing ? nil : "\(Self.name(field.name)) \(text(value, field))"
    }
    let given = settings.isEmpty ? [] : ["given { \(settings.joined(separator: "; ")) }"]
    return given
      + draft.events.map { event in
        let declared = policy.vocabulary.events[Int(event.code)]
        let attributes = zip(declared.attributes, event.attributes).compactMap { attribute, value in
          value == .missing ? nil : "\(Self.name(attribute.name)) \(text(value, attribute))"
        }
        let with = attributes.isEmpty ? "" : " with \(attributes.joined(separator: ", "))"
        return "\(event.at.plainText(in: policy.header.zone)) \(Self.name(declared.name))\(with)"
      }
  }

  private var asOf: [String] {
    witness.situation.asOf.map { ["as of \($0.plainText(in: policy.header.zone))"] } ?? []
  }

  /// A name in quotes; the formatter takes them off where they are not needed.
  static func name(_ name: String) -> String { "`\(name)`" }

  private func text(_ scalar: Scalar, _ field: FieldDeclaration) -> String {
    switch scalar {
    case .missing: ""
    case .truth(let truth): truth ? "yes" : "no"
    case .number(let decimal): policy.words(.number(decimal.rational), ExpressionType(field.type))
    case .duration(let duration): duration.text
    case .instant(let instant): instant.plainText(in: policy.header.zone)
    case .date(let date): date.text
    case .text(let id): "\"\(policy.texts.text(id))\""
    case .choice(let member):
      if case .choice(let members) = field.type, members.indices.contains(Int(member)) {
        Self.name(members[Int(member)])
      } else {
        ""
      }
    }
  }
}
