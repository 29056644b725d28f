/// One row of the node table: a kind and the production that it stands for.
package struct NodeRow: Hashable, Sendable {
  /// The kind.
  package let kind: NodeKind
  /// The production, in the notation of the published grammar.
  package let production: String

  init(_ kind: NodeKind, _ production: String) {
    self.kind = kind
    self.production = production
  }
}

/// The node table: which production each kind of node stands for.
package enum NodeTable {
  /// One row per kind.
  package static let rows: [NodeRow] = [
    NodeRow(.file, #"edition {NL any-declaration} [NL]"#),
    NodeRow(.edition, #""pledge" EDITION [DIALECT]"#),
    NodeRow(.useDeclaration, #""use" name-list "from" textLiteral"#),
    NodeRow(.policyDeclaration, #""policy" textLiteral block(policy-line)"#),
    NodeRow(.ticketDeclaration, #""ticket" block(ticket-line)"#),
    NodeRow(
      .registerDeclaration, #""register" name ["many"] "by" name-list block(field) ["cite" word-list]"#
    ),
    NodeRow(.roleDeclaration, #""role" head {"," head}"#),
    NodeRow(.actionDeclaration, #""action" head {"," head}"#),
    NodeRow(.calendarDeclaration, #""calendar" head ("=" disjunction | block(calendar-line))"#),
    NodeRow(.spanDeclaration, #""span" head ["per" name-list] "=" disjunction ["cite" word-list]"#),
    NodeRow(.letDeclaration, #""let" head "=" disjunction ["cite" word-list]"#),
    NodeRow(.tableDeclaration, #""table" head table ["cite" word-list]"#),
    NodeRow(.paramDeclaration, #""param" head "=" any-literal ["cite" word-list]"#),
    NodeRow(
      .exclusionDeclaration, #""exclusion" head ["for" ("all" "targets" | name-list)] block(exclusion-line)"#
    ),
    NodeRow(.targetDeclaration, #""target" head [scope] block(target-line)"#),
    NodeRow(.refundDeclaration, #""refund" head [scope] block(refund-line)"#),
    NodeRow(.rightDeclaration, #""right" head [scope] block(refund-line)"#),
    NodeRow(.escalationDeclaration, #""escalation" head block(escalation-line)"#),
    NodeRow(
      .combineDeclaration,
      #""combine" head "=" ("sum" | "greatest" | "first") "of" name-list [block(refund-line)]"#
    ),
    NodeRow(.testDeclaration, #""test" textLiteral block(test-line)"#),
    NodeRow(.head, #"name [textLiteral]"#),
    NodeRow(.name, #"NAME"#),
    NodeRow(.path, #"name {"." name}"#),
    NodeRow(.word, #"WORD"#),
    NodeRow(.block, #""{" [NL] [line {NL line}] [NL] "}""#),
    NodeRow(.citation, #""cite" word-list"#),
    NodeRow(.forLine, #""for" disjunction"#),
    NodeRow(.whenLine, #""when" disjunction"#),
    NodeRow(.needsLine, #""needs" disjunction"#),
    NodeRow(.calendarUseLine, #""on" disjunction"#),
    NodeRow(.extendedLine, #""extended" "by" name-list"#),
    NodeRow(.pauseLine, #""pause" name-list"#),
    NodeRow(.excludeLine, #""exclude" name-list"#),
    NodeRow(.headerWordLine, #"("id" | "version" | "timezone" | "currency" | "source") word"#),
    NodeRow(.headerEventLine, #"("governed" | "settled") "by" arithmetic"#),
    NodeRow(.effectiveLine, #""effective" "from" disjunction [("until" | "for") disjunction]"#),
    NodeRow(.monthEndsLine, #""month" "ends" "at" ("last" | "next") "day""#),
    NodeRow(.eventsLine, #""event" eventDeclaration {"," eventDeclaration} ["once"] ["if" "recorded"]"#),
    NodeRow(.eventDeclaration, #"name [block(field)]"#),
    NodeRow(.field, #"name-list fieldType {"optional" | "fixed" any-literal "before" | "=" any-value}"#),
    NodeRow(.fieldType, #"name | "one" "of" any-value {"," any-value} | "key" "of" name"#),
    NodeRow(.hoursLine, #"days {"," days} ("closed" | hours {"," hours})"#),
    NodeRow(.days, #"dateLiteral [".." dateLiteral] [day-names] | day-names"#),
    NodeRow(.hours, #"timeLiteral "-" timeLiteral"#),
    NodeRow(.holidaysLine, #""holidays" "from" textLiteral ["otherwise" "as" "weekdays"]"#),
    NodeRow(
      .workingDayLine,
      #""day" ("is" any-literal | "ends" "at" ("close" | "midnight" | "the" "same" "time")) ["," "#
        + #""late" "arrival" "counts" "as" ("today" | "next" "working" "day")]"#
    ),
    NodeRow(
      .scope,
      #""per" sample {"," sample} [period] ["where" disjunction] | period ["where" disjunction] "#
        + #"| "where" disjunction"#
    ),
    NodeRow(
      .period,
      #"["in" any-literal "slots"] ("each" (unit | any-literal) ["from" sample ["for" "#
        + #"any-literal]] | "rolling" sample ["by" unit])"#
    ),
    NodeRow(
      .duringLine,
      #""during" disjunction ["until" any-literal] ["where" disjunction] ["up" "to" any-literal "#
        + #"period]"#
    ),
    NodeRow(.clockLine, #""clock" ["each"] disjunction"#),
    NodeRow(
      .byLine, #""by" disjunction ["rolled" "to" (timeLiteral | "end" "of") "next" unit "if" "closed"]"#),
    NodeRow(
      .boundLine,
      #"["each" "cycle"] ("within" | "under" | "at" ("least" | "most") | "more" "than") "#
        + #"any-amount"#
    ),
    NodeRow(.roundingLine, #""total" "rounded" rounding-rule"#),
    NodeRow(.roundLine, #""round" rounding-rule"#),
    NodeRow(.countedByLine, #""counted" "by" event"#),
    NodeRow(
      .measureLine,
      #""measure" measure-word "of" disjunction [verdict-word] ["where" disjunction] {length | "#
        + #"measureRounding | weighting | sinceClean | emptySlots}"#
    ),
    NodeRow(.partialLine, #""partial" ("whole" | "pro" "rata" | "not" "judged")"#),
    NodeRow(.outOfLine, #""out" "of" disjunction"#),
    NodeRow(.length, #""longer" "than" any-literal | "at" "least" any-literal"#),
    NodeRow(.measureRounding, #"("each" | "total") "rounded" rounding-rule"#),
    NodeRow(.weighting, #""weighted" "by" sample "of" sample"#),
    NodeRow(.sinceClean, #""since" NUMBER "consecutive" unit "of" name verdict-word"#),
    NodeRow(.emptySlots, #""empty" any-value"#),
    NodeRow(.payLine, #""pay" any-amount [rate-rule] ["to" name-list] ["as" name]"#),
    NodeRow(.capLine, #""cap" arithmetic [scope] ["across" name-list]"#),
    NodeRow(.issueLine, #""issue" ("at" "least" | "above") any-literal [scope]"#),
    NodeRow(.claimLine, #""claim" event ["from" disjunction] "until" disjunction"#),
    NodeRow(.useWindowLine, #""use" "within" any-literal "after" event"#),
    NodeRow(.grantsLine, #""grants" textLiteral"#),
    NodeRow(
      .stepLine,
      #"("at" stepMoment | "every" any-literal "after" stepMoment) name recipients {"then" "#
        + #"recipients} ["when" disjunction] ["done" evidence]"#
    ),
    NodeRow(.stepMoment, #"any-literal ["of" name] | event"#),
    NodeRow(.recipients, #"name-list"#),
    NodeRow(.evidence, #""when" event ["where" disjunction]"#),
    NodeRow(.givenLine, #""given" block(setting)"#),
    NodeRow(.setting, #"name any-value"#),
    NodeRow(.testTicketLine, #""ticket" textLiteral block(test-line)"#),
    NodeRow(.testRegisterLine, #""register" name rows"#),
    NodeRow(.asOfLine, #""as" "of" any-literal"#),
    NodeRow(.casesLine, #""cases" cases"#),
    NodeRow(
      .timelineLine,
      #"(dateLiteral | instantLiteral | "+" any-literal) name {("with" | "set") setting {"," "#
        + #"setting}}"#
    ),
    NodeRow(
      .expectLine, #""expect" path ["step" NUMBER] ["of" any-value {"," any-value}] ["in" word] outcome"#
    ),
    NodeRow(.outcome, #"("not" "applicable" | "below" "minimum" | any-value) [any-literal] {outcomeDetail}"#),
    NodeRow(.outcomeDetail, #"("over" | "due" | "counted" | "left" | "at" | "until" | "because") any-value"#),
    NodeRow(.rows, #"table-lines(column-names, row)"#),
    NodeRow(.row, #"any-value {"|" any-value}"#),
    NodeRow(.cases, #"table-lines(case-names, testCase)"#),
    NodeRow(.testCase, #"case-value {"|" case-value} "->" outcome {"|" outcome}"#),
    NodeRow(.offset, #"("+" | MINUS) any-literal"#),
    NodeRow(.table, #"table-lines(table-head, tableRow)"#),
    NodeRow(.tableRow, #"("otherwise" | cell {"|" cell}) "->" disjunction {"|" disjunction}"#),
    NodeRow(.cell, #""any" | ["not"] cell-item {"," cell-item}"#),
    NodeRow(.boundItem, #"("at" ("least" | "most") | "under") cell-limit"#),
    NodeRow(
      .rangeItem,
      #""over" cell-limit ["to" ["under"] cell-limit] | cell-limit "to" ["under"] cell-limit"#
    ),
    NodeRow(.textLiteral, #"STRING"#),
    NodeRow(.dateLiteral, #"DATE"#),
    NodeRow(.timeLiteral, #"TIME"#),
    NodeRow(.instantLiteral, #"dateLiteral timeLiteral"#),
    NodeRow(.numberLiteral, #"[SIGN] NUMBER"#),
    NodeRow(.percentLiteral, #"[SIGN] NUMBER "%""#),
    NodeRow(.quantityLiteral, #"[SIGN] quantityPart {quantityPart}"#),
    NodeRow(.quantityPart, #"NUMBER unit"#),
    NodeRow(.unit, #"["working" | "calendar"] UNIT | CURRENCY"#),
    NodeRow(.ordinal, #"ORDINAL | "first" | "second" | "third" | "last""#),
    NodeRow(.truth, #""yes" | "no""#),
    NodeRow(.this, #""this""#),
    NodeRow(.call, #"name "(" disjunction {"," disjunction} ["where" disjunction] ")""#),
    NodeRow(.ordinalEvent, #"ordinal name"#),
    NodeRow(.parenthesised, #""(" disjunction ")""#),
    NodeRow(.member, #"any-operand {"." name}"#),
    NodeRow(.sample, #"member {("at" | "on") member}"#),
    NodeRow(.share, #"sample ["of" share]"#),
    NodeRow(.arithmetic, #"perUnit {("+" | MINUS | "minus") perUnit}"#),
    NodeRow(
      .perUnit,
      #"share {("*" | "/") share | "per" ("started" | "full" | "exact") (unit | any-literal) "#
        + #"sample}"#
    ),
    NodeRow(.comparison, #"arithmetic ("<" | "<=" | ">" | ">=") arithmetic"#),
    NodeRow(.equality, #"arithmetic "is" ["not"] arithmetic"#),
    NodeRow(.applicability, #"arithmetic "is" "not" "applicable""#),
    NodeRow(
      .membership,
      #"arithmetic ["not"] "in" ("(" arithmetic {"," arithmetic} ")" | member-item {"," "#
        + #"member-item})"#
    ),
    NodeRow(.window, #"arithmetic "within" arithmetic ("before" | "after") arithmetic"#),
    NodeRow(.relation, #"arithmetic ("before" | "after" | "overlaps" | "during") arithmetic"#),
    NodeRow(.negation, #"{"not"} compared-value"#),
    NodeRow(.conjunction, #"negation {"and" negation}"#),
    NodeRow(.disjunction, #"conjunction {"or" conjunction}"#),
    NodeRow(.eventSpan, #""from" event-list "until" event-list {length | "up" "to" any-literal}"#),
    NodeRow(.duringSpan, #""during" compared-value ["until" any-literal]"#),
    NodeRow(.overlapSpan, #""at" "least" (NUMBER | name) name "of" name ["where" disjunction]"#),
    NodeRow(.conditional, #""if" disjunction "then" disjunction "else" disjunction"#),
    NodeRow(.choice, #""first" "of" block(choiceCase)"#),
    NodeRow(.choiceCase, #""otherwise" disjunction | arithmetic "when" disjunction"#),
    NodeRow(.endOf, #""end" "of" [ordinal unit "after" | unit "of"] sample"#),
    NodeRow(.unitAfter, #"(ordinal | "next") unit "after" sample | "next" unit"#),
    NodeRow(
      .event, #"[ordinal] name ["(" disjunction {"," disjunction} ")"] ["within" any-literal] {offset}"#
    ),
    NodeRow(.error, #"what could not be read"#),
  ]
}
