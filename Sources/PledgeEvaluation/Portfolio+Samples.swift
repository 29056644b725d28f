import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

// Values that tickets, or the events of tickets, give to a mean, a maximum or a sum.

extension Portfolio {
  /// The value of a ticket is a sample of the instant that says in which period it falls.
  mutating func takeSample(
    _ target: Int, _ key: Int, _ node: Int32, _ contribution: ContributionClass,
    _ evaluator: inout Evaluator
  ) {
    var contribution = contribution
    guard let bucket = countingBucket(target, &contribution, &evaluator) else { return }
    takeValue(target, key, node, bucket, contribution, &evaluator)
  }

  /// Each occurrence of the event is a sample of its own instant.
  mutating func takeSamples(
    _ target: Int, _ key: Int, _ node: Int32, _ contribution: ContributionClass,
    _ evaluator: inout Evaluator
  ) {
    let ready = plan.periodTargets[target]
    for position in 0..<evaluator.visible where evaluator.ticket.events[position].code == ready.sampledEvent {
      evaluator.place(atSample: position, ready.sampleNodes)
      var own = contribution
      if ready.measureCondition >= 0 {
        let holds = evaluator.value(ready.measureCondition)
        if holds == .truth(false) { continue }
        if let id = holds.unknown { own.doubt = evaluator.joined(own.doubt, id) }
      }
      guard let bucket = bucket(target, evaluator.ticket.events[position].at, &evaluator) else { continue }
      takeValue(target, key, node, bucket, own, &evaluator)
    }
    evaluator.place(atSample: -1, ready.sampleNodes)
  }

  private mutating func takeValue(
    _ target: Int, _ key: Int, _ node: Int32, _ bucket: Int64, _ contribution: ContributionClass,
    _ evaluator: inout Evaluator
  ) {
    var contribution = contribution
    let value = evaluator.value(node)
    var ends = ValueRange.unbounded
    if let figure = Rational(figure: value) {
      ends = ValueRange(figure)
    } else {
      ends = evaluator.range(node)
      contribution.vague = value.unknown ?? evaluator.unknown(.overflow)
    }
    let sample = Sample(bucket: bucket, contribution: number(of: contribution), value: ends)
    let greatest = plan.periodTargets[target].isOfGreatest
    change(target, key) { $0.add(sample, greatest: greatest) }
    keep(target, key, sample.contribution, .value(sample))
  }
}

extension Evaluator {
  /// Looks at the attributes of an event of the log, by its position; what was computed from another one's is
  /// old.
  mutating func place(atSample position: Int, _ nodes: Node.List) {
    evidencePosition = position
    for node in nodes.range { valueStamps[Int(plan.operands[node])] = 0 }
    ranges.removeAll(keepingCapacity: true)
    for table in tableStamps.indices { tableStamps[table] = 0 }
  }
}
