import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTesting
import PledgeTickets
import PledgeTime

/// The values that fields, columns and attributes may usefully have: the members of enumerations, and what
/// the policy holds them against, with one unit below and above.
struct FigureDomains {
  /// The policy, with the texts of the values in its pool.
  private(set) var policy: Policy
  /// The values of each field, of each column of each register, of each attribute of each event.
  private(set) var fields: [[Scalar]] = []
  private(set) var columns: [[[Scalar]]] = []
  private(set) var attributes: [[[Scalar]]] = []
  /// The keys that tickets and rows may have.
  private(set) var keys: [Scalar] = []
  /// All lengths that the policy names, ascending.
  private(set) var lengths: [Duration] = []
  /// How far beside an instant one looks: a minute, or a second where the policy names seconds.
  var timeUnit: Duration {
    let minute: Int64 = 60_000_000
    return Duration(microseconds: lengths.allSatisfy { $0.microseconds % minute == 0 } ? minute : 1_000_000)
  }
  /// All times of day and dates that the policy names.
  private(set) var times: [WallTime] = []
  private(set) var dates: [CivilDate] = []
  /// All whole numbers up to some size, which counts may be held against.
  private(set) var counts: [Int] = []
  private var figures: [Subject: Set<Constant>] = [:]

  /// What a figure is held against.
  private enum Subject: Hashable {
    case field(Int)
    case column(Int, Int)
    case attribute(Int, Int)
  }

  /// More tickets than this are not made to reach a count.
  static let ticketLimit = 101

  /// `expressions` are those in which the policy names its figures.
  init(_ policy: Policy, expressions: [Expression]) {
    self.policy = policy
    keys = ["A-1", "A-2"].map { .text(self.policy.texts.intern($0)) }
    let other = Scalar.text(self.policy.texts.intern("other"))
    collect(expressions)
    let vocabulary = policy.vocabulary
    fields = vocabulary.fields.indices.map { values(vocabulary.fields[$0], .field($0), other) }
    columns = policy.registers.indices.map { register in
      policy.registers[register].columns.indices.map {
        values(policy.registers[register].columns[$0], .column(register, $0), other)
      }
    }
    attributes = vocabulary.events.indices.map { event in
      vocabulary.events[event].attributes.indices.map {
        values(vocabulary.events[event].attributes[$0], .attribute(event, $0), other)
      }
    }
  }

  // MARK: Values

  private func values(_ field: FieldDeclaration, _ subject: Subject, _ other: Scalar) -> [Scalar] {
    let named = (figures[subject] ?? []).sorted { CaseScale.compare($0, $1) < 0 }
    var result: [Scalar] =
      switch field.type {
      case .truth: [.truth(false), .truth(true)]
      case .choice(let members): members.indices.map { .choice(Int32($0)) }
      case .key: keys
      case .text: texts(named) + [other]
      case .integer: numbers(named, ExpressionType.integer) + [Scalar(1)]
      case .decimal: numbers(named, .decimal) + [Scalar(1)]
      case .percent: numbers(named, .percent) + [Scalar(1)]
      case .money(let currency): numbers(named, .money(currency)) + [Scalar(1000)]
      case .duration: spans(named) + [.duration(Duration(microseconds: 3_600_000_000))]
      case .date: days(named)
      case .instant: moments(named)
      }
    if field.presence != .required { result.append(.missing) }
    var seen: Set<Scalar> = []
    return result.filter { seen.insert($0).inserted }
  }

  private func texts(_ named: [Constant]) -> [Scalar] {
    named.compactMap { if case .text(let id) = $0 { .text(id) } else { nil } }
      .sorted { text($0) < text($1) }
  }

  private func text(_ scalar: Scalar) -> String {
    if case .text(let id) = scalar { policy.texts.text(id) } else { "" }
  }

  private func numbers(_ named: [Constant], _ type: ExpressionType) -> [Scalar] {
    named.flatMap { figure -> [Scalar] in
      guard case .number(let number) = figure,
        case .number(let unit)? = ThresholdUnit.constant(type, figure)
      else { return [] }
      return [number, number.subtracting(unit), number.adding(unit)]
        .compactMap { $0.flatMap { Scalar(exactly: $0) } }
    }
  }

  private func spans(_ named: [Constant]) -> [Scalar] {
    named.flatMap { figure -> [Scalar] in
      guard case .duration(let length) = figure,
        case .duration(let unit)? = ThresholdUnit.constant(.duration, figure)
      else { return [] }
      return [length, length.subtracting(unit), length.adding(unit)].compactMap { $0 }.map { .duration($0) }
    }
  }

  private func days(_ named: [Constant]) -> [Scalar] {
    let start = policy.header.zone.date(at: Schedule.start(of: policy))
    let near = [start] + [-1, 1, 7, 30].compactMap { start.adding(days: $0) }
    let written = named.flatMap { figure -> [CivilDate] in
      if case .date(let date) = figure { [date, date.previous, date.next] } else { [] }
    }
    return (near + written).map { .date($0) }
  }

