/// What a policy says a register consists of.
package struct RegisterDeclaration: Sendable {
  package var name: String
  /// The columns whose values together name a row; most registers have one.
  package var keys: [FieldDeclaration]
  /// The other columns.
  package var columns: [FieldDeclaration]
  /// `many by`: a key may have several rows.
  package var isMany: Bool

  package init(name: String, keys: [FieldDeclaration], columns: [FieldDeclaration], isMany: Bool = false) {
    self.name = name
    self.keys = keys
    self.columns = columns
    self.isMany = isMany
  }

  /// The columns that say when a row holds, where it says so: a date `valid_to` is the last day, an instant
  /// the first that does not belong to it any more.
  package var validFrom: Int? { isMany ? nil : column("valid_from", of: [.date, .instant]) }
  package var validTo: Int? { isMany ? nil : column("valid_to", of: [.date, .instant]) }
  /// Whether a key has a row for each of several times.
  package var isDated: Bool { validFrom != nil || validTo != nil }
  /// The columns between which the rows of a register of windows lie.
  package var window: (start: Int, end: Int)? {
    guard isMany, let start = column("start", of: [.instant]), let end = column("end", of: [.instant]) else {
      return nil
    }
    return (start, end)
  }

  /// The columns between which a row holds, or its window lies, where it states both.
  package var ends: (start: Int, end: Int)? {
    if let window { return window }
    guard let start = validFrom, let end = validTo else { return nil }
    return (start, end)
  }

  /// Whether a row is over before it begins, so that it would hold at no time.
  package func endsBeforeItBegins(_ cells: [Scalar]) -> Bool {
    guard let (start, end) = ends else { return false }
    switch (cells[start], cells[end]) {
    case (.date(let start), .date(let end)): return end < start
    case (.instant(let start), .instant(let end)): return end < start
    case (_, _): return false
    }
  }

  private func column(_ name: String, of types: [ValueType]) -> Int? {
    columns.firstIndex { $0.name == name && types.contains($0.type) }
  }
}
