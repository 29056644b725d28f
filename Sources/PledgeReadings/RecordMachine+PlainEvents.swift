import PledgeTickets
import PledgeTime

extension RecordMachine {
  /// The text around the time and the name of an event that has nothing else.
  struct PlainEventForm {
    /// `{"at":"`
    var head: ShortText
    /// `","type":"`
    var middle: ShortText

    /// Nil where it is too long, or where an escape could spell one of the names.
    init?(at: String, type: String, names: [[UInt8]]) {
      guard let head = ShortText(#"{"\#(at)":""#), let middle = ShortText(#"","\#(type)":""#),
        names.allSatisfy({ $0.allSatisfy { $0 >= 0x20 && $0 != 0x5c } })
      else { return nil }
      self.head = head
      self.middle = middle
    }
  }

  /// Reads events like `{"at":"2025-12-30T22:24:13+08:00","type":"closed"}`, as compact writers write them,
  /// with the commas between them; stops behind the last before any other text, or where the buffer is full.
  mutating func addPlainEvents(
    _ at: inout Cursor, _ form: PlainEventForm, _ names: ByteTable.View, _ ticket: inout Ticket
  ) {
    var count = 0
    var cursor = at
    while count < Self.plainEventLimit, let event = plainEvent(&cursor, form, names) {
      plainEvents[count] = event
      count &+= 1
      at = cursor
      guard at.pointee == 0x2c else { break }
      cursor = at + 1
    }
    // Together, because an array asks at each event whether it is the only owner of its memory.
    if count > 0 { ticket.events.append(contentsOf: UnsafeBufferPointer(start: plainEvents, count: count)) }
  }

  /// Reads one such event to behind its brace; nil for any other text.
  @inline(__always) private mutating func plainEvent(
    _ at: inout Cursor, _ form: PlainEventForm, _ names: ByteTable.View
  ) -> LoggedEvent? {
    guard form.head.stands(at) else { return nil }
    let time = at + form.head.count
    guard form.middle.stands(time + 25), let instant = times.read(time, 25) else { return nil }
    let name = time + 25 + form.middle.count
    let quote = JSONScanner.quote(from: name)
    guard quote[0] == 0x22, quote[1] == 0x7d else { return nil }
    let code = names.find(name, quote - name)
    guard code >= 0, code != SourcePlan.ignored else { return nil }
    at = quote + 2
    return LoggedEvent(at: Instant(microseconds: instant), code: code)
  }
}

/// A text of at most 16 bytes, compared in two words.
struct ShortText {
  let count: Int
  private let first: UInt64
  private let second: UInt64
  private let firstMask: UInt64
  private let secondMask: UInt64

  /// Nil for a longer text.
  init?(_ text: String) {
    let bytes = StableBytes(Array(text.utf8))
    guard bytes.count <= 16 else { return nil }
    count = bytes.count
    firstMask = Words.mask(count)
    secondMask = Words.mask(max(0, count - 8))
    first = Words.load(bytes.start) & firstMask
    second = Words.load(bytes.start + 8) & secondMask
  }

  /// Whether the text stands here.
  @inline(__always) func stands(_ at: Cursor) -> Bool {
    ((Words.load(at) ^ first) & firstMask) | ((Words.load(at + 8) ^ second) & secondMask) == 0
  }
}
