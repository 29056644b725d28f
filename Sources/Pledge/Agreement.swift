import PledgeChecker
import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeSimulation
import PledgeTickets
import PledgeTime

/// A policy, checked and ready to decide tickets.
///
/// It is immutable: any number of threads may decide with one.
public struct Agreement: Sendable {
  private let policy: Policy

  /// The id that the policy's header states.
  public var id: String { policy.header.id }
  /// The version that the policy's header states.
  public var version: String { policy.header.version }
  /// The policy's title.
  public var title: String { policy.header.title }

  /// Reads a policy's text. `holidays` gives the bytes of the holiday files that the text names, `files`
  /// those of the policy files that it uses, by their paths relative to the folder of `name`.
  ///
  /// Zones come from the system's tz database. Throws `PolicyFaults` where the text has errors.
  public init(
    text: String, name: String = "policy.pledge",
    holidays: (_ path: String) throws -> [UInt8] = { throw PledgeFault("there is no file \($0)") },
    files: (_ path: String) throws -> [UInt8] = { throw PledgeFault("there is no file \($0)") }
  ) throws {
    let folder = FolderOfTexts()
    let file = folder.sources.add(name: name, text: text)
    folder.files[name] = file
    let result = withoutActuallyEscaping(holidays) { holidays in
      withoutActuallyEscaping(files) { files in
        Checker.check(
          file, environment: Self.environment(holidays) { folder.file($0, from: $1, read: files) })
      }
    }
    let sources = folder.sources
    guard let policy = result.policy else {
      let renderer = DiagnosticRenderer(sources: sources)
      let errors = result.diagnostics.filter { $0.severity == .error }
      throw PolicyFaults(messages: errors.map { renderer.render($0) })
    }
    self.policy = policy
  }

  /// Decides tickets as of an instant (ISO 8601; without an offset, of the policy's zone).
  ///
  /// `tickets` are records as docs/mapping.md describes them without a mapping, one JSON object a line.
  /// `registers` has the bytes of a CSV file for each register that the policy declares. Records that
  /// cannot be read are given to `onRejection` with a message. Throws `PledgeFault`.
  public func decide(
    ndjson tickets: [UInt8], registers: [String: [UInt8]] = [:], asOf text: String,
    onRejection: (String) -> Void = { _ in }
  ) throws -> [Decision] {
    var policy = policy
    let loaded = try policy.registers.map { declaration in
      guard let bytes = registers[declaration.name] else {
        throw PledgeFault("the policy needs the register `\(declaration.name)`")
      }
      let source = MemorySource(name: declaration.name + ".csv", bytes: bytes)
      return try Self.reading {
        try RegisterReader.read(source, declaration: declaration, format: .csv, pool: &policy.texts)
      }
    }
    guard let asOf = ParameterSetting.instant(text, policy.header.zone) else {
      throw PledgeFault("`\(text)` is no instant")
    }
    let recordPlan = try RecordPlan.compile(vocabulary: policy.vocabulary).get()
    let plan = Plan(policy)
    let decoder = RecordDecoder(plan: recordPlan, pool: policy.texts)
    var evaluator = Evaluator(plan: plan, registers: loaded)
    if TicketIndex.isNeeded(by: plan) {
      var index = TicketIndex(plan: plan)
      try Self.read(tickets, recordPlan, decoder) {
        evaluator.note(&$0, asOf: asOf, in: &index)
      } onRejection: { _ in
      }
      index.complete()
      evaluator.ticketIndex = index
    }
    if evaluator.plan.hasGroups {
      var items = ItemCollection(evaluator.plan)
      try Self.read(tickets, recordPlan, decoder) { ticket in
        evaluator.decide(&ticket, asOf: asOf)
        items.take(&ticket, &evaluator)
      } onRejection: { _ in
      }
      evaluator.settled = items.finish(&evaluator, asOf: asOf).groups
    }
    let encoder = DecisionNDJSON(policy: policy)
    var decisions: [Decision] = []
    try Self.read(tickets, recordPlan, decoder) { ticket in
      evaluator.decide(&ticket, asOf: asOf)
      var json: [UInt8] = []
      encoder.append(ticket, evaluator, recorded: nil, to: &json)
      decisions.append(Decision(ticket, evaluator, json: String(decoding: json.dropLast(), as: UTF8.self)))
    } onRejection: {
      onRejection(RejectionText.message($0))
    }
    return decisions
  }

  /// Hands over each ticket of some records, and why others are none.
  private static func read(
    _ records: [UInt8], _ plan: RecordPlan, _ decoder: RecordDecoder,
    onTicket: (inout Ticket) -> Void, onRejection: (Rejection) -> Void
  ) throws {
    let reader = try HistoryReader(
      source: MemorySource(name: "tickets", bytes: records), plan: plan, format: .ndjson)
    let chunk = HistoryChunk()
    var ticket = decoder.makeTicket()
    while try reader.next(into: chunk) {
      decoder.decode(chunk, ticket: &ticket, onTicket: onTicket, onRejection: onRejection)
    }
  }

  private static func environment(
    _ holidays: @escaping (String) throws -> [UInt8], files: @escaping (String, String) -> FileAnswer
  ) -> CheckerEnvironment {
    CheckerEnvironment(
      zone: { name in
        switch ZoneLibrary().zone(named: name) {
        case .success(let zone): .zone(zone)
        case .failure: .unknown
        }
      },
      holidays: { path, _ in
        do {
          return .list(HolidayList(try HolidayFile.parse(holidays(path), file: path).get()))
        } catch {
          return .unreadable(reason: "\(error)")
        }
      }, file: files)
  }

  private static func reading<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch { throw PledgeFault("\(error)") }
  }
}

/// Why a policy's text is none: one rendered message an error, with place and hint.
public struct PolicyFaults: Error, Sendable, CustomStringConvertible {
  /// The messages in the order of the text.
  public let messages: [String]

  /// All messages.
  public var description: String { messages.joined(separator: "\n") }
}

/// Why something could not be done, in words.
public struct PledgeFault: Error, Sendable, CustomStringConvertible {
  /// What is wrong.
  public let description: String

  /// A fault in words.
  public init(_ description: String) { self.description = description }
}
