/// What the checker finds about types and units; codes P0200 to P0229.
package enum TypeFact: Hashable, Sendable {
  /// A value of one type where another is needed.
  case mismatch(found: Term, needed: Term)
  /// Two values of which an operation makes no sense.
  case operation(word: String, left: Term, right: Term, advice: UnitAdvice? = nil)
  /// Amounts of two currencies.
  case currencies(left: String, right: String)
  /// Values of two types are compared.
  case comparison(left: Term, right: Term, advice: UnitAdvice? = nil)
  /// An order is asked of values that have none.
  case unordered(type: Term)
  /// A code that is no currency of ISO 4217.
  case unknownCurrency(code: String)
  /// `2 days`, which every system reads otherwise.
  case bareDay(number: String)
  /// A unit that does not stand here.
  case unit(found: String, needed: Term)
  /// Several units that do not add up, such as `1 h 2 months`.
  case mixedUnits
  /// A number without the unit that the place needs.
  case missingUnit(needed: Term)
  /// A figure with more digits than can be kept exactly.
  case tooManyDigits(limit: Int)
  /// A figure that is no whole number of microseconds.
  case belowMicrosecond
  /// A time that does not exist, such as 30 February.
  case noSuchDate(text: String)
  /// A figure beyond what the tool can hold.
  case outOfRange(text: String)
  /// The branches of a choice, or the cells of a result column, have different types.
  case branches(first: Term, other: Term)
  /// A span where a value is needed.
  case spanAsValue
  /// A value where a span is needed.
  case valueAsSpan(found: Term)
  /// The number of arguments is wrong.
  case argumentCount(function: String, needed: Term)
  /// Money, and the policy states no currency.
  case noCurrency
  /// Days have no fraction.
  case exactDays
  /// `over` where no single target is meant.
  case ambiguousOver(targets: [String])
  /// A length in months beside one in days: neither is the other, nor more, nor less.
  case monthsWithDays(LengthUse)
}

/// What is asked of two lengths of the calendar.
package enum LengthUse: Hashable, Sendable {
  /// Whether they are the same.
  case equality
  /// Which is more.
  case order
  /// To divide a column of a table.
  case column
}

/// How two values of different units could be brought together.
package enum UnitAdvice: Hashable, Sendable {
  /// A percent and what it could be a percent of.
  case percentOf
  /// A percent and a number.
  case percentOrNumber
  /// A length of the calendar, or working days, and elapsed time.
  case oneCount
  /// A bare number and something with a unit.
  case unit
  /// An instant or a date, and a duration.
  case instantBehind
  /// An instant and a date.
  case instantOfDate
  /// A date and a time of day.
  case timeOnDate
}

extension TypeFact: FactFamily {
  /// The stable code of the fact.
  package var code: DiagnosticCode {
    switch self {
    case .mismatch: DiagnosticCode(200, "type-mismatch")
    case .operation: DiagnosticCode(201, "operation-without-meaning")
    case .currencies: DiagnosticCode(202, "mixed-currencies")
    case .comparison: DiagnosticCode(203, "incomparable-types")
    case .unordered: DiagnosticCode(204, "values-without-order")
    case .unknownCurrency: DiagnosticCode(205, "unknown-currency")
    case .bareDay: DiagnosticCode(206, "bare-day")
    case .unit: DiagnosticCode(207, "wrong-unit")
    case .mixedUnits: DiagnosticCode(208, "mixed-units")
    case .missingUnit: DiagnosticCode(209, "missing-unit")
    case .tooManyDigits: DiagnosticCode(210, "too-many-digits")
    case .belowMicrosecond: DiagnosticCode(211, "below-a-microsecond")
    case .noSuchDate: DiagnosticCode(212, "no-such-date")
    case .outOfRange: DiagnosticCode(213, "figure-out-of-range")
    case .branches: DiagnosticCode(214, "branches-of-different-types")
    case .spanAsValue: DiagnosticCode(215, "span-as-value")
    case .valueAsSpan: DiagnosticCode(216, "value-as-span")
    case .argumentCount: DiagnosticCode(217, "number-of-arguments")
    case .noCurrency: DiagnosticCode(218, "no-currency")
    case .exactDays: DiagnosticCode(219, "fraction-of-a-day")
    case .ambiguousOver: DiagnosticCode(220, "ambiguous-over")
    case .monthsWithDays: DiagnosticCode(221, "months-with-days")
    }
  }

  /// A figure whose unit is not certain is an error.
  package var severity: Severity { .error }
}
