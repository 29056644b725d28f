import PledgeNumbers
import PledgeTickets
import PledgeTime
import Testing

@testable import PledgeReadings

/// What reading gave, as text: a line a ticket or rejection, so that tests compare whole readings.
struct Reading: Equatable {
  var tickets: [String] = []
  var rejections: [Rejection] = []
  /// Tickets and rejections in their order.
  var lines: [String] = []
}

/// The root of the repository.
let root = String(#filePath.split(separator: "/").dropLast(3).joined(separator: "/").reversed().reversed())

func repositoryFile(_ path: String) -> String { "/" + root + "/" + path }

func describe(_ scalar: Scalar, _ ticket: Ticket, _ pool: TextPool) -> String {
  switch scalar {
  case .missing: "missing"
  case .truth(let value): "\(value)"
  case .number(let number): "\(number.coefficient)e-\(number.scale)"
  case .duration(let duration): duration.text
  case .instant(let instant): "@\(instant.microseconds)"
  case .date(let date): "d\(date.dayNumber)"
  case .text(let id): "'\(ticket.text(id, pool: pool))'"
  case .choice(let index): "#\(index)"
  }
}

func describe(_ ticket: Ticket, _ plan: RecordPlan, _ pool: TextPool) -> String {
  let id = String(decoding: ticket.id, as: UTF8.self)
  let values = ticket.values.map { describe($0, ticket, pool) }.joined(separator: " ")
  let captured = ticket.captured.map { describe($0, ticket, pool) }.joined(separator: " ")
  let events = ticket.events.map { event in
    let declaration = plan.vocabulary.events[Int(event.code)]
    var text = "\(declaration.name)@\(event.at.microseconds)"
    for index in declaration.attributes.indices where event.firstAttribute >= 0 {
      text += "/" + describe(ticket.attributes[Int(event.firstAttribute) + index], ticket, pool)
    }
    return text
  }
  let changes = ticket.changes.map { change in
    let name = plan.vocabulary.fields[Int(change.field)].name
    return " \(name)@\(change.at.microseconds)=\(describe(change.value, ticket, pool))"
  }
  return "\(id): \(values) | \(captured) | \(events.joined(separator: " "))\(changes.joined())"
}

/// Reads bytes as a file of this name.
func read(
  _ bytes: [UInt8], _ name: String, _ plan: RecordPlan, chunkSize: Int = 1 << 20, step: Int = .max,
  recordLimit: Int = 16 << 20
) throws -> Reading {
  var pool = TextPool()
  _ = pool.intern("known")
  let source = try InputFile.decoded(
    MemorySource(name: name, bytes: bytes, step: step), charset: plan.mapping.charset)
  var options = HistoryReader.Options()
  options.chunkSize = chunkSize
  options.recordLimit = recordLimit
  let reader = try HistoryReader(source: source, plan: plan, options: options)
  return try read(reader, plan, pool)
}

func read(_ reader: HistoryReader, _ plan: RecordPlan, _ pool: TextPool) throws -> Reading {
  try read(reader, RecordDecoder(plan: plan, pool: pool), plan, pool)
}

func read(
  _ reader: HistoryReader, _ decoder: RecordDecoder, _ plan: RecordPlan, _ pool: TextPool
) throws -> Reading {
  var ticket = decoder.makeTicket()
  let chunk = HistoryChunk()
  var reading = Reading()
  while try reader.next(into: chunk) {
    decoder.decode(chunk, ticket: &ticket) { ticket in
      let line = describe(ticket, plan, pool)
      reading.tickets.append(line)
      reading.lines.append(line)
    } onRejection: { rejection in
      reading.rejections.append(rejection)
      reading.lines.append(describe(rejection))
    }
  }
  return reading
}

func describe(_ rejection: Rejection) -> String {
  "\(rejection.line):\(rejection.column.map(String.init) ?? "-") \(rejection.ticket ?? "-") "
    + "\(rejection.field ?? "-"): \(rejection.reason.text)"
}

func read(_ text: String, _ name: String, _ plan: RecordPlan) throws -> Reading {
  try read(Array(text.utf8), name, plan)
}

/// A vocabulary with a field of each type.
let everyType = Vocabulary(
  fields: [
    FieldDeclaration(name: "truth", type: .truth, presence: .optional),
    FieldDeclaration(name: "integer", type: .integer, presence: .optional),
    FieldDeclaration(name: "decimal", type: .decimal, presence: .optional),
    FieldDeclaration(name: "percent", type: .percent, presence: .optional),
    FieldDeclaration(
      name: "money", type: Currency("CNY").map { .money($0) } ?? .decimal, presence: .optional),
    FieldDeclaration(name: "duration", type: .duration, presence: .optional),
    FieldDeclaration(name: "instant", type: .instant, presence: .optional),
    FieldDeclaration(name: "date", type: .date, presence: .optional),
    FieldDeclaration(name: "text", type: .text, presence: .optional),
    FieldDeclaration(name: "choice", type: .choice(members: ["gold", "silver", "青铜"]), presence: .optional),
    FieldDeclaration(name: "key", type: .key(register: 0), presence: .optional),
    FieldDeclaration(
      name: "level", type: .choice(members: ["low", "high"]), presence: .defaulted(.choice(0))),
  ],
  events: [
    EventDeclaration(name: "opened", once: true), EventDeclaration(name: "closed"),
    EventDeclaration(
      name: "notified",
      attributes: [
        FieldDeclaration(name: "role", type: .text),
        FieldDeclaration(name: "rank", type: .integer, presence: .optional),
      ]),
  ])

func plan(
  _ vocabulary: Vocabulary = everyType, mapping text: String? = nil, captures: [String] = []
) throws -> RecordPlan {
  let mapping = try text.map { try TicketMapping.parse(Array($0.utf8), file: "mapping.yaml").get() }
  return try RecordPlan.compile(vocabulary: vocabulary, mapping: mapping, captures: captures).get()
}

/// An input of a test, named shortly in its messages.
struct Input: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String
  var mapping: String?
  var testDescription: String { mapping == nil ? name : name + " with a mapping" }

  init(_ name: String, _ text: String, _ mapping: String? = nil) {
    self.name = name
    self.text = text
    self.mapping = mapping
  }
}
