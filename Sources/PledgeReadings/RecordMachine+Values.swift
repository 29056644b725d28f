import PledgeNumbers
import PledgeTickets
import PledgeTime

extension RecordMachine {
  /// The plan of a field or an attribute.
  func valuePlan(_ index: Int, isAttribute: Bool) -> ValuePlan {
    isAttribute ? attributePlans[index] : plan.fields[index]
  }

  /// Types one value and puts it into the ticket: a field's at its place, an attribute's at the end.
  @inline(__always) mutating func readValue(
    _ cell: Cell, _ op: UnsafeMutablePointer<Op>, _ index: Int, isAttribute: Bool, _ ticket: inout Ticket,
    _ recordStart: Cursor
  ) -> Bool {
    // The way of nearly every value: a choice that is written as it is declared.
    if op.pointee.type == .choice, op.pointee.isPlain, cell.kind == .string || cell.kind == .text {
      let choice = op.pointee.choices.find(cell.at, Int(cell.count))
      if choice >= 0 {
        if isAttribute {
          ticket.attributes.append(.choice(choice))
        } else {
          ticket.values[index] = .choice(choice)
        }
        return true
      }
    }
    if cell.kind == .number, op.pointee.isPlain, op.pointee.type == .money || op.pointee.type == .decimal {
      let text = UnsafeBufferPointer(start: cell.at, count: Int(cell.count))
      if case .success(let number) = Decimal.parse(text) {
        if isAttribute {
          ticket.attributes.append(.number(number))
        } else {
          ticket.values[index] = .number(number)
        }
        return true
      }
    }
    if op.pointee.isUnread, cell.kind == .string || (cell.kind == .text && cell.count > 0) { return true }
    guard let value = scalar(cell, op, index, isAttribute: isAttribute, &ticket, recordStart) ?? forgiven()
    else { return false }
    if isAttribute { ticket.attributes.append(value) } else { ticket.values[index] = value }
    return true
  }

  /// What stands in the place of a value that cannot be read; nil where that rejects the record.
  mutating func forgiven() -> Scalar? {
    guard isLenient else { return nil }
    failed = false
    return .missing
  }

  /// The scalar of a cell: its own, its default, missing, or nil with the failure noted.
  @inline(never) mutating func scalar(
    _ cell: Cell, _ op: UnsafeMutablePointer<Op>, _ index: Int, isAttribute: Bool, _ ticket: inout Ticket,
    _ recordStart: Cursor
  ) -> Scalar? {
    switch cell.kind {
    case .absent, .null:
      return absent(cell, op, index, isAttribute: isAttribute, &ticket, recordStart)
    case .yes, .no:
      guard op.pointee.type == .truth else { return mismatch(cell, index, isAttribute) }
      return .truth(cell.kind == .yes)
    case .container:
      return mismatch(cell, index, isAttribute)
    case .number, .string, .escaped, .text:
      guard var text = text(cell) else {
        _ = fail(.invalidText, cell.at, name(index, isAttribute))
        return nil
      }
      if !op.pointee.missing.isEmpty, op.pointee.missing.find(text.at, text.count) >= 0 {
        return absent(cell, op, index, isAttribute: isAttribute, &ticket, recordStart)
      }
      if text.count == 0, cell.kind == .text || (textual && op.pointee.type != .text) {
        return absent(cell, op, index, isAttribute: isAttribute, &ticket, recordStart)
      }
      var kind = cell.kind
      if !op.pointee.translations.isEmpty {
        let known = op.pointee.translations.find(text.at, text.count)
        if known >= 0 {
          let translated = valuePlan(index, isAttribute: isAttribute).translated[Int(known)]
          // The plan keeps the text alive.
          text = (translated.start, translated.count)
          kind = .text
        }
      }
      return typed(text.at, text.count, kind, cell, op, index, isAttribute, &ticket)
    }
  }

  private mutating func absent(
    _ cell: Cell, _ op: UnsafeMutablePointer<Op>, _ index: Int, isAttribute: Bool, _ ticket: inout Ticket,
    _ recordStart: Cursor
  ) -> Scalar? {
    let value = valuePlan(index, isAttribute: isAttribute)
    if let text = op.pointee.node < 0 ? value.constant : value.otherwise {
      return typed(text.start, text.count, .text, cell, op, index, isAttribute, &ticket)
    }
    switch value.declaration.presence {
    case .optional: return .missing
    case .defaulted(let scalar): return scalar
    case .required:
      _ = fail(.missing, cell.kind == .absent ? recordStart : cell.at, name(index, isAttribute))
      return nil
    }
  }

