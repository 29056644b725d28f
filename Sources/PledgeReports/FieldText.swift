import PledgeDiagnostics
import PledgeEvaluation
import PledgeNumbers
import PledgePolicy
import PledgeTickets
import PledgeTime

/// A ticket's fields as a reader writes them: `circuit "C-9"`, `cause carrier`.
package enum FieldText {
  /// The fields that have a value, in the order of their declaration; defaults are shown as such.
  package static func fields(of ticket: Ticket, policy: Policy, language: MessageLanguage = .english)
    -> [String]
  {
    var result: [String] = []
    for (index, field) in policy.vocabulary.fields.enumerated() where index < ticket.values.count {
      if let text = text(ticket.values[index], field, ticket, policy, language) {
        result.append("\(field.name) \(text)")
      } else if case .defaulted(let scalar) = field.presence,
        let text = text(scalar, field, ticket, policy, language)
      {
        result.append(ReasonPhrase.byDefault("\(field.name) \(text)").text(in: language))
      }
    }
    return result
  }

  /// The attributes of an event that have a value: `role "duty_manager"`.
  package static func attributes(
    of event: LoggedEvent, in ticket: Ticket, policy: Policy, language: MessageLanguage = .english
  ) -> [String] {
    guard event.firstAttribute >= 0 else { return [] }
    let declared = policy.vocabulary.events[Int(event.code)].attributes
    return declared.enumerated().compactMap { index, attribute in
      let position = Int(event.firstAttribute) + index
      guard ticket.attributes.indices.contains(position) else { return nil }
      return text(ticket.attributes[position], attribute, ticket, policy, language).map {
        "\(attribute.name) \($0)"
      }
    }
  }

  /// One value; nil where it is missing.
  package static func text(
    _ scalar: Scalar, _ field: FieldDeclaration, _ ticket: Ticket, _ policy: Policy,
    _ language: MessageLanguage = .english
  ) -> String? {
    switch scalar {
    case .missing: return nil
    case .truth(let truth): return language.say(value: truth ? "yes" : "no")
    case .number(let decimal): return number(decimal.rational, field.type)
    case .duration(let duration): return duration.text
    case .instant(let instant): return instant.plainText(in: policy.header.zone)
    case .date(let date): return date.text
    case .text(let id): return "\"\(ticket.text(id, pool: policy.texts))\""
    case .choice(let member):
      guard case .choice(let members) = field.type, members.indices.contains(Int(member)) else { return nil }
      return members[Int(member)]
    }
  }

  private static func number(_ number: Rational, _ type: ValueType) -> String {
    switch type {
    case .money(let currency): Money(amount: number, currency: currency).text
    case .percent: number.percentText
    case .truth, .integer, .decimal, .duration, .instant, .date, .text, .choice, .key: number.text
    }
  }
}
