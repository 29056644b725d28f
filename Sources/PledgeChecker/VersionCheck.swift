import PledgeDiagnostics
import PledgePolicy
import PledgeTime

/// Whether policies with one id follow each other as versions of one policy.
package struct VersionCheck {
  private let policies: [Policy]
  private let text: (SourceRange) -> String
  private var diagnostics: [Diagnostic] = []

  /// What is wrong with policies as versions: each group of one id is looked at, `text` gives the words of a
  /// range. In the order of the policies' first appearance.
  package static func diagnostics(
    _ policies: [Policy], text: @escaping (SourceRange) -> String
  ) -> [Diagnostic] {
    var ids: [String] = []
    for policy in policies where !ids.contains(policy.header.id) { ids.append(policy.header.id) }
    return ids.flatMap { id -> [Diagnostic] in
      var check = VersionCheck(policies.filter { $0.header.id == id }, text)
      check.check()
      return check.diagnostics
    }
  }

  private init(_ policies: [Policy], _ text: @escaping (SourceRange) -> String) {
    self.policies = policies
    self.text = text
  }

  private mutating func check() {
    guard policies.count > 1, let first = policies.first else { return }
    var isFixed = true
    for policy in policies where policy.header.fixedPeriod == nil {
      isFixed = false
      report(
        .validityOfTicket(version: policy.header.version), Self.place(policy),
        other: policy.header.origin == first.header.origin ? policies[1] : first)
    }
    if isFixed {
      let sorted = policies.sorted { left, right in
        (left.header.fixedPeriod?.from ?? .earliest) < (right.header.fixedPeriod?.from ?? .earliest)
      }
      for (earlier, later) in zip(sorted, sorted.dropFirst()) { check(earlier, later) }
    }
    for (index, policy) in policies.enumerated() {
      for other in policies[..<index] { compare(other, policy) }
    }
  }

  private mutating func check(_ earlier: Policy, _ later: Policy) {
    guard let before = earlier.header.fixedPeriod, let after = later.header.fixedPeriod else { return }
    let start = later.header.validity.map { text($0.from.origin) } ?? ""
    if before.until.map({ $0 > after.from }) ?? true {
      report(
        .overlap(
          earlier: earlier.header.version, later: later.header.version, start: start.isEmpty ? nil : start),
        Self.place(later), other: earlier)
    } else if let until = before.until, until < after.from {
      report(
        .gap(
          earlier: earlier.header.version, later: later.header.version,
          end: until.text(in: earlier.header.zone), start: start), Self.place(later), other: earlier)
    }
  }

  private mutating func compare(_ first: Policy, _ second: Policy) {
    if first.header.version == second.header.version {
      report(
        .sameVersion(id: first.header.id, version: first.header.version), second.header.origin.firstByte,
        other: first)
    }
    if governing(first) != governing(second) {
      report(
        .governedDifferently(first: governing(first), second: governing(second)),
        second.header.governingEvent?.origin ?? second.header.origin.firstByte, other: first,
        at: first.header.governingEvent?.origin)
    }
    for refund in second.refunds {
      guard let same = first.refunds.first(where: { $0.name == refund.name }),
        same.currency != refund.currency
      else { continue }
      report(
        .currencies(
          refund: refund.name, first: same.currency.code, second: refund.currency.code),
        refund.origin.firstByte, other: first, at: same.origin.firstByte)
    }
  }

  private func governing(_ policy: Policy) -> String {
    policy.header.governingEvent.map { text($0.origin) } ?? ""
  }

  /// Where a version says when it is in force.
  private static func place(_ policy: Policy) -> SourceRange {
    policy.header.validity?.from.origin ?? policy.header.origin.firstByte
  }

  private mutating func report(
    _ fact: VersionFact, _ range: SourceRange, other: Policy, at place: SourceRange? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .version(fact), at: range,
        labels: [SecondaryLabel(.version(other.header.version), at: place ?? Self.place(other))]))
  }
}
