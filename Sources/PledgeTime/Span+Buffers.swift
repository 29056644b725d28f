// The algebra over buffers that the caller keeps: deciding a ticket allocates nothing once they have grown.
// Operands are in the normal form of `Span.intervals`; `result` is emptied first and is in that form after.

extension Span {
  /// Empties a buffer and keeps its memory; for the few intervals that a ticket has, quicker one by one than
  /// by the general replacement of a range.
  @inlinable
  package static func clear(_ intervals: inout [Interval]) {
    while !intervals.isEmpty { intervals.removeLast() }
  }

  /// Brings intervals of any order into the normal form, in place. n log n, linear when they are sorted.
  package static func normalise(_ intervals: inout [Interval]) {
    var isSorted = true
    for index in intervals.indices.dropFirst() where intervals[index] < intervals[index &- 1] {
      isSorted = false
      break
    }
    if !isSorted { intervals.sort() }
    var kept = 0
    for index in intervals.indices {
      let interval = intervals[index]
      if interval.isEmpty { continue }
      if kept > 0, interval.start <= intervals[kept &- 1].end {
        let last = intervals[kept &- 1]
        intervals[kept &- 1] = Interval(start: last.start, end: max(last.end, interval.end))
      } else {
        intervals[kept] = interval
        kept &+= 1
      }
    }
    intervals.removeLast(intervals.count &- kept)
  }

  /// The time of all intervals together; saturates at the longest duration. Linear.
  package static func total(_ intervals: [Interval]) -> Duration {
    var sum = Duration.zero
    for interval in intervals { sum = sum.adding(interval.length) ?? Duration(microseconds: .max) }
    return sum
  }

  /// The instants of either. Linear.
  package static func unite(_ first: [Interval], _ second: [Interval], into result: inout [Interval]) {
    clear(&result)
    var (i, j) = (0, 0)
    while i < first.count || j < second.count {
      let takesFirst = j == second.count || (i < first.count && first[i].start <= second[j].start)
      let next = takesFirst ? first[i] : second[j]
      if takesFirst { i &+= 1 } else { j &+= 1 }
      if let last = result.last, next.start <= last.end {
        result[result.count &- 1] = Interval(start: last.start, end: max(last.end, next.end))
      } else {
        result.append(next)
      }
    }
  }

  /// The instants of both. Linear.
  package static func intersect(_ first: [Interval], _ second: [Interval], into result: inout [Interval]) {
    clear(&result)
    var (i, j) = (0, 0)
    while i < first.count, j < second.count {
      let common = first[i].clipped(to: second[j])
      if !common.isEmpty { result.append(common) }
      if first[i].end < second[j].end { i &+= 1 } else { j &+= 1 }
    }
  }

  /// The instants of `first` that `second` does not have. Linear.
  package static func subtract(_ first: [Interval], _ second: [Interval], into result: inout [Interval]) {
    clear(&result)
    var j = 0
    for interval in first {
      var start = interval.start
      while j < second.count, second[j].end <= start { j &+= 1 }
      var k = j
      while k < second.count, second[k].start < interval.end {
        if start < second[k].start { result.append(Interval(start: start, end: second[k].start)) }
        start = max(start, second[k].end)
        k &+= 1
      }
      if start < interval.end { result.append(Interval(start: start, end: interval.end)) }
    }
  }

  /// The instants inside the window. Linear.
  package static func clip(_ intervals: [Interval], to window: Interval, into result: inout [Interval]) {
    clear(&result)
    for interval in intervals {
      if interval.start >= window.end { break }
      let part = interval.clipped(to: window)
      if !part.isEmpty { result.append(part) }
    }
  }
}
