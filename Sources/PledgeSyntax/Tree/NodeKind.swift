/// The kinds of nodes, one per production of the grammar; `NodeTable` names the productions.
package enum NodeKind: UInt8, CaseIterable, Hashable, Sendable {
  case file, edition, useDeclaration, policyDeclaration, ticketDeclaration, registerDeclaration,
    roleDeclaration, actionDeclaration, calendarDeclaration, spanDeclaration, letDeclaration,
    tableDeclaration, paramDeclaration, exclusionDeclaration, targetDeclaration, refundDeclaration,
    rightDeclaration, escalationDeclaration, combineDeclaration, testDeclaration, head, name, path,
    word, block, citation, forLine, whenLine, needsLine, calendarUseLine, extendedLine, pauseLine,
    excludeLine, headerWordLine, headerEventLine, effectiveLine, monthEndsLine, eventsLine,
    eventDeclaration, field, fieldType, hoursLine, days, hours, holidaysLine, workingDayLine, scope,
    period, duringLine, clockLine, byLine, boundLine, roundingLine, roundLine, countedByLine,
    measureLine, partialLine, outOfLine, length, measureRounding, weighting, sinceClean, emptySlots,
    payLine, capLine, issueLine, claimLine, useWindowLine, grantsLine, stepLine, stepMoment, recipients,
    evidence, givenLine, setting, testTicketLine, testRegisterLine, asOfLine, casesLine, timelineLine,
    expectLine, outcome, outcomeDetail, rows, row, cases, testCase, offset, table, tableRow, cell,
    boundItem, rangeItem, textLiteral, dateLiteral, timeLiteral, instantLiteral, numberLiteral,
    percentLiteral, quantityLiteral, quantityPart, unit, ordinal, truth, this, call, ordinalEvent,
    parenthesised, member, sample, share, arithmetic, perUnit, comparison, equality, applicability,
    membership, window, relation, negation, conjunction, disjunction, eventSpan, duringSpan,
    overlapSpan, conditional, choice, choiceCase, endOf, unitAfter, event, error
}
