import PledgeDiagnostics
import PledgeNumbers
import PledgePolicy
import PledgeSyntax
import PledgeTime

// The words behind what is measured. Each goes with some measures, and with others it would be read and
// forgotten.

extension Checking {
  /// Reads the words behind what is measured; false with a message where one is wrong.
  func modify(_ measure: inout Measure, _ line: MeasureLine, _ index: Int) -> Bool {
    if let condition = line.condition, measure.condition == nil {
      guard let checked = check(condition, as: .truth) else { return false }
      measure.condition = checked
    }
    var places: [String: SourceRange] = [:]
    for modifier in line.modifiers {
      if let (part, word) = modifier.part, !once(&places[part], word, modifier.range) { return false }
      guard modify(&measure, modifier, index) else { return false }
    }
    if let place = places["each rounded"], measure.isWeighted {
      return refuse("each rounded", measure, .equalIntervals, place)
    }
    return true
  }

  private func modify(_ measure: inout Measure, _ modifier: MeasureModifier, _ index: Int) -> Bool {
    switch modifier {
    case .length(let view):
      guard measure.kind.isOfSpan else {
        return refuse("longer than", measure, .measuresOfSpan, modifier.range)
      }
      guard let length = view.limit.flatMap({ positiveDuration($0, .length, orZero: true) }) else {
        return false
      }
      measure.length = LengthTest(length: length, inclusive: !view.isLongerThan)
    case .rounding(let view):
      guard view.isEach ? measure.kind.hasRoundedIntervals : measure.kind.hasRoundedTotal else {
        return refuse(
          view.isEach ? "each rounded" : "total rounded", measure,
          view.isEach ? .measuresOfTimes : .anyCode(["availability of", "total of"]), modifier.range)
      }
      guard let rounding = rounding(view.mode, view.step, view.range) else { return false }
      if view.isEach { measure.eachRounding = rounding } else { measure.totalRounding = rounding }
    case .weighted(let view): return weigh(&measure, view)
    case .since(let view): return since(&measure, view, index)
    case .empty(let view):
      guard measure.kind.canBeEmpty else {
        return refuse("empty", measure, .anyCode(["share of", "mean of", "maximum of"]), modifier.range)
      }
      guard case .literal(let literal) = view.value,
        let (constant, type) = constant(literal, expecting: measure.type)
      else {
        report(.type(.mismatch(found: .word, needed: measure.type.words)), at: view.value.range)
        return false
      }
      guard type.fits(measure.type) || (type.isNumber && measure.type.isNumber) else {
        report(.type(.mismatch(found: type.words, needed: measure.type.words)), at: literal.range)
        return false
      }
      measure.empty = constant
    case .damaged: return false
    }
    return true
  }

  /// Refuses a part that goes with other measures.
  func refuse(_ word: String, _ measure: Measure, _ others: Term, _ range: SourceRange) -> Bool {
    report(
      .clause(.conflict(first: word, second: measure.kind.word, advice: .goesWith(others))), at: range)
    return false
  }

  /// A written rounding of a count, or nil with a message.
  func rounding(_ mode: RoundingModeWord?, _ step: LiteralView?, _ range: SourceRange) -> CountRounding? {
    guard let mode, let unit = step.flatMap({ duration($0) }) else { return nil }
    guard unit > .zero else {
      report(.clause(.notPositive(what: .roundingUnit)), at: range)
      return nil
    }
    return CountRounding(mode: RoundingMode(mode), unit: unit)
  }

  private func weigh(_ measure: inout Measure, _ view: Weighting) -> Bool {
    let part = check(view.weight, expecting: nil)
    let whole = check(view.whole, expecting: nil)
    guard let part, let whole else { return false }
    for operand in [part, whole] where !operand.type.isNumber {
      mismatch(operand, .number)
      return false
    }
    let weight = Measure.Weight(part: part, whole: whole)
    switch measure.kind {
    case .availability(let span, _): measure.kind = .availability(span, weight: weight)
    case .total(let span, _): measure.kind = .total(span, weight: weight)
    case .longest, .starts, .tickets, .share, .mean, .maximum, .sum, .run:
      return refuse("weighted by", measure, .anyCode(["availability of", "total of"]), view.range)
    }
    return true
  }

  private func since(_ measure: inout Measure, _ view: SinceClean, _ index: Int) -> Bool {
    guard case .sum(let value, _) = measure.kind else {
      return refuse("since", measure, .code("sum of"), view.range)
    }
    guard let count = view.count.flatMap({ Int($0) }), let name = view.name, let entity = resolve(name),
      let verdict = view.verdict
    else { return false }
    guard case .periodTarget(let target) = entity else {
      wrongSort(name, entity, asked: .periodTarget)
      return false
    }
    let period = policy.periodTargets[index].scope.period?.kind
    guard let unit = period?.step, count > 0,
      view.unit?.kind == .plain(unit.word) || view.unit?.kind == .calendar(unit.word)
    else {
      report(
        .clause(
          .conflict(
            first: "since", second: period?.isRolling == true ? "rolling" : "each",
            advice: .countByOwnUnit)
        ), at: view.range)
      return false
    }
    measure.kind = .sum(
      value,
      since: Measure.CleanPeriods(
        count: count, unit: unit, periodTarget: target, verdicts: [Verdict(verdict)]))
    return true
  }
}

extension Measure {
  /// Whether its intervals have weights.
  fileprivate var isWeighted: Bool {
    switch kind {
    case .availability(_, let weight), .total(_, let weight): weight != nil
    case .longest, .starts, .tickets, .share, .mean, .maximum, .sum, .run: false
    }
  }
}

extension MeasureModifier {
  /// What it says, which it may say once, and the words that begin it; nil where it is damaged.
  fileprivate var part: (name: String, word: String)? {
    switch self {
    case .length(let view): ("length", view.isLongerThan ? "longer than" : "at least")
    case .rounding(let view): view.isEach ? alike("each rounded") : alike("total rounded")
    case .weighted: alike("weighted by")
    case .since: alike("since")
    case .empty: alike("empty")
    case .damaged: nil
    }
  }

  private func alike(_ word: String) -> (name: String, word: String) { (word, word) }
}
