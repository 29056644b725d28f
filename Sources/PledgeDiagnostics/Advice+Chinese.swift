extension Advice {
  /// The advice in Chinese.
  package var chineseWords: Wording {
    switch self {
    case .combineItsRefunds: "改为合并它所列的各项赔付"
    case .limitCombination: "给合并结果封顶，或写 `pay min(…)`：封顶在合并之后计算"
    case .writeInCombinedRefunds: "写在被合并的各项赔付里"
    case .noPeriods: "只有按键和周期的目标与赔付才有周期"
    case .shareCountsAsTarget(let word): "比例按其目标的计时方式计算：去掉 `\(code: word)`"
    case .slotsGoWithSamples: "时隙只用于采样指标"
    case .readsTargetOfPeriod(let term):
      "按周期的\(term.chineseWords)须引用同一键和周期的目标：`when TARGET is breached`"
    case .countsAtItsInstant(let name): "每个 `\(name)` 按其自身的时刻计入"
    case .goesWithTicketTarget: "它用于单张工单的目标"
    case .goesWith(let term): "它用于\(term.chineseWords)"
    case .writeBound: "写 `at least`、`at most`、`under` 或 `more than`"
    case .paidOnce: "一项赔付只付一次：写 `each month` 或其他单位"
    case .paidBy(let name): "由 `\(name)` 支付：改写它的名称"
    case .leaveScopeOrMeasure(let scope): "若是每张工单的目标，去掉 `\(scope)`；若是周期目标，写 `measure`"
    case .samplesOfOneEvent: "一个指标的采样只来自一种事件"
    case .countByOwnUnit: "无违约的期数按目标自身的周期单位计算"
    case .goesWithMeasure: "它用于带 `measure` 的周期目标"
    case .cyclesBoundedBy: "轮次的限额用 `within` 或 `under`"
    case .extendDeadline: "写 `extended by` 推迟截止期限"
    case .deadlineCountsNothing: "截止期限不计时"
    case .pauseClock: "写 `pause` 来挂起计时"
    case .clockBoundedBy: "计时的限额用 `within`、`under` 或 `by`"
    case .nameCalendarOnce: "日历只写一次"
    case .spanAlone(let name): "只写 `\(name)`：它的每一次出现都是时段的起点或终点"
    case .whichOccurrence(let name): "写明是第几次：`3rd \(name) within 30 min`"
    case .onlyRowsHaveConditions: "只有登记表的行才能各带条件"
    case .excusedLeaveShare: "已免责的工单不计入占比：用 `count of tickets where` 计数"
    case .allowanceHasNoSlots: "允许时长没有时隙"
    case .refundPaysMoney: "金额由 `refund` 支付"
    case .usedBehindPeriod: "周期的权利在周期之后行使：写 `after period`"
    case .needsCycleTarget: "须写 `when TARGET is breached`，且只涉及一个带 `each cycle` 的目标"
    case .moneyIsClaimed: "金额的申领期限用 `claim EVENT until …`"
    case .rightGrants: "金额以外的内容由 `right` 授予"
    case .countFromCycle: "从每轮开始时计，如 `every 1 h after 0 min`"
    case .evidenceIsAnyEvent: "佐证是事件的任一次出现，如 `done when notified within 15 min`"
    case .namesNoRow(let keys, let register):
      "单个值不能确定它的一行：工单自带 \(ChineseList.and(keys)) 才能找到该行，再用 `\(register).COLUMN` 读取"
    case .whereChoosesKeys(let clause, let condition): "`where` 选择的是键：写 `\(code: clause) \(condition)`"
    case .oneTicketEach: "一条期望只涉及一张工单：每张写一行"
    case .ownPeriod: "它计入自身的周期"
    case .periodOfPayment: "它说明支付计入哪个周期"
    case .untilOfInstant(let times, let end):
      "以 `until` 结束的须从时刻开始：写 `\(times) and during 2026-01-01 until \(end)`"
    case .ticketsInARow: "依次写：`ticket \"1\" { … }`、`ticket \"2\" { … }`"
    case .rowsSideBySide:
      "它的各行同时有效：用 `start instant` 和 `end instant` 写明各行何时适用，或去掉 `many`"
    case .fixedInTicket: "只有 `ticket` 的字段会被事件变更；行随 `valid_from` 变化"
    }
  }
}
