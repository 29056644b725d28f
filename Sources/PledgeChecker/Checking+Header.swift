import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

extension Checking {
  /// Reads the `policy` block; zone and currency are needed by everything else.
  func checkHeader(_ declarations: [DeclarationView]) {
    var header: PolicyDeclaration?
    for declaration in declarations {
      guard case .policy(let view) = declaration else { continue }
      if header != nil {
        report(.clause(.secondBlock(word: "policy")), at: view.range.firstByte)
      } else {
        header = view
      }
    }
    guard let header else { return checkLibrary(declarations) }
    policy.header.title = header.title?.contents ?? ""
    policy.header.origin = header.range
    var seen: [Keyword: SourceRange] = [:]
    for line in header.lines {
      if case .word(let word) = line { check(word, &seen) }
      if case .cite(let cite) = line { policy.header.citations += citations(cite.words) }
      if case .monthEnds(let line) = line { policy.header.monthEnd = line.isNextDay ? .nextDay : .lastDay }
    }
    if seen[.currency] == nil, header.isDamaged { hasBadCurrency = true }
    let place = header.title?.range ?? header.range.firstByte
    if seen[.id] == nil, !header.isDamaged {
      report(.clause(.missing(clause: "id", owner: .policy)), at: place)
    }
    if seen[.timezone] == nil, !header.isDamaged {
      report(.clause(.missing(clause: "timezone", owner: .policy)), at: place)
    }
  }

  /// A file without a `policy` block states parts for others. It is read under the header of the policy that
  /// uses it, or as far as possible without one.
  private func checkLibrary(_ declarations: [DeclarationView]) {
    if let context {
      policy.header = context
      policy.header.validity = nil
      policy.header.governingEvent = nil
      policy.header.settlement = nil
      hasBadCurrency = context.currency == nil && context.id.isEmpty
      return
    }
    isLibrary = true
    hasBadCurrency = true
    let hasParts = declarations.contains { declaration in
      switch declaration {
      case .ticket, .register, .roles, .actions, .calendar, .span, .let, .table, .param, .exclusion, .target,
        .refund, .right, .escalation, .combine:
        true
      case .use, .policy, .test, .damaged: false
      }
    }
    let hasTests = declarations.contains { if case .test = $0 { true } else { false } }
    // A file of which a part is no declaration has said so already.
    guard !damage.isOutside, hasTests || !hasParts else { return }
    report(.clause(.noPolicy), at: SourceRange(file: file.id, start: 0, end: 0))
  }

  private func check(_ line: HeaderWordLine, _ seen: inout [Keyword: SourceRange]) {
    guard let property = line.property, let word = line.word else { return }
    guard once(&seen[property.keyword], self.word(property.keyword), line.range) else { return }
    switch property {
    case .id: policy.header.id = word.contents
    case .version: policy.header.version = word.contents
    case .source: policy.header.source = word.contents
    case .timezone:
      policy.header.zoneName = word.contents
      if let zone = zone(word) { policy.header.zone = zone }
    case .currency:
      policy.header.currency = Currency(word.contents)
      if policy.header.currency == nil {
        report(.type(.unknownCurrency(code: word.contents)), at: word.range)
        hasBadCurrency = true
      }
    }
  }

  /// A word of the language as the file's dialect spells it.
  func word(_ keyword: Keyword) -> String { KeywordTable.row(of: keyword)?.english ?? "" }

  /// The zone of a word, or nil with a message.
  func zone(_ word: WordView) -> Zone? {
    switch environment.zone(word.contents) {
    case .zone(let zone): return zone
    case .unknown: report(.clause(.unknownZone(name: word.contents)), at: word.range)
    case .unavailable(let reason): report(.clause(.zoneDataMissing(reason: reason)), at: word.range)
    }
    return nil
  }

  /// Reads what the header says about validity; it needs the vocabulary.
  func checkValidity(_ declarations: [DeclarationView]) {
    for declaration in declarations {
      guard case .policy(let view) = declaration else { continue }
      for line in view.lines {
        switch line {
        case .effective(let effective): checkEffective(effective)
        case .event(let event):
          if event.isSettlement {
            policy.header.settlement = anchor(event.instant)
          } else {
            policy.header.governingEvent = anchor(event.instant)
          }
        case .word, .monthEnds, .cite, .damaged: continue
        }
      }
      return
    }
  }

  private func checkEffective(_ line: EffectiveLine) {
    guard let from = self.instant(line.start) else { return }
    var until: Expression?
    if let end = line.end {
      guard let instant = self.instant(end) else { return }
      until = instant
    } else if let length = line.length {
      guard let checked = check(length, expecting: nil) else { return }
      guard checked.type == .calendarLength || checked.type == .duration else {
        report(
          .type(.mismatch(found: checked.type.words, needed: .suchAs(.length, ["1 year"]))), at: length.range)
        return
      }
      until = Expression(
        .moved(from, by: checked, calendar: nil, negated: false), type: .instant, origin: line.range)
    }
    policy.header.validity = Validity(from: from, until: until)
    if let period = policy.header.fixedPeriod, let end = period.until, end <= period.from {
      let last = line.end?.range ?? line.length?.range ?? line.range
      refuseEmptySpan(from: line.start.range, until: last, at: line.range)
    }
  }

  /// An instant; a date stands for its first instant.
  func instant(_ view: ExpressionView) -> Expression? {
    guard let checked = check(view, expecting: .instant) else { return nil }
    if checked.type == .instant { return checked }
    if checked.type == .date {
      return Expression(.startOf(checked), type: .instant, origin: checked.origin)
    }
    report(.type(.mismatch(found: checked.type.words, needed: .anyOf([.instant, .date]))), at: view.range)
    return nil
  }

  /// Says of a time that it ends no later than it begins.
  func refuseEmptySpan(from start: SourceRange, until end: SourceRange, at range: SourceRange) {
    let labels = [SecondaryLabel(.begins, at: start), SecondaryLabel(.ends, at: end)]
    report(.clause(.emptySpan), at: range, labels: labels)
  }
}

extension SourceRange {
  /// The place where the range begins, for messages about something that is not there.
  var firstByte: SourceRange { SourceRange(file: file, start: start, end: start + 1) }
}
