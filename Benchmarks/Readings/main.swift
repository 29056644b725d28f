import Glibc
import PledgeNumbers
import PledgeReadings
import PledgeTickets

// Measures decoding alone: readings-bench FILE [MAPPING] [THREADS]. The vocabulary is that of the reference job.

let events = [
  "reported", "dispatched", "accepted", "arrived", "progress", "pending_customer", "resumed", "restored",
  "reopened", "confirmed", "report_sent", "closed",
]
let currency = Currency("CNY").map { ValueType.money($0) } ?? .decimal
let vocabulary = Vocabulary(
  fields: [
    FieldDeclaration(name: "product", type: .choice(members: ["vpn", "sdh", "ddn", "mpls", "internet"])),
    FieldDeclaration(name: "tier", type: .choice(members: ["AAA", "AA", "A", "normal"])),
    FieldDeclaration(name: "monthly_fee", type: currency),
    FieldDeclaration(
      name: "cause",
      type: .choice(members: ["carrier", "equipment", "third_party", "customer", "planned", "force_majeure"])),
  ],
  events: events.map { EventDeclaration(name: $0) })

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let arguments = CommandLine.arguments
guard arguments.count > 1 else { fatalError("readings-bench FILE [MAPPING]") }
let path = arguments[1]
let mapping = arguments.count > 2 ? try TicketMapping.load(path: arguments[2]) : nil
let plan = try RecordPlan.compile(vocabulary: vocabulary, mapping: mapping).get()

for _ in 0..<5 {
  let start = now()
  let reader = try HistoryReader(path: path, plan: plan)
  let decoder = RecordDecoder(plan: plan, pool: TextPool())
  var ticket = decoder.makeTicket()
  let chunk = HistoryChunk()
  var (tickets, logged, rejected, bytes) = (0, 0, 0, 0)
  var decoding = 0.0
  while try reader.next(into: chunk) {
    bytes += chunk.count
    let before = now()
    decoder.decode(chunk, ticket: &ticket) { ticket in
      tickets += 1
      logged += ticket.events.count
    } onRejection: { rejection in
      if rejected == 0 { print(rejection.line, rejection.reason.text, rejection.field ?? "") }
      rejected += 1
    }
    decoding += now() - before
  }
  let total = now() - start
  let speed = { (seconds: Double) in Int(Double(bytes) / 1e6 / seconds) }
  print(
    "\(tickets) tickets, \(logged) events, \(rejected) rejected, \(bytes) bytes: decoding \(speed(decoding)) MB/s,",
    "with reading \(speed(total)) MB/s, \(Int(decoding * 1e9 / Double(max(1, tickets)))) ns a ticket")
}
let source = try FileSource(path: path)
var hash = BLAKE2b()
let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
let start = now()
while case let got = try source.read(into: block), got > 0 {
  hash.update(UnsafeRawBufferPointer(rebasing: block[..<got]))
}
print("blake2b256 \(hash.finish().prefix(8))… \(now() - start) s")
