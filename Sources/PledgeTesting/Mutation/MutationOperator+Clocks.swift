import PledgeDiagnostics
import PledgeSyntax

extension MutationOperator {
  /// Mistakes in what is counted, and from when to when.
  static let clocks: [MutationOperator] = [
    MutationOperator("calendar-exchanged", "counts on another calendar", at: .calendarUseLine) {
      node, context in
      node.nodes.compactMap { part in
        MutationContext.next(after: part.text, in: context.calendars).map { part.replaced(by: $0) }
      }
    },
    MutationOperator("calendar-dropped", "counts all time", at: .calendarUseLine) { node, _ in
      [node.left]
    },
    MutationOperator(
      "hours-dropped", "leaves out a line of a calendar", at: .hoursLine, .holidaysLine
    ) { node, _ in [node.left] },
    MutationOperator("pause-dropped", "leaves out a pause", at: .pauseLine, edits: withoutAnItem),
    MutationOperator("exclusion-dropped", "leaves out an exclusion", at: .excludeLine, edits: withoutAnItem),
    MutationOperator(
      "general-exclusion-dropped", "leaves out an exclusion of all targets", at: .exclusionDeclaration
    ) { node, _ in node.hasWord(.all) ? [node.left] : [] },
    MutationOperator(
      "extension-dropped", "leaves out what moves a deadline", at: .extendedLine, edits: withoutAnItem),
    MutationOperator("roll-dropped", "leaves a deadline in closed time", at: .byLine) { node, _ in
      node.words(.rolled).map { node.without(from: $0.range.start, to: node.range.end) }
    },
    MutationOperator("event-exchanged", "names another event of the ticket", at: .event, .ordinalEvent) {
      node, context in
      node.nodes(.name).compactMap { name in
        MutationContext.next(after: name.text, in: context.events).map { name.replaced(by: $0) }
      }
    },
    MutationOperator("span-exchanged", "counts another span", at: .clockLine, .measureLine) {
      node, context in
      node.nodes(.name).compactMap { name in
        MutationContext.next(after: name.text, in: context.spans).map { name.replaced(by: $0) }
      }
    },
    MutationOperator("event-dropped", "leaves out one of several events", at: .eventSpan) { node, _ in
      withoutOneOfEach(node.nodes(.event), of: node)
    },
    MutationOperator(
      "occurrence-exchanged", "takes the first for the last, the 3rd for the 2nd", at: .ordinal
    ) {
      node, context in
      let digits = node.text.filter { $0.isASCII && $0.isNumber }
      let other = node.hasWord(.first) ? Keyword.last : .first
      guard digits.isEmpty else { return [node.replaced(by: context.spelling([.first]))] }
      return [node.replaced(by: context.spelling([other]))]
    },
    MutationOperator(
      "length-dropped", "leaves out the length that a span needs or has at most", at: .eventSpan
    ) {
      node, _ in
      let lengths = node.nodes(.length).map(\.left)
      guard let up = node.words(.up).first, let limit = node.nodes.last, limit.range.start > up.range.start
      else { return lengths }
      return lengths + [node.without(from: up.range.start, to: limit.range.end)]
    },
    MutationOperator("allowance-dropped", "leaves out an allowance's limit", at: .duringLine) { node, _ in
      node.words(.up).map { node.without(from: $0.range.start, to: node.range.end) }
    },
    MutationOperator("cycle-dropped", "judges cycles together", at: .clockLine, .boundLine) { node, _ in
      guard let each = node.words(.each).first else { return [] }
      return [
        node.without(from: each.range.start, to: (node.words(.cycle).first ?? each).range.end)
      ]
    },
    MutationOperator("day-end-exchanged", "ends a working day at another time", at: .workingDayLine) {
      node, context in
      node.exchanging(.close, for: .midnight, in: context)
        + node.exchanging(.midnight, for: .close, in: context)
        + node.exchanging(.today, for: .next, .working, .day, in: context)
    },
    MutationOperator("period-exchanged", "judges another period: a quarter for a month", at: .period) {
      node, context in
      node.nodes(.unit).flatMap(\.ownTokens).compactMap { token in
        guard let unit = token.unit, let other = otherPeriods[unit] else { return nil }
        let row = UnitTable.rows.first { $0.unit == other }
        return row.map {
          TextEdit(range: token.range, replacement: $0.spelling(in: context.dialect, behind: nil))
        }
      }
    },
    MutationOperator(
      "measure-exchanged", "measures something near: the longest for the total", at: .measureLine
    ) { node, context in
      node.exchanging(.longest, for: .total, in: context)
        + node.exchanging(.total, for: .longest, in: context)
        + node.exchanging(.mean, for: .maximum, in: context)
        + node.exchanging(.maximum, for: .mean, in: context)
        + node.exchanging(.sum, for: .maximum, in: context)
    },
    MutationOperator(
      "measure-rule-dropped", "leaves out a rule of a measure", at: .measureLine
    ) { node, _ in
      node.nodes.filter { measureRules.contains($0.kind) }.map(\.left)
    },
    MutationOperator(
      "frame-line-dropped", "leaves out how a period or a count is taken", at: .partialLine, .outOfLine,
      .countedByLine, .roundingLine
    ) { node, _ in [node.left] },
  ]

  private static let otherPeriods: [UnitWord: UnitWord] = [
    .day: .week, .week: .month, .month: .quarter, .quarter: .year, .year: .month,
  ]

  private static let measureRules: Set<NodeKind> = [
    .length, .measureRounding, .weighting, .sinceClean, .emptySlots,
  ]

  /// A line without one of its names, or no line where it has only one.
  private static func withoutAnItem(_ node: SyntaxNode, _: MutationContext) -> [TextEdit] {
    let names = node.nodes
    return names.count > 1 ? node.withoutOne(of: names) : [node.left]
  }

  /// Leaves out one event of each list, which `or` joins; lists end where `until` stands.
  private static func withoutOneOfEach(_ events: [SyntaxNode], of node: SyntaxNode) -> [TextEdit] {
    let until = node.words(.until).first?.range.start ?? node.range.end
    let lists = [events.filter { $0.range.start < until }, events.filter { $0.range.start >= until }]
    return lists.flatMap { node.withoutOne(of: $0) }
  }
}
