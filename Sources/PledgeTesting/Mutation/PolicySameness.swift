import PledgeDiagnostics
import PledgePolicy

/// Whether two policies are one but for the places in their texts.
package enum PolicySameness {
  /// What a policy says, its tests and the places of its parts left out; two policies with one description
  /// decide every ticket alike. Linear in the policy, and slow: it looks at every value through its mirror.
  static func description(of policy: Policy) -> String {
    var policy = policy
    policy.tests = []
    return description(ofPart: policy)
  }

  /// The same of a part of a policy.
  package static func description(ofPart part: Any) -> String {
    var text = ""
    append(part, to: &text)
    return text
  }

  private static func append(_ value: Any, to text: inout String) {
    if value is SourceRange { return }
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else {
      // A case without values shows its name; an empty list its brackets.
      text += "\(value) "
      return
    }
    switch mirror.displayStyle {
    case .dictionary, .set:
      let parts = mirror.children.map { child in
        var part = ""
        append(child.value, to: &part)
        return part
      }
      // The order of a hash says nothing.
      text += "{" + parts.sorted().joined() + "}"
    default:  // of the standard library: all others have their parts in one order
      text += "("
      for child in mirror.children {
        if let label = child.label { text += label + ":" }
        append(child.value, to: &text)
      }
      text += ")"
    }
  }
}