  private func moments(_ named: [Constant]) -> [Scalar] {
    let start = Schedule.start(of: policy)
    let hours: [Int64] = [0, 1, -1, 24, -24, 24 * 7, -24 * 7]
    let near = hours.compactMap { Duration(hours: $0).flatMap { start.adding($0) } }
    let written = named.flatMap { figure -> [Instant] in
      if case .instant(let instant) = figure { [instant] } else { [] }
    }
    return (near + written).map { .instant($0) }
  }

  // MARK: Figures

  private mutating func collect(_ expressions: [Expression]) {
    var all = Figures()
    var waiting = expressions
    while let next = waiting.popLast() {
      waiting += next.operands
      note(next)
      if case .constant(let constant) = next.kind { all.take(constant, next.type) }
      if case .parameter(let index) = next.kind { all.take(policy.parameters[index].value, next.type) }
    }
    for table in policy.tables {
      note(table)
      for row in table.rows {
        for (cell, column) in zip(row.cells, table.columns) {
          for value in cell.values.compactMap(\.written) { all.take(value, column.type) }
        }
      }
    }
    for span in policy.spans { all.lengths.formUnion(span.span.lengths) }
    for target in policy.targets { all.lengths.formUnion(target.clock.lengths) }
    all.lengths.formUnion(policy.periodTargets.compactMap { $0.measure.length?.length })
    lengths = all.lengths.sorted()
    times = all.times.sorted()
    dates = all.dates.sorted { $0.dayNumber < $1.dayNumber }
    counts = all.counts.filter { $0 > 1 && $0 <= Self.ticketLimit }.sorted()
  }

  /// What a policy names, by its sort.
  private struct Figures {
    var lengths: Set<Duration> = []
    var times: Set<WallTime> = []
    var dates: Set<CivilDate> = []
    var counts: Set<Int> = [2, 3]

    mutating func take(_ constant: Constant, _ type: ExpressionType) {
      switch constant {
      case .duration(let length): lengths.insert(length)
      case .timeOfDay(let time): times.insert(time)
      case .date(let date): dates.insert(date)
      case .number(let number):
        if let count = FigureDomains.count(number, type) { counts.formUnion([count, count + 1]) }
      case .truth, .calendarLength, .workingDays, .instant, .text, .choice: return
      }
    }
  }

  /// How many tickets a figure may ask for: a whole number, or those of which a share can be met exactly.
  private static func count(_ number: Rational, _ type: ExpressionType) -> Int? {
    switch type {
    case .integer: number.isWhole ? Int(exactly: number.floor) : nil
    case .percent: Int(exactly: number.denominator)
    case .truth, .decimal, .money, .duration, .calendarLength, .workingLength, .instant, .date, .timeOfDay,
      .text, .choice, .key:
      nil
    }
  }

  private mutating func note(_ expression: Expression) {
    switch expression.kind {
    case .compare(_, let left, let right):
      note(left, against: policy.constants(in: right))
      note(right, against: policy.constants(in: left))
    case .oneOf(let subject, let values): note(subject, against: values.flatMap { policy.constants(in: $0) })
    case .constant, .field, .column, .rowKey, .rowColumn, .parameter, .derived, .tableResult, .event,
      .attribute, .extreme, .isKnown, .not, .all, .any, .sum, .difference, .product, .quotient, .negation,
      .share, .perUnit, .perDate, .graded, .datesOver, .choice, .verdict, .figure, .measure, .overlaps,
      .ticketCount, .during, .moved, .startOf, .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled,
      .periodBoundary, .periodVerdict, .periodFigure:
      return
    }
  }

  private mutating func note(_ table: DecisionTable) {
    for (index, column) in table.columns.enumerated() {
      note(column, against: table.rows.flatMap { $0.cells[index].values.compactMap(\.written) })
    }
  }

  /// Notes figures for all that a value is made of.
  private mutating func note(_ expression: Expression, against constants: [Constant]) {
    guard !constants.isEmpty else { return }
    switch expression.kind {
    case .field(let field): figures[.field(field), default: []].formUnion(constants)
    case .column(let register, _, let column), .rowColumn(let register, let column):
      figures[.column(register, column), default: []].formUnion(constants)
    case .attribute(let event, let attribute):
      figures[.attribute(event, attribute), default: []].formUnion(constants)
    case .derived(let index): note(policy.derivedValues[index].value, against: constants)
    case .constant, .rowKey, .parameter, .tableResult, .event, .extreme, .isKnown, .not, .all, .any, .compare,
      .oneOf, .sum, .difference, .product, .quotient, .negation, .share, .perUnit, .perDate, .graded,
      .datesOver, .choice, .verdict, .figure, .measure, .overlaps, .ticketCount, .during, .moved, .startOf,
      .endOf, .dayOf, .timeOn, .timeOfDay, .dateOf, .sampled, .periodBoundary, .periodVerdict, .periodFigure:
      for operand in expression.operands { note(operand, against: constants) }
    }
  }
}
