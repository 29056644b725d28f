/// The pages of all codes but those of lint rules, whose pages the rules bring along.
package enum CodePages {
  /// Codes about one sort of thing.
  package struct Family: Sendable {
    /// What the codes are about.
    package let title: String
    /// Their pages, in the order of the codes.
    package let pages: [CodePage]
  }

  /// A new code has its page in a folder of this room, and its row here.
  package static let families: [Family] = [
    Family(
      title: "How a text is put together",
      pages: [
        .missingEdition, .unknownEdition, .unknownDialect, .expectedSomethingElse,
        .unexpectedText, .repeatedWord, .missingClosingBracket, .strayClosingBracket,
        .unknownDeclaration, .unknownClause, .chainedComparison, .reservedWord,
        .minusWithoutBlanks, .wordsOfOtherTexts, .nestingTooDeep, .tooManyMessages,
      ]),
    Family(
      title: "Words, numbers and signs",
      pages: [
        .unterminatedText, .unknownEscape, .unterminatedName, .emptyName, .nameNotNormalised,
        .malformedNumber, .malformedDate, .malformedTime, .malformedOrdinal, .invalidUtf8,
        .controlCharacter, .invisibleCharacter, .unknownCharacter, .fullWidthForm,
        .signOfAnotherLanguage, .instantOfAnotherFormat, .fileTooLarge, .tokenTooLong,
      ]),
    Family(
      title: "Names",
      pages: [
        .unknownName, .wrongSortOfName, .unknownMember, .unknownColumn, .duplicateName,
        .duplicateMember, .unknownFunction, .circularDeclarations, .unknownType,
        .ambiguousOccurrence, .lookAlikeNames, .measureAsFunction,
      ]),
    Family(
      title: "Types and units",
      pages: [
        .typeMismatch, .operationWithoutMeaning, .mixedCurrencies, .incomparableTypes,
        .valuesWithoutOrder, .unknownCurrency, .bareDay, .wrongUnit, .mixedUnits, .missingUnit,
        .tooManyDigits, .belowAMicrosecond, .noSuchDate, .figureOutOfRange,
        .branchesOfDifferentTypes, .spanAsValue, .valueAsSpan, .numberOfArguments, .noCurrency,
        .fractionOfADay, .ambiguousOver, .monthsWithDays,
      ]),
    Family(
      title: "The lines of declarations",
      pages: [
        .missingClause, .repeatedClause, .conflictingClauses, .noPolicy, .secondBlock,
        .unknownWord, .unknownZone, .zoneDataMissing, .figureNotPositive, .defaultOfOptional,
        .figureNegative, .emptySpan, .neverApplies, .conditionAlwaysHolds, .branchNeverApplies,
        .boundAlwaysMet, .boundNeverMet, .figureOfZero, .capNeverBinds, .capAlwaysBinds, .flatRate,
        .rateOfTheDelayItself, .rateWithoutAUnit, .combinedTwice, .combinedRefundsDiffer,
        .clauseDoesNotBelongHere, .capsDoNotNest, .clausesOutOfOrder, .combinedRefundsOfOtherScopes,
        .nothingIsCounted,
      ]),
    Family(
      title: "Calendars",
      pages: [
        .calendarNeverOpens, .overlappingHours, .impossibleHours, .unknownWeekday, .holidayFile,
        .workingDayNotStated, .lateArrivalNotStated, .noCalendar, .hoursEndAsTheyBegin,
        .readingsDiffer, .dateTwice,
      ]),
    Family(
      title: "Tables",
      pages: [
        .numberOfCells, .missingRow, .unreachableRow, .emptyRange, .rowsBehindOtherwise,
        .tableWithoutRows, .tooManyCasesToCheck, .repeatedRow, .resultsThatTurn,
        .gapBehindOtherwise,
      ]),
    Family(
      title: "Tests",
      pages: [
        .testWithoutExpectation, .testWithoutTimeline, .fieldNotGiven, .relativeWithoutStart,
        .unknownOutcome, .wrongFigure, .duplicateKey, .whichTicket, .unknownTicket, .eventTwice,
        .rowsOverlap, .columnNotGiven, .attributeNotGiven, .whichStep, .unknownStep,
        .whichRepetition, .asOfBeforeAllEvents, .ticketTwice, .refusedAndDecided,
        .refusedWithoutReason, .asOfFarAhead,
      ]),
    Family(
      title: "Several files",
      pages: [
        .unreadableFile, .fileOutsideRoot, .circularFiles, .filesTooDeep, .nameNotInFile,
        .nameOfAnotherFile, .nameNotTaken, .nameOfTwoFiles,
      ]),
    Family(
      title: "Keys and periods",
      pages: [
        .notAKey, .notOfTheKey, .notOfATicket, .otherScope, .noPeriod, .noPeriodUnit,
        .unknownPeriod, .keyCount, .whichPeriod, .otherKeys, .eventBesideASpan,
        .gapsBetweenWindows,
      ]),
    Family(
      title: "Versions of a policy",
      pages: [
        .overlappingVersions, .gapBetweenVersions, .validityOfTheTicket, .sameVersion,
        .versionsGovernedDifferently, .currenciesOfVersions,
      ]),
    Family(
      title: "Exclusions that could hurt the provider",
      pages: [
        .exclusionRaises, .exclusionBreaches, .exclusionWithoutRelief, .exclusionMovesWindow,
        .exclusionGrants, .owedWhileMet,
      ]),
    Family(
      title: "Counts of other tickets",
      pages: [
        .notTickets, .strayThis, .nestedCount, .mixedTickets, .verdictOfAnotherTicket,
        .spanOfAKeyAskedTooEarly, .countInASpanOfAKey,
      ]),
    Family(
      title: "Steps of escalations",
      pages: [
        .stepBehindEnd, .shareOfDeadline, .unknownAttribute, .noTimeForStep,
      ]),
    Family(
      title: "Formatting",
      pages: [
        .formatWouldChange, .damagedFileNotConverted,
      ]),
  ]

  /// All pages, in the order of their codes.
  package static let all = families.flatMap(\.pages).sorted { $0.code.number < $1.code.number }
}
