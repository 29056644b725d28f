extension RunSheet {
  /// The lines that stand over a report for people.
  package func head(_ style: Style, namesSource: Bool = false) -> String {
    let names = versions.map(\.policy.version).joined(separator: ", ")
    let version = versions.isEmpty ? "version \(policy.version)" : "versions \(names)"
    var lines = [style.bold(policy.title) + style.faint("  \(policy.id), \(version)")]
    let origin =
      switch asOfOrigin {
      case .option: ""
      case .now: " (now)"
      case .mapping: " (from the mapping)"
      }
    if namesSource, let source = policy.source { lines.append("source \(source)") }
    if namesSource, !policy.citations.isEmpty {
      lines.append("cites \(policy.citations.joined(separator: ", "))")
    }
    lines.append("as of \(asOf.text(in: zone))\(origin)")
    let set = parameters.filter(\.isSet)
    if !set.isEmpty {
      lines.append("set   " + set.map { "\($0.name) = \($0.value)" }.joined(separator: ", "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines that stand under a report for people: what was read, by digest.
  package func foot(_ style: Style) -> String {
    var table = TextTable([.left, .left, .left])
    table.add([ToolVersion.text], mark: style.faint)
    for entry in policies {
      table.add(["policy", RunSheet.digestName + " " + entry.digest, entry.file], mark: style.faint)
    }
    for input in inputs {
      let role =
        if case .register(let name) = input.role { "register \(name)" } else { input.role.word }
      table.add([role, RunSheet.digestName + " " + input.digest, input.file], mark: style.faint)
    }
    return table.text
  }
}
