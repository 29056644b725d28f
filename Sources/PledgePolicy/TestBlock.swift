import PledgeDiagnostics
import PledgeNumbers
import PledgeTickets
import PledgeTime

/// A test of a policy: tickets, registers, an as-of instant and what is expected of them.
package struct TestBlock: Sendable {
  package var title: String
  package var tickets: [TestTicket]
  /// One register a declared register, empty where the test gives no rows.
  package var registers: [Register]
  /// Nil for the last event of the timelines.
  package var asOf: Instant?
  package var expectations: [Expectation]
  package var origin: SourceRange

  package init(title: String, registers: [Register], origin: SourceRange) {
    self.title = title
    self.tickets = []
    self.registers = registers
    self.asOf = nil
    self.expectations = []
    self.origin = origin
  }
}

/// One ticket of a test.
package struct TestTicket: Sendable {
  package var id: String
  package var ticket: Ticket

  package init(id: String, ticket: Ticket) {
    self.id = id
    self.ticket = ticket
  }
}

/// One `expect` line, or one cell of a table of cases.
package struct Expectation: Sendable {
  /// Index of the ticket in the test.
  package var ticket: Int
  package var subject: Subject
  package var origin: SourceRange
  /// How a failure names it: the line's own words.
  package var text: String

  package init(ticket: Int, subject: Subject, origin: SourceRange, text: String) {
    self.ticket = ticket
    self.subject = subject
    self.origin = origin
    self.text = text
  }

  /// What is expected of which declaration.
  package enum Subject: Sendable {
    case target(Int, TargetExpectation)
    case refund(Int, RefundExpectation)
    /// A step of an escalation: the line's number and the repetition, both from 1; 0 where it comes once.
    case step(escalation: Int, line: Int, repetition: Int, StepExpectation)
    case right(Int, RightExpectation)
    case period(PeriodExpectation)
    case frame(FrameExpectation)
    /// A derived value or another expression has a value, or is undecided.
    case value(Expression, ValueExpectation)
    /// A ticket, or a register, cannot be read: its data is refused. Where the checker refused it, the
    /// expectation has come true, and the ticket is none of the test's.
    case refused(isSo: Bool)
    /// The decision of the ticket carries a note that names this.
    case noted(because: String)
  }
}

/// What a test expects of a target; nil is not looked at.
package struct TargetExpectation: Sendable, Equatable {
  package var verdict: Verdict?
  package var over: Duration?
  package var counted: Duration?
  package var left: Duration?
  package var due: Instant?
  /// The name of an exclusion, field or condition that the reason must mention.
  package var because: String?

  package init() {}
}

/// What a test expects of a value.
package struct ValueExpectation: Sendable, Equatable {
  /// Nil where it is to be undecided.
  package var value: Constant?
  /// The name of what is missing that the reason of an undecided value must mention; nil is not looked at.
  package var because: String?

  package init(_ value: Constant?, because: String? = nil) {
    self.value = value
    self.because = because
  }
}

/// What a test expects of a refund; nil is not looked at.
package struct RefundExpectation: Sendable, Equatable {
  package var state: RefundState?
  package var amount: Rational?
  /// Until when it can be claimed.
  package var until: Instant?
  /// The name of a declaration that the reason must mention.
  package var because: String?

  package init() {}
}

/// What a test expects of a step; nil is not looked at.
package struct StepExpectation: Sendable, Equatable {
  package var state: StepState?
  /// When it was done, or when it falls due where it is not done.
  package var at: Instant?
  package var due: Instant?
  /// A name that the reason must mention.
  package var because: String?

  package init() {}
}

/// What a test expects of a refund or right of a key and period.
package struct FrameExpectation: Sendable {
  package var expected: Outcome
  /// The values of its keys.
  package var keys: [Constant]
  /// The name of the period.
  package var period: String

  package init(_ expected: Outcome, keys: [Constant], period: String) {
    self.expected = expected
    self.keys = keys
    self.period = period
  }

  /// What is expected of which declaration, by its index.
  package enum Outcome: Sendable {
    case refund(Int, RefundExpectation)
    case right(Int, RightExpectation)
  }
}

/// What a test expects of a right; nil is not looked at.
package struct RightExpectation: Sendable, Equatable {
  package var state: RightState?
  /// Until when it can be used.
  package var until: Instant?
  /// The name of a declaration that the reason must mention.
  package var because: String?

  package init() {}
}
