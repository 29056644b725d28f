extension RunSheet {
  /// The lines that stand over a report for people.
  package func head(_ style: Style, namesSource: Bool = false) -> String {
    let names = versions.map(\.policy.version).joined(separator: style.say(.comma))
    let version = style.say(versions.isEmpty ? .versionLine(policy.version) : .versionsLine(names))
    var lines = [style.bold(policy.title) + style.faint("  \(policy.id)" + style.say(.comma) + version)]
    let origin =
      switch asOfOrigin {
      case .option: ""
      case .now: style.say(.asOfNow)
      case .mapping: style.say(.asOfMapping)
      }
    if namesSource, let source = policy.source { lines.append(style.say(.source(source))) }
    if namesSource, !policy.citations.isEmpty {
      lines.append(style.say(.cites(policy.citations.joined(separator: style.say(.comma)))))
    }
    lines.append(style.say(.asOfLine(asOf.text(in: zone))) + origin)
    let set = parameters.filter(\.isSet)
    if !set.isEmpty {
      let values = set.map { "\($0.name) = \(style.language.say(value: $0.value))" }
        .joined(separator: style.say(.comma))
      lines.append(style.say(.setLine(values)))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines that stand under a report for people: what was read, by digest.
  package func foot(_ style: Style) -> String {
    var table = TextTable([.left, .left, .left])
    table.add([ToolVersion.text], mark: style.faint)
    for entry in policies {
      table.add(
        [style.say(.policy), RunSheet.digestName + " " + entry.digest, entry.file], mark: style.faint)
    }
    for input in inputs {
      table.add(
        [style.say(phrase(input.role)), RunSheet.digestName + " " + input.digest, input.file],
        mark: style.faint)
    }
    return table.text
  }

  private func phrase(_ role: Role) -> Phrase {
    switch role {
    case .tickets: .inputTickets
    case .mapping: .inputMapping
    case .holidays: .inputHolidays
    case .used: .inputUsed
    case .register(let name): .registerNamed(name)
    }
  }
}
