/// A word of the language, whatever a dialect spells it like; the table says how.
package enum Keyword: UInt8, CaseIterable, Hashable, Sendable {
  // Reserved everywhere.
  case and, or, not, `is`, `in`, `if`, then, `else`, of, per, at, on, from, until, minus, during,
    `where`, within, before, after, overlaps, any, otherwise, yes, no, this, first, second, third, last
  // Begin a declaration.
  case use, policy, ticket, register, role, action, calendar, span, `let`, table, param, exclusion,
    target, refund, right, escalation, combine, test
  // Begin a clause.
  case id, version, timezone, currency, source, governed, settled, effective, month, cite, event,
    holidays, day, when, needs, `for`, clock, by, extended, pause, exclude, each, total, counted,
    measure, partial, out, pay, round, cap, issue, claim, grants, done, every, given, cases, expect, `as`
  // Stand inside a declaration or a clause.
  case pledge, many, all, targets, ends, key, one, optional, fixed, once, recorded, closed, weekdays,
    close, midnight, the, same, time, late, arrival, counts, today, next, working, slots, rolling, up,
    to, rolled, cycle, rounded, whole, pro, rata, judged, under, least, most, more, than, down, half,
    even, longer, weighted, since, consecutive, empty, across, above, its, days, rate, reached, step,
    set, with, applicable, below, minimum, over, due, left, because, started, full, exact, end
  // Name a measure or a way to combine.
  case availability, longest, count, run, share, mean, maximum, sum, greatest
  // Name a verdict.
  case met, breached, excused, pending, undecided
}
