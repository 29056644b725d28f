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

  /// Reads events like `{"at":"2025-12-30T22:24:13+08:00","type":"closed"}`, as compact writers write them, with
  /// the commas between them; stops behind the last before any other text.
  mutating func addPlainEvents(
    _ at: inout Cursor, _ form: PlainEventForm, _ names: ByteTable.View, _ ticket: inout Ticket
  ) {
    var cursor = at
    while form.head.stands(cursor) {
      let time = cursor + form.head.count
      guard form.middle.stands(time + 25), let instant = times.read(time, 25) else { return }
      let name = time + 25 + form.middle.count
      let quote = JSONScanner.quote(from: name)
      guard quote[0] == 0x22, quote[1] == 0x7d else { return }
      let code = names.find(name, quote - name)
      guard code >= 0, code != SourcePlan.ignored else { return }
      ticket.events.append(LoggedEvent(at: Instant(microseconds: instant), code: code))
      at = quote + 2
      guard at.pointee == 0x2c else { return }
      cursor = at + 1
    }
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
