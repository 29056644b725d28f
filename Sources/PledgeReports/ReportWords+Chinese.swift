import PledgeDiagnostics
import PledgeEvaluation
import PledgePolicy
import PledgeTickets

extension ReportWords {
  /// Why something is not known, in Chinese.
  func chineseCause(_ cause: Cause) -> Wording {
    let first = Int(cause.first)
    let second = Int(cause.second)
    switch cause.kind {
    case .eventNotYet: return "`\(event(first))` 尚未发生"
    case .targetPending: return "目标 `\(policy.targets[first].name)` 未定"
    case .targetNotApplicable: return "目标 `\(policy.targets[first].name)` 不涉及此工单"
    case .periodPending: return "目标 `\(policy.periodTargets[first].name)` 未定"
    case .logEmpty: return "工单还没有事件"
    case .instantNotYet: return "所问值的时刻尚未到来"
    case .fieldMissing: return "工单没有 `\(policy.vocabulary.fields[first].name)`"
    case .rowMissing:
      let register = policy.registers[first]
      return "登记表 `\(register.name)` 没有工单的 \(key(second, of: register)) 对应的行"
    case .rowNotInForce:
      let register = policy.registers[first]
      return "登记表 `\(register.name)` 中工单的 \(key(second, of: register)) 没有在其管辖事件时有效的行"
    case .cellMissing:
      let register = policy.registers[first]
      return "登记表 `\(register.name)` 中工单的行没有 `\(register.columns[second].name)`"
    case .eventUnrecorded: return "`\(event(first))` 可能发生过但没有记录"
    case .stopBeforeStart:
      return "`\(event(second))` 之前没有使计时开始的事件，如 `\(event(first))`"
    case .noTableRow:
      return policy.tables[first].name.map { "表 `\($0)` 没有适用的行" } ?? "表没有适用的行"
    case .beyondCoverage:
      return "日历 `\(policy.calendars[first].name)` 没有所需日期的节假日"
    case .neverOpen:
      return "日历 `\(policy.calendars[first].name)` 在所需时间内不营业"
    case .attributeMissing:
      return "`\(event(first))` 没有 `\(policy.vocabulary.events[first].attributes[second].name)`"
    case .tooManyRepetitions:
      return "`\(policy.escalations[first].name)` 的步骤 \(second + 1) 超过 "
        + "\(Escalation.Step.repetitionLimit) 次"
    case .otherTickets: return "有另一张工单是否计入未知"
    case .overflow: return "数值过大，不能精确计算"
    case .divisionByZero: return "出现了除以零"
    case .outOfRange: return "有时刻超出支持的年份"
    case .windowTooShort:
      return "目标 `\(policy.periodTargets[first].name)` 的窗口短于其滚动步长"
    case .groupUndecided:
      let names = policy.groups[first].members.map { "`\(policy.refunds[$0].name)`" }
      return "\(names.joined(separator: "、")) 中有另一项未知，而两者共用一个限额"
    }
  }

  /// What a row is looked for by: a field of the ticket, where it is read from one, else the keys' names.
  private func key(_ field: Int, of register: RegisterDeclaration) -> String {
    if field >= 0 { return "`\(policy.vocabulary.fields[field].name)`" }
    return register.keys.map { "`\($0.name)`" }.joined(separator: " 和 ")
  }
}
