import PledgeTime

/// Holidays as YAML: `source`, `covers`, `holidays` and `working`. JSON is YAML, too.
enum HolidayTree {
  static func parse(_ bytes: [UInt8], file: String) -> Result<HolidayFile, ReadingProblems> {
    switch YAMLNode.parse(bytes, file: file) {
    case .failure(let problem): return .failure(ReadingProblems([problem]))
    case .success(let root): return read(root, file)
    }
  }

  private static func read(_ root: YAMLNode, _ file: String) -> Result<HolidayFile, ReadingProblems> {
    var keys = YAMLKeys(file: file)
    let known = ["source", "covers", "holidays", "working"]
    guard let values = keys.values(of: root, "a holiday file", known: known) else {
      return .failure(ReadingProblems(keys.problems))
    }
    guard let covers = values["covers"], let range = covered(covers, &keys) else {
      if values["covers"] == nil {
        keys.report("a holiday file states the dates that it covers, `covers: {from: …, to: …}`", root)
      }
      return .failure(ReadingProblems(keys.problems))
    }
    var result = HolidayFile(coversFrom: range.0, coversTo: range.1)
    if let source = values["source"] { result.source = keys.text(source, "`source`") ?? "" }
    if let node = values["holidays"] { result.holidays = entries(node, result, &keys) }
    if let node = values["working"] { result.working = entries(node, result, &keys) }
    return HolidayFile.checked(result, keys.problems)
  }

  private static func covered(_ node: YAMLNode, _ keys: inout YAMLKeys) -> (CivilDate, CivilDate)? {
    guard let values = keys.values(of: node, "`covers`", known: ["from", "to"]),
      let from = date(values["from"], "`from`", node, &keys), let to = date(values["to"], "`to`", node, &keys)
    else { return nil }
    if to < from {
      keys.report("the dates of `covers` are the wrong way round", node)
      return nil
    }
    return (from, to)
  }

  private static func date(
    _ value: YAMLNode?, _ what: String, _ parent: YAMLNode, _ keys: inout YAMLKeys
  ) -> CivilDate? {
    guard let value else {
      keys.report("\(what) is missing", parent)
      return nil
    }
    if let text = value.text, let date = HolidayFile.date(text) { return date }
    keys.report("\(what) must be a date such as 2026-03-02, found \(value.title)", value)
    return nil
  }

  private static func entries(
    _ node: YAMLNode, _ file: HolidayFile, _ keys: inout YAMLKeys
  ) -> [HolidayFile.Entry] {
    guard case .sequence(let nodes) = node.content else {
      if !node.isNull { keys.report("expected a list of dates, found \(node.title)", node) }
      return []
    }
    var entries: [HolidayFile.Entry] = []
    for node in nodes {
      guard let entry = entry(node, &keys) else { continue }
      if let fault = file.fault(entry) { keys.report(fault, node) } else { entries.append(entry) }
    }
    return entries
  }

  private static func entry(_ node: YAMLNode, _ keys: inout YAMLKeys) -> HolidayFile.Entry? {
    if let text = node.text {
      if let date = HolidayFile.date(text) { return HolidayFile.Entry(from: date, to: date, name: "") }
    }
    guard let values = keys.values(of: node, "an entry", known: ["date", "from", "to", "name"]) else {
      return nil
    }
    let name = values["name"].flatMap { keys.text($0, "`name`") } ?? ""
    if let day = values["date"] {
      if values["from"] != nil || values["to"] != nil {
        keys.report("an entry has either `date`, or `from` and `to`", node)
        return nil
      }
      return date(day, "`date`", node, &keys).map { HolidayFile.Entry(from: $0, to: $0, name: name) }
    }
    guard let from = date(values["from"], "`from`", node, &keys),
      let to = date(values["to"], "`to`", node, &keys)
    else { return nil }
    return HolidayFile.Entry(from: from, to: to, name: name)
  }
}
