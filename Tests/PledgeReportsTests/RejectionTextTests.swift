import PledgeReadings
import Testing

@testable import PledgeReports

@Suite("Records that were not read")
struct RejectionTextTests {
  private static let reasons: [Rejection.Reason] = [
    .malformed(format: .json, detail: "the text ends too early"), .invalidText,
    .tooLarge(what: "a nesting", limit: 64), .notARecord(found: "a number"), .ragged(expected: 3, found: 2),
    .missing, .twice, .wrongType(expected: "a date", found: "a text"),
    .impossible(expected: "date", text: "2026-02-30"), .unknownMember(text: "x", members: ["a", "b"]),
    .otherCurrency(text: "5 USD", expected: "CNY"), .numberTooLarge(text: "1e99"),
    .timeWithoutZone(text: "10:00"), .tooFine(text: "10:00:00.1234567"), .leapSecond(text: "23:59:60"),
    .unknownEvent(text: "repaired"), .eventTwice(event: "closed"), .duplicateTicket,
  ]

  @Test("are counted by a code in English and by words in Chinese", arguments: reasons)
  func kinds(_ reason: Rejection.Reason) {
    #expect(RejectionText.kind(reason.code, in: .english) == reason.code)
    let words = RejectionText.kind(reason.code, in: .chinese)
    #expect(words.contains(/\p{Han}/) && !words.contains(/[A-Za-z]/), "\(words)")
  }

  @Test("say why in Chinese", arguments: reasons)
  func texts(_ reason: Rejection.Reason) {
    let rejection = Rejection(file: "工单.ndjson", line: 3, ticket: "7", field: "字段", reason: reason)
    let words = RejectionText.message(rejection, in: .chinese)
    #expect(words.hasPrefix("工单.ndjson:3：工单 7：`字段`："))
    let own = words.replacing(/`[^`]*`/, with: "").replacing(/ndjson|JSON|CNY/, with: "")
    #expect(!own.contains(/[A-Za-z]/), "\(words)")
  }
}
