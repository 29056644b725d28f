import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTickets
import PledgeTime

/// What reports say of a policy, in a language.
package struct ReportWords: Sendable {
  package let policy: Policy
  package let language: MessageLanguage

  package init(policy: Policy, language: MessageLanguage = .english) {
    self.policy = policy
    self.language = language
  }

  /// A phrase in the language.
  func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

  /// A phrase of a reason in the language.
  func say(_ phrase: ReasonPhrase) -> String { phrase.text(in: language) }

  /// A word of the language of policies, such as a verdict or a state, as policies in the language write it.
  func say(code word: String) -> String { language.say(code: word) }

  // MARK: Verdicts

  /// The short heading of a verdict's column.
  package func heading(_ verdict: Verdict) -> String {
    language == .english && verdict == .notApplicable ? "n/a" : say(code: verdict.word)
  }

  /// Why a target is not about a ticket.
  package func inapplicability(_ applicability: TargetOutcome.Applicability) -> String {
    switch applicability {
    case .applies: ""
    case .conditionFalse: say(.notThisTicket)
    case .notInForce: say(.policyNotInForce)
    }
  }

  // MARK: Causes

  /// Why something is not known, as a clause of a sentence.
  package func cause(_ cause: Cause) -> String {
    switch language {
    case .english: englishCause(cause).text(in: .english)
    case .chinese: chineseCause(cause).text(in: .chinese)
    }
  }

  // MARK: Time

  /// What was done with a stretch of a clock's time.
  package func treatment(_ treatment: Segment.Treatment) -> String {
    switch treatment {
    case .counted: say(.treatedCounted)
    case .closed: say(.treatedClosed)
    case .paused(let span): say(.treatedPaused(policy.spans[span].name))
    case .excluded(let exclusion): say(.treatedExcluded(named(exclusion: exclusion)))
    case .tooShort: say(.treatedTooShort)
    case .uncertain: say(.treatedUncertain)
    }
  }

  /// An exclusion with its title, where it has one.
  package func named(exclusion index: Int) -> String {
    let exclusion = policy.exclusions[index]
    return exclusion.name + (exclusion.title.map { " \"\($0)\"" } ?? "")
  }

  /// The weekday's short name, Monday 1 to Sunday 7.
  package func weekday(_ number: Int) -> String {
    let names =
      switch language {
      case .english: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
      case .chinese: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
      }
    return names.indices.contains(number - 1) ? names[number - 1] : ""
  }

  // MARK: Refunds

  /// How the item of a refund is rounded.
  package func rounding(_ mode: RoundingMode) -> String {
    switch mode {
    case .up: say(code: "up")
    case .down: say(code: "down")
    case .halfUp: say(code: "half up")
    case .halfEven: say(code: "half even")
    }
  }

  /// The word before the items of a combination.
  package func operation(_ refund: Refund) -> String {
    if case .combination(let operation, _) = refund.basis { say(code: "\(operation)") } else { "" }
  }

  /// Whether a claim was made, and in which time it could be.
  package func claim(_ claim: ClaimExplanation, moment: (Instant) -> String) -> String {
    if let made = claim.made { return say(.claimed(moment(made))) }
    guard let until = claim.until else { return say(.notClaimedNoEnd) }
    return say(.notClaimedUntil(moment(until))) + (claim.isUntilIncluded ? "" : say(.exclusive))
  }

  /// What a combination pays: `the greatest of a and b`.
  package func combines(_ refund: Refund) -> String {
    guard case .combination(let operation, let components) = refund.basis else { return "" }
    let names = components.map { policy.refunds[$0].name }.joined(separator: say(.listComma))
    switch operation {
    case .sum: return say(.sumOf(names))
    case .greatest: return say(.greatestOf(names))
    case .first: return say(.firstOf(names))
    }
  }

  /// How a refund is paid, where it is not in cash.
  package func form(_ form: Refund.PaymentForm) -> String? {
    switch form {
    case .cash: nil
    case .credit: say(.asCredit)
    case .voucher: say(.asVoucher)
    case .waivedRent: say(.asWaivedRent)
    }
  }
}

extension Phrase {
  /// The phrase in a language.
  package func text(in language: MessageLanguage) -> String {
    switch language {
    case .english: englishWords.text(in: language)
    case .chinese: chineseWords.text(in: language)
    }
  }
}

extension ReasonPhrase {
  /// The phrase in a language.
  func text(in language: MessageLanguage) -> String {
    switch language {
    case .english: englishWords.text(in: language)
    case .chinese: chineseWords.text(in: language)
    }
  }
}

extension MessageLanguage {
  /// A word of the language of policies as policies in this language write it.
  func say(code word: String) -> String {
    switch self {
    case .english: word
    case .chinese: MessageCode.told(word, in: .chinese)
    }
  }
}

extension MessageLanguage {
  /// A value as policies in this language write it. Its words are told, its figures keep the signs of their
  /// units: `1 h 30 min`.
  func say(value: String) -> String {
    switch self {
    case .english: value
    case .chinese: MessageLanguage.isOfWords(value) ? say(code: value) : value
    }
  }

  private static func isOfWords(_ value: String) -> Bool {
    if value == "yes" || value == "no" { return true }
    return value.first?.isNumber == true && lengths.contains { value.hasSuffix($0) }
  }

  private static let lengths = [" day", " days", " month", " months"]
}

extension Style {
  /// A phrase in the language of the report.
  package func say(_ phrase: Phrase) -> String { phrase.text(in: language) }

  /// Whether a file came out well, before its name; both words take the same room.
  func result(isGood: Bool) -> String {
    let words = [say(.ok), say(.fail)]
    let word = isGood ? words[0] : words[1]
    let width = words.map { DisplayWidth.of($0) }.reduce(0, max) + 2
    return (isGood ? good(word) : bad(word)) + String(repeating: " ", count: width - DisplayWidth.of(word))
  }
}
