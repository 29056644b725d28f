/// A part of a message that the phase which found the fact chooses: a sort of name, a type, what is missing.
///
/// A new one takes three lines: a case here, and its words in `Term+English` and `Term+Chinese`; the compiler
/// asks for both. Sentences are made in the catalogues, never by joining terms with a language's grammar.
package enum Term: Hashable, Sendable {
  // MARK: With words of others

  /// Something as it was written, without marks around it.
  case verbatim(String)
  /// Something of the author's.
  case given(String)
  /// Words of the language.
  case code(String)
  /// One of several words of the language.
  case anyCode([String])
  /// Words of the language that are examples of what is needed.
  case forExample([String])
  /// Something, with examples of how it is written.
  indirect case suchAs(Term, [String])
  /// One of several things.
  indirect case anyOf([Term])
  /// Of a key.
  indirect case ofKey(Term)
  /// Of one ticket.
  indirect case ofOneTicket(Term)
  /// Names of keys.
  case keys([String])
  /// A day of the week, from Monday, 1.
  case weekday(Int)
  /// A value of the policy's, as the language writes it.
  case constant(String)
  /// The values under one.
  case under(String)
  /// The values over one.
  case over(String)
  /// A share of a figure of the author's: of a field, a column or a derived value.
  case shareOfFigure(String, figure: String)
  /// A share of a figure that has no name.
  case shareOfSameFigure(String)

  // MARK: Sorts of names

  /// A field of the ticket.
  case field
  /// An event.
  case event
  /// A register.
  case register
  /// A calendar.
  case calendar
  /// A param.
  case parameter
  /// A derived value.
  case derivedValue
  /// A table.
  case table
  /// A span.
  case span
  /// An exclusion.
  case exclusion
  /// A target.
  case target
  /// A target of a period.
  case periodTarget
  /// A refund.
  case refund
  /// A right.
  case right
  /// An escalation.
  case escalation
  /// A role.
  case role
  /// An action.
  case action
  /// A declaration.
  case declaration
  /// The policy.
  case policy
  /// A step.
  case step
  /// A figure.
  case figure

  // MARK: Types

  /// A condition.
  case condition
  /// A number.
  case number
  /// A decimal number.
  case decimal
  /// A percent.
  case percent
  /// Money.
  case money
  /// Money in a currency.
  case moneyIn(String)
  /// A duration.
  case duration
  /// A length of the calendar.
  case calendarLength
  /// A number of working days.
  case workingLength
  /// An instant.
  case instant
  /// A date.
  case date
  /// A time of day.
  case timeOfDay
  /// A text.
  case text
  /// One of these values; the last is `…` where there are more.
  case member([String])
  /// A key.
  case key

  // MARK: Values

  /// A field or an event.
  case fieldOrEvent
  /// A value.
  case value
  /// A word.
  case word
  /// A name.
  case name
  /// A length.
  case length
  /// An amount.
  case amount
  /// An amount in a currency.
  case amountIn(String)
  /// An amount of money.
  case amountOfMoney
  /// A share.
  case share
  /// A date and time.
  case dateAndTime
  /// A ticket's id in quotation marks.
  case ticketID
  /// A verdict.
  case verdict
  /// One of the members.
  case oneMember
  /// Something else.
  case somethingElse
  /// A key of a register.
  case registerKey
  /// A key of one.
  case keyOfOne
  /// A text or another value that can be a key.
  case keyValue
  /// A key with several rows.
  case keyOfSeveralRows
  /// A key with one row.
  case keyOfOneRow
  /// Calendars with `and`, `or`, `minus`.
  case calendarsCombined
  /// An instant, or `+` and a duration.
  case instantOrOffset
  /// An instant, `+` and a duration, or `never`.
  case instantOffsetOrNever
  /// `over`, or `over` of a target.
  case overOfTarget
  /// A duration such as `720 h`, or a calendar.
  case durationOrCalendar
  /// A register without windows.
  case registerWithoutWindows
  /// A register `many by` a key with `start instant` and `end instant`.
  case registerOfWindows
  /// A unit that is counted from nothing.
  case unitOfNothing
  /// Calendar days as in the other cells.
  case calendarDaysAsAbove
  /// Working days as in the other cells.
  case workingDaysAsAbove
  /// `working days`, or hours with `on` a calendar.
  case workingDaysOrHours
  /// An hour, a minute or a day.
  case hourMinuteOrDay
  /// At least two values.
  case atLeastTwoValues
  /// At least two instants.
  case atLeastTwoInstants
  /// One span.
  case oneSpan
  /// `availability of`, `total of`, `longest of` or `count of` a span.
  case measuresOfSpan

  // MARK: Figures that have a sign

  /// The length of a slot.
  case slotLength
  /// The length of a period.
  case periodLength
  /// The length of a rolling window.
  case windowLength
  /// The number of keys.
  case numberOfKeys
  /// The unit of a rounding.
  case roundingUnit
  /// The time after which a step is repeated.
  case repetitionTime
  /// The time of a step.
  case stepTime
  /// A share of a limit.
  case limitShare
  /// The time behind a step.
  case timeBehindStep
  /// A payment.
  case payment
  /// A cap.
  case cap
  /// A minimum.
  case minimum
  /// A cap or minimum.
  case capOrMinimum
  /// A shared cap.
  case sharedCap
  /// A limit.
  case limit
  /// A unit.
  case unit
  /// An allowance.
  case allowance
  /// The longest time.
  case longestTime

  // MARK: Declarations and where something comes from

  /// Target `…`.
  case targetNamed(String)
  /// Refund `…`.
  case refundNamed(String)
  /// Right `…`.
  case rightNamed(String)
  /// Exclusion `…`.
  case exclusionNamed(String)
  /// Escalation `…`.
  case escalationNamed(String)
  /// The ticket that `…` is joined to.
  case ticketJoinedTo(String)
  /// These rows of `…`.
  case rowsOf(String)
  /// A `combine`.
  case combination
  /// A refund that is combined.
  case combinedRefund
  /// Currency.
  case currency
  /// Payees.
  case payees
  /// The form of payment.
  case formOfPayment
  /// Owed for each ticket.
  case owedForEachTicket
  /// Owed once for each of these.
  case owedOnce(String)
  /// The delay.
  case theDelay
  /// The share.
  case theShare
  /// The item.
  case theItem
  /// The other cap.
  case theOtherCap
  /// The deadline.
  case theDeadline
  /// The end.
  case theEnd
  /// The whole portfolio.
  case wholePortfolio
  /// The whole history.
  case wholeHistory

  /// A whole number.
  case wholeNumber

  /// A whole number of keys.
  case wholeNumberOfKeys

  /// A `param`.
  case parameterWord
  /// A length in months.
  case lengthInMonths
  /// A length in days.
  case lengthInDays
  /// The window of use.
  case windowOfUse

  /// `share of` or `run of` a target.
  case shareOrRun
  /// A ticket.
  case aTicket
  /// A value that is known.
  case knownValue
  /// A refund of a period.
  case periodRefund
  /// A ticket of a test.
  case testTicket
  /// A window of use.
  case aWindowOfUse
  /// The time behind `+`.
  case timeBehindPlus
  /// The time before which a field is fixed.
  case fixedTime
  /// Intervals that all weigh the same.
  case equalIntervals
  /// The target whose periods are counted.
  case countedTarget
  /// `availability of`, `total of` or `longest of`.
  case measuresOfTimes
  /// Measures of tickets.
  case ticketMeasures
  /// Measures of tickets, which fall into one period.
  case fallIntoOne
  /// `share of` or `run of` a target; a measure of tickets has a condition.
  case shareOrRunElse(String)

  // MARK: Cases of tables

  /// Anything.
  case anything
  /// Any other value.
  case anyOtherValue
  /// A result that stands in the row itself.
  case thisResult
}