  private mutating func typed(
    _ at: Cursor, _ count: Int, _ kind: Cell.Kind, _ cell: Cell, _ op: UnsafeMutablePointer<Op>, _ index: Int,
    _ isAttribute: Bool, _ ticket: inout Ticket
  ) -> Scalar? {
    let text = UnsafeBufferPointer(start: at, count: count)
    let result: Result<Scalar, Rejection.Reason>
    switch op.pointee.type {
    case .text:
      if kind == .number { return mismatch(cell, index, isAttribute) }
      return .text(ticket.text(text, pool: pool))
    case .key:
      return .text(ticket.text(text, pool: pool))
    case .choice:
      let choice = op.pointee.choices.find(at, count)
      if choice >= 0 { return .choice(choice) }
      let members = valuePlan(index, isAttribute: isAttribute).members
      result = .failure(.unknownMember(text: Self.quote(at, count), members: members))
    case .truth:
      if kind == .number || (kind != .text && !textual) { return mismatch(cell, index, isAttribute) }
      result = ValueText.truth(text)
    case .integer: result = ValueText.number(text, whole: true)
    case .decimal: result = ValueText.number(text, whole: false)
    case .percent: result = kind == .number ? ValueText.bareNumberForPercent : ValueText.percent(text)
    case .money:
      guard let currency = op.pointee.currency else { return mismatch(cell, index, isAttribute) }
      result = ValueText.money(text, currency)
    case .duration: result = ValueText.duration(text)
    case .instant:
      if kind == .number { return mismatch(cell, index, isAttribute) }
      result = instant(at, count).map { .instant($0) }
    case .date:
      if kind == .number { return mismatch(cell, index, isAttribute) }
      result = ValueText.date(text, plan.patterns)
    }
    switch result {
    case .success(let scalar): return scalar
    case .failure(let reason):
      _ = fail(reason, cell.at, name(index, isAttribute))
      return nil
    }
  }

  /// The instant of a text: ISO 8601 or the mapping's patterns, in the mapping's zone where it has no offset.
  mutating func instant(_ at: Cursor, _ count: Int) -> Result<Instant, Rejection.Reason> {
    if let known = times.read(at, count) { return .success(Instant(microseconds: known)) }
    return slowInstant(at, count)
  }

  @inline(never) private mutating func slowInstant(_ at: Cursor, _ count: Int) -> Result<
    Instant, Rejection.Reason
  > {
    let text = UnsafeBufferPointer(start: at, count: count)
    for pattern in plan.patterns {
      switch pattern.read(text) {
      case .instant(let instant): return .success(instant)
      case .civil(let date, let time): return inZone(date, time, at, count)
      case .impossible: return .failure(.impossible(expected: "time", text: Self.quote(at, count)))
      case .leapSecond: return .failure(.leapSecond(text: Self.quote(at, count)))
      case .tooFine: return .failure(.tooFine(text: Self.quote(at, count)))
      case .other: continue
      }
    }
    switch Timestamp.parse(text) {
    case .success(.instant(let instant)): return .success(instant)
    case .success(.civil(let date, let time)): return inZone(date, time, at, count)
    case .success(.date):
      return .failure(
        .wrongType(
          expected: "a time such as 2026-03-02T10:00:00+08:00", found: "the date `\(Self.quote(at, count))`"))
    case .failure(let fault): return .failure(Self.reason(fault, at, count))
    }
  }

  private func inZone(
    _ date: CivilDate, _ time: WallTime, _ at: Cursor, _ count: Int
  ) -> Result<Instant, Rejection.Reason> {
    guard let zone = plan.zone else { return .failure(.timeWithoutZone(text: Self.quote(at, count))) }
    return .success(zone.instant(date, time))
  }

  static func reason(_ fault: Timestamp.Fault, _ at: Cursor, _ count: Int) -> Rejection.Reason {
    let text = quote(at, count)
    return switch fault {
    case .empty: .missing
    case .malformed: .wrongType(expected: "a time such as 2026-03-02T10:00:00+08:00", found: "`\(text)`")
    case .noSuchDate, .noSuchTime: .impossible(expected: "time", text: text)
    case .leapSecond: .leapSecond(text: text)
    case .tooManyFractionDigits: .tooFine(text: text)
    }
  }

  func name(_ index: Int, _ isAttribute: Bool) -> String {
    valuePlan(index, isAttribute: isAttribute).declaration.name
  }

  /// A value of another kind than the declared type has.
  private mutating func mismatch(_ cell: Cell, _ index: Int, _ isAttribute: Bool) -> Scalar? {
    let declaration = valuePlan(index, isAttribute: isAttribute).declaration
    _ = fail(
      .wrongType(expected: ValueText.title(declaration.type), found: Self.found(cell.kind)), cell.at,
      declaration.name)
    return nil
  }
}
