import PledgeChecker
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

// The ticket as records write it.

extension WitnessTicket {
  /// The tickets of a witness; empty where one of them cannot be solved.
  package static func tickets(of witness: ProofWitness, in policy: Policy) -> [WitnessTicket] {
    let tickets = witness.tickets.enumerated().compactMap { index, demands in
      WitnessTicket(demands, number: index + 1, in: policy)
    }
    return tickets.count == witness.tickets.count ? tickets : []
  }

  /// A value as records write it.
  package enum Text: Sendable, Hashable {
    case word(String)
    case number(String)
    case truth(Bool)

    /// As a cell of CSV.
    package var text: String {
      switch self {
      case .word(let text), .number(let text): text
      case .truth(let truth): truth ? "yes" : "no"
      }
    }
  }

  /// The fields that have a value, by their names.
  package var fieldValues: [(name: String, value: Text)] {
    policy.vocabulary.fields.enumerated().compactMap { index, field in
      text(fields[index], field).map { (field.name, $0) }
    }
  }

  /// The events in the order of time, by their names.
  package var eventTimes: [(name: String, instant: Instant)] {
    events.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map {
      (policy.vocabulary.events[$0.key].name, $0.value)
    }
  }

  /// The row that the ticket joins in a register, its keys first; nil where it joins none.
  package func row(of register: Int) -> [Text]? {
    guard let values = columns[register] else { return nil }
    let declaration = policy.registers[register]
    let keys = declaration.keys.map { _ in Text.word(key) }
    return keys
      + declaration.columns.enumerated().map { index, column in
        validity(index, declaration) ?? text(values[index], column, isNeeded: true) ?? .word("")
      }
  }

  /// A row of a dated register holds for as long as anything happens.
  private func validity(_ column: Int, _ declaration: RegisterDeclaration) -> Text? {
    let isStart = column == declaration.validFrom
    guard isStart || column == declaration.validTo else { return nil }
    let day = WallTime.microsecondsPerDay * 1000
    guard let instant = start.adding(Duration(microseconds: isStart ? -day : day)) else { return nil }
    let isDate = declaration.columns[column].type == .date
    return .word(
      isDate
        ? policy.header.zone.date(at: instant).text : instant.text(in: policy.header.zone))
  }

  /// A demanded value, or one that is as good as any where one is needed.
  private func text(_ value: ProofWitness.Value?, _ field: FieldDeclaration, isNeeded: Bool = false) -> Text?
  {
    switch value {
    case .known(let constant)?: return text(constant, field.type)
    case .missing?: return nil
    case .other?: return other(field.type)
    case nil: return isNeeded || field.presence == .required ? other(field.type) : nil
    }
  }

  /// A value that no rule asks for in particular.
  private func other(_ type: ValueType) -> Text {
    switch type {
    case .truth: .truth(false)
    case .integer, .decimal: .number("1")
    case .percent: .word("1%")
    case .money: .word("1000.00")
    case .duration: .word("1 h")
    case .instant: .word(start.text(in: policy.header.zone))
    case .date: .word(policy.header.zone.date(at: start).text)
    case .text: .word("other")
    case .choice(let members): .word(members.first ?? "")
    case .key: .word(key)
    }
  }

  private func text(_ constant: Constant, _ type: ValueType) -> Text {
    switch constant {
    case .truth(let truth): .truth(truth)
    case .number(let number):
      switch type {
      case .percent: .word(number.percentText)
      case .money: .word(number.text)
      case .truth, .integer, .decimal, .duration, .instant, .date, .text, .choice, .key: .number(number.text)
      }
    case .duration(let length): .word(length.text)
    case .instant(let instant): .word(instant.text(in: policy.header.zone))
    case .date(let date): .word(date.text)
    case .text(let id): .word(policy.texts.text(id))
    case .choice(let member):
      if case .choice(let members) = type, members.indices.contains(member) {
        .word(members[member])
      } else {
        .word("")
      }
    case .timeOfDay(let time): .word(time.text)
    case .calendarLength, .workingDays: .word("")
    }
  }
}
