import PledgeTime

/// One event of a ticket's log.
@usableFromInline package struct LoggedEvent: Sendable, Hashable {
  @usableFromInline package var at: Instant
  /// Index of the event in the vocabulary.
  @usableFromInline package var code: Int32
  /// Where its attributes start in the ticket's `attributes`, in the order of their declaration; -1 without.
  @usableFromInline package var firstAttribute: Int32

  @inlinable package init(at: Instant, code: Int32, firstAttribute: Int32 = -1) {
    self.at = at
    self.code = code
    self.firstAttribute = firstAttribute
  }
}

/// A value that an event of the log gives a field from its instant on.
@usableFromInline package struct FieldChange: Sendable, Hashable {
  @usableFromInline package var at: Instant
  /// Index of the field in the vocabulary.
  @usableFromInline package var field: Int32
  /// `missing` where the event takes the value away.
  @usableFromInline package var value: Scalar

  @inlinable package init(at: Instant, field: Int32, value: Scalar) {
    self.at = at
    self.field = field
    self.value = value
  }
}

/// One ticket: typed values by field and events in order of time.
///
/// A reader fills one ticket again and again (`clear`, fill, `finish`), so that a history allocates nothing
/// per ticket. `finish` establishes what the evaluator relies on.
///
/// **Invariant**: after `finish`, `values` has one scalar a field of the vocabulary, of that field's type or
/// `missing`, and `events` and `changes` ascend in time; those of one instant keep the order of the file.
@usableFromInline package struct Ticket: Sendable {
  /// One scalar a declared field: its value before any change.
  @usableFromInline package var values: [Scalar]
  /// One scalar for each further path that a run asked for (`--by`, `--compare`), read as text or truth.
  @usableFromInline package var captured: [Scalar]
  @usableFromInline package var events: [LoggedEvent] = []
  @usableFromInline package var attributes: [Scalar] = []
  /// What events change of the fields.
  @usableFromInline package var changes: [FieldChange] = []
  /// UTF-8 of the ticket's id.
  @usableFromInline package var id: [UInt8] = []
  @usableFromInline var textBytes: [UInt8] = []
  @usableFromInline var textStarts: [Int32] = [0]

  package init(fields: Int, captures: Int = 0) {
    values = Array(repeating: .missing, count: fields)
    captured = Array(repeating: .missing, count: captures)
  }

  /// Forgets everything but the memory.
  @inlinable package mutating func clear() {
    for index in values.indices { values[index] = .missing }
    for index in captured.indices { captured[index] = .missing }
    events.removeAll(keepingCapacity: true)
    // Most tickets have none, and emptying what is empty costs as much.
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    if !changes.isEmpty { changes.removeAll(keepingCapacity: true) }
    id.removeAll(keepingCapacity: true)
    if textStarts.count > 1 {
      textBytes.removeAll(keepingCapacity: true)
      textStarts.removeLast(textStarts.count - 1)
    }
  }

  /// Puts the events in order of time, stably; a log that is in order costs one pass.
  @inlinable package mutating func finish() {
    if changes.count > 1 { sortChanges() }
    // The usual case, which writes nothing.
    if isInOrder { return }
    var index = 1
    while index < events.count {
      guard events[index - 1].at > events[index].at else {
        index += 1
        continue
      }
      let event = events[index]
      var hole = index
      while hole > 0, events[hole - 1].at > event.at {
        events[hole] = events[hole - 1]
        hole -= 1
        if index - hole > 64 {
          events[hole] = event
          return sortStably()
        }
      }
      events[hole] = event
      index += 1
    }
  }

  @inlinable var isInOrder: Bool {
    events.withUnsafeBufferPointer { events in
      var (latest, result) = (Instant.earliest, true)
      for event in events {
        if event.at < latest { result = false }
        latest = event.at
      }
      return result
    }
  }

  /// The id of a text of this ticket: the pool's where it knows the text, else one of the ticket's own.
  @inlinable package mutating func text(_ utf8: UnsafeBufferPointer<UInt8>, pool: TextPool) -> TextID {
    if let known = pool.find(utf8) { return known }
    for position in 0..<(textStarts.count - 1) where ownText(position, equals: utf8) {
      return TextID(local: position)
    }
    textBytes.append(contentsOf: utf8)
    textStarts.append(Int32(textBytes.count))
    return TextID(local: textStarts.count - 2)
  }

  /// The text of an id, from the ticket or from the pool.
  package func text(_ id: TextID, pool: TextPool) -> String {
    guard let position = id.localPosition else { return pool.text(id) }
    guard position < textStarts.count - 1 else { return "" }
    return String(
      decoding: textBytes[Int(textStarts[position])..<Int(textStarts[position + 1])], as: UTF8.self)
  }

  @inlinable func ownText(_ position: Int, equals utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(textStarts[position])
    guard Int(textStarts[position + 1]) - start == utf8.count else { return false }
    for offset in 0..<utf8.count where textBytes[start + offset] != utf8[offset] { return false }
    return true
  }

  @usableFromInline mutating func sortChanges() {
    let order = changes.indices.sorted { left, right in
      changes[left].at == changes[right].at ? left < right : changes[left].at < changes[right].at
    }
    changes = order.map { changes[$0] }
  }

  /// For logs that are far out of order: n log n, stable by position.
  @usableFromInline mutating func sortStably() {
    let order = events.indices.sorted { left, right in
      events[left].at == events[right].at ? left < right : events[left].at < events[right].at
    }
    events = order.map { events[$0] }
  }
}
