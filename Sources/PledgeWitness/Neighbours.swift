import PledgePolicy
import PledgeTickets
import PledgeTime

/// The situations that differ from one by a single step: another value, an event more, less or elsewhere,
/// another as-of instant, further tickets like it.
struct Neighbours {
  let situation: Situation
  let domains: FigureDomains
  let storyline: Storyline
  /// By how much an event has to move for a value to come to its threshold.
  let shifts: [Duration]

  /// No more are looked at of one situation.
  private static let limit = 900

  /// All of them: the sorts of steps take turns, so that none waits for another to end; moving events to
  /// their thresholds has half of them.
  var all: [Situation] {
    let moved = moved
    let sorts = [
      values, added(at: storyline.turns), cells, asOfs, placed, attributes, removed, repeated, shifted,
      added(at: storyline.distant), windows,
    ]
    var result: [Situation] = []
    var place = 0
    while result.count < Self.limit, (sorts + [moved]).contains(where: { place < $0.count }) {
      result += moved.dropFirst(place * sorts.count).prefix(sorts.count)
      for sort in sorts where place < sort.count { result.append(sort[place]) }
      place += 1
    }
    return result
  }

  /// The tickets that are changed: where there are many alike, the first stands for them.
  private var places: [Int] { Array(situation.tickets.indices.prefix(2)) }

  private func with(_ change: (inout Situation) -> Void) -> Situation {
    var result = situation
    change(&result)
    return result
  }

  // MARK: Values

  private var values: [Situation] {
    places.flatMap { ticket in
      domains.fields.indices.flatMap { field in
        domains.fields[field].filter { $0 != situation.tickets[ticket].values[field] }
          .map { value in with { $0.tickets[ticket].values[field] = value } }
      }
    }
  }

  private var cells: [Situation] {
    situation.rows.indices.flatMap { register in
      situation.rows[register].indices.flatMap { row in
        domains.columns[register].indices.flatMap { column in
          domains.columns[register][column].filter { $0 != situation.rows[register][row].cells[column] }
            .map { value in with { $0.rows[register][row].cells[column] = value } }
        }
      }
    }
  }

  /// Windows and dates of rows, moved to where something happens.
  private var windows: [Situation] {
    situation.rows.indices.flatMap { register in
      situation.rows[register].indices.flatMap { row in
        domains.policy.registers[register].columns.indices.flatMap { column -> [Situation] in
          guard domains.policy.registers[register].columns[column].type == .instant else { return [] }
          let before = domains.lengths.flatMap { length in
            situation.instants.prefix(2).compactMap { $0.subtracting(length) }
              .flatMap { Storyline.beside([$0], domains.timeUnit) }
          }
          return (storyline.turns + before).map { at in
            with { $0.rows[register][row].cells[column] = .instant(at) }
          }
        }
      }
    }
  }

  private var attributes: [Situation] {
    places.flatMap { ticket in
      situation.tickets[ticket].events.indices.flatMap { event -> [Situation] in
        let code = Int(situation.tickets[ticket].events[event].code)
        return domains.attributes[code].indices.flatMap { attribute in
          domains.attributes[code][attribute].map { value in
            with { $0.tickets[ticket].events[event].attributes[attribute] = value }
          }
        }
      }
    }
  }

  // MARK: Events

  private func added(at instants: [Instant]) -> [Situation] {
    instants.flatMap { at in
      places.flatMap { ticket in
        domains.policy.vocabulary.events.indices.map { code in
          with { $0.tickets[ticket].add(domains.event(code, at: at)) }
        }
      }
    }
  }

  private var removed: [Situation] {
    places.flatMap { ticket in
      situation.tickets[ticket].events.indices.map { event in
        with { $0.tickets[ticket].events.remove(at: event) }
      }
    }
  }

  /// Each event but the first moved to where something turns.
  private var placed: [Situation] {
    places.flatMap { ticket in
      situation.tickets[ticket].events.indices.dropFirst().flatMap { event in
        storyline.turns.map { at in with { $0.tickets[ticket].place(event, at: at) } }
      }
    }
  }

  /// Each event moved by what is missing at a threshold, alone and with all behind it.
  private var moved: [Situation] {
    shifts.flatMap { shift in
      places.flatMap { ticket in
        situation.tickets[ticket].events.indices.reversed().flatMap { event -> [Situation] in
          guard let at = situation.tickets[ticket].events[event].at.adding(shift) else { return [] }
          return [
            with { $0.tickets[ticket].place(event, at: at) },
            with { $0.tickets[ticket].move(from: event, by: shift) },
          ]
        }
      }
    }
  }

  /// The whole story at another time of day, on another day of the week, around a date that is named.
  private var shifted: [Situation] {
    guard let first = situation.instants.first else { return [] }
    let zone = domains.policy.header.zone
    let date = zone.date(at: first)
    let times =
      domains.times.flatMap { [$0, $0.moved(by: 60_000_000), $0.moved(by: -60_000_000)] }
      .compactMap { $0 } + [8, 12, 18, 20, 23].compactMap { WallTime(hour: $0, minute: 30) }
    var starts = times.map { zone.instant(date, $0) }
    let clock = WallTime(microseconds: zone.local(first).microsecondsOfDay) ?? .startOfDay
    let days = [1, 4, 5, 6, 21].compactMap { date.adding(days: $0) }
    let named = domains.dates.flatMap { [$0.previous, $0, $0.next] }
    starts += (days + named).map { zone.instant($0, clock) }
    return starts.compactMap { start in
      guard let shift = start.since(first), shift != .zero else { return nil }
      return with { result in
        for ticket in result.tickets.indices { result.tickets[ticket].move(from: 0, by: shift) }
        result.asOf = result.asOf.flatMap { $0.adding(shift) }
      }
    }
  }

  // MARK: As of, and tickets

  private var asOfs: [Situation] {
    ([nil] + (storyline.turns + storyline.distant).map { $0 }).map { at in with { $0.asOf = at } }
  }

  /// So many tickets like the last one, as counts may ask for.
  private var repeated: [Situation] {
    guard let last = situation.tickets.last else { return [] }
    return domains.counts.filter { $0 > situation.tickets.count }.map { count in
      with { result in
        while result.tickets.count < count { result.tickets.append(last) }
      }
    }
  }
}

extension Situation.Draft {
  /// Adds an event in the order of time, behind those of the same instant.
  mutating func add(_ event: Situation.Event) {
    let place = events.firstIndex { $0.at > event.at } ?? events.endIndex
    events.insert(event, at: place)
  }

  /// Moves one event.
  fileprivate mutating func place(_ index: Int, at instant: Instant) {
    var event = events.remove(at: index)
    event.at = instant
    add(event)
  }

  /// Moves an event and all behind it.
  fileprivate mutating func move(from index: Int, by shift: Duration) {
    for place in events.indices where place >= index {
      events[place].at = events[place].at.adding(shift) ?? events[place].at
    }
    events = events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }
}

extension WallTime {
  /// A later or earlier time of the same day; nil beyond it.
  fileprivate func moved(by microseconds: Int64) -> WallTime? {
    WallTime(microseconds: self.microseconds + microseconds)
  }
}
