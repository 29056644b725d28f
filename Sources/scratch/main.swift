import Glibc
import PledgeChecker
import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeReadings
import PledgeTickets
import PledgeTime

func now() -> Double { var t = timespec(); clock_gettime(CLOCK_MONOTONIC, &t); return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9 }
let path = "examples/reference-job/reference-job.pledge"
let t0 = now()
var sources = SourceSet()
let src = sources.add(name: path, bytes: try InputFile.readText(path: path, limit: 1 << 20))
let env = CheckerEnvironment(zone: { n in switch ZoneLibrary().zone(named: n) { case .success(let z): .zone(z); case .failure: .unknown } },
  holidays: { p, _ in
    let f = try! HolidayFile.load(path: "examples/reference-job/" + p)
    func d(_ e: [HolidayFile.Entry]) -> [CivilDate] { e.flatMap { ($0.from.dayNumber...$0.to.dayNumber).map { CivilDate(dayNumber: $0) } } }
    return .list(HolidayList(coverage: DateRange(first: f.coversFrom, last: f.coversTo), holidays: d(f.holidays), working: d(f.working)))
  })
let r = Checker.check(src, environment: env)
print(DiagnosticRenderer(sources: sources).render(r.diagnostics))
let policy = r.policy!
let t1 = now()
print("check", t1 - t0)
let rp = try RecordPlan.compile(vocabulary: policy.vocabulary).get()
let reader = try HistoryReader(path: CommandLine.arguments[1], plan: rp)
let dec = RecordDecoder(plan: rp, pool: policy.texts)
var ev = Evaluator(plan: Plan(policy), registers: policy.registers.map { Register(columnCount: $0.columns.count) })
var ticket = dec.makeTicket()
let chunk = HistoryChunk()
var n = 0, breached = 0
let asOf = Instant(microseconds: 1798732800000000)
let decideOn = CommandLine.arguments.count > 2
let t2 = now()
var sum: Int128 = 0
while try reader.next(into: chunk) {
  dec.decode(chunk, ticket: &ticket) { t in
    n += 1
    if decideOn {
      ev.decide(&t, asOf: asOf)
      for o in ev.targets where o.verdict == .breached { breached += 1 }
      for o in ev.refunds where o.state == .owed { sum += o.amount.numerator * (100 / o.amount.denominator) }
    }
  } onRejection: { print($0) }
}
print("tickets", n, "breached", breached, sum, "time", now() - t2)
