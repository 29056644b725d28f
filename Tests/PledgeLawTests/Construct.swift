/// A construct of the language that generated policies use; each has to occur often enough in a sample.
enum Construct: String, CaseIterable, Sendable {
  // Header and vocabulary
  case settled, governed, effectiveUntil, monthEndsNext, zoneWithClockChange
  case keyField, optionalField, defaultedField, fixedField, eventOnce, eventIfRecorded, eventAttribute
  case register, registerChain, registerOfWindows, registerDated, registerOfTwoKeys
  // Calendars
  case severalHours, acrossMidnight, closedDates, halfDay, holidays, holidaysAsWeekdays, calendarZone
  case combinedCalendar, workingDay
  // Spans
  case severalSides, nthEvent, nthWithin, offsetOfEvent, lengthTest, upTo, union, intersection, minus
  case duringCondition, duringDates, windowsAsSpan
  // Names of values
  case parameter, derivedValue, derivedChoice, derivedConditional, table, tableBands, parameterCell,
    countOfTickets, valueAt
  // Exclusions
  case excludedByCondition, excludedBySpan, excludedByWindows, allowance, needs, forAllTargets,
    forNamedTargets
  // Targets of a ticket
  case within, under, by, byEndOfDay, byTimeOfDay, byOpenTime, rolled, extended, workingLength,
    calendarLength, limitByTable
  case limitByChoice, limitOfData, onCalendar, pause, exclude, cycles, rounding, condition, verdictCondition
  // Targets of a period
  case eachPeriod, anchoredPeriod, rollingWindow, slots, perKey, perTwoKeys, whole, keyOfRegister, keyFilter
  case availability, total, longest, countOfSpan, countOfPeriodTickets, share, mean, maximum, sum, run
  case runOfWindows, sinceClean, weighted, outOf, partial, measureLength, measureRounding, empty, periodPause,
    countedBy
  // Refunds and rights
  case flatPay, shareOfFee, perStarted, perFull, perExact, perCalendarDay, perWorkingDay, perCycle, bands
  case rateReached, itemRounding, ticketCap, groupCap, nestedCaps, capAcross, minimum, groupMinimum, claim
  case combineFrames, capAcrossFrames, combineSum, combineGreatest, combineFirst, payees, form, frameRefund,
    reachedBands, right, useWithin
  case frameRefundRolling, rollingFigure, combineRolling, frameFilter, frameRight, frameRightRolling,
    useAfterPeriod, anchoredCap
  // Escalations
  case stepCycle, stepAtTime, stepAtShare, stepAtEvent, stepRepeated, stepEvidence, stepLevels, stepCondition
}
