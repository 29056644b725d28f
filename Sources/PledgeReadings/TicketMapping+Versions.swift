import PledgeTickets

extension TicketMapping {
  /// The mapping as one of several vocabularies reads it: what only the others have is left out, and an event
  /// that only they have is passed over.
  package func restricted(to own: Vocabulary, among all: [Vocabulary]) -> TicketMapping {
    let others = all.flatMap(\.events).map(\.name).filter { name in
      !own.events.contains { $0.name == name }
    }
    let foreignFields = all.flatMap(\.fields).map(\.name).filter { name in
      !own.fields.contains { $0.name == name }
    }
    guard !others.isEmpty || !foreignFields.isEmpty else { return self }
    var result = self
    result.fields.removeAll { foreignFields.contains($0.name) }
    if result.events.isEmpty, !others.isEmpty {
      let kind = Kind.list(path: RecordPath(["events"]), type: RecordPath(["type"]), names: Names())
      result.events = [EventSource(kind: kind, at: RecordPath(["at"]))]
    }
    result.events = result.events.compactMap { $0.ignoring(others) }
    return result
  }
}

extension TicketMapping.EventSource {
  /// The source without some events; nil where nothing is left of it.
  fileprivate func ignoring(_ events: [String]) -> TicketMapping.EventSource? {
    var result = self
    switch kind {
    case .list(let path, let type, let names):
      result.kind = .list(path: path, type: type, names: names.ignoring(events))
    case .row(let type, let names): result.kind = .row(type: type, names: names.ignoring(events))
    case .instant(let event, _): if events.contains(event) { return nil }
    case .change(let event, _, _, _): if events.contains(event) { return nil }
    }
    return result
  }
}

extension TicketMapping.Names {
  fileprivate func ignoring(_ events: [String]) -> TicketMapping.Names {
    var result = self
    result.ignored += events.filter { !ignored.contains($0) }
    for translation in translations where events.contains(translation.to) {
      result.ignored.append(translation.from)
    }
    result.translations.removeAll { events.contains($0.to) }
    return result
  }
}
