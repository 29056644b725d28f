import PledgeTickets
import PledgeTime

/// How the records of a file become tickets of a vocabulary: a mapping, resolved once and then only read.
package struct RecordPlan: Sendable {
  package let vocabulary: Vocabulary
  package let mapping: TicketMapping
  /// How many further paths are read into `Ticket.captured`, as texts, truths or `missing`.
  package let captureCount: Int
  /// The mapping's as-of instant, where it states one.
  package internal(set) var asOf: Instant?

  /// Keys by their place in a record; 0 is the record itself, the first node of a list source its elements.
  var nodes: [PlanNode] = []
  /// How many nodes belong to the record itself.
  var recordNodes = 0
  var idNode = -1
  var fields: [ValuePlan] = []
  var captures: [Int] = []
  var sources: [SourcePlan] = []
  var zone: Zone?
  var patterns: [TimePattern] = []
  /// Whether rows of one ticket are put together.
  var manyRows = false
  /// Where in a document the list of records is.
  var records: [String] = []
  /// Whether the record needs an id; a register's row does not.
  var needsID = true
  var missing = ByteTable([String]())

  init(vocabulary: Vocabulary, mapping: TicketMapping, captureCount: Int) {
    self.vocabulary = vocabulary
    self.mapping = mapping
    self.captureCount = captureCount
  }
}

extension RecordPlan {
  /// The columns that a CSV file must have: the id, required fields, and what events are read from.
  var neededColumns: [String] {
    var needed = needsID ? [nodes[idNode].column] : []
    for field in fields
    where field.node >= 0 && field.otherwise == nil && field.declaration.presence == .required {
      needed.append(nodes[field.node].column)
    }
    for source in sources {
      switch source.kind {
      case .list: continue
      case .row: needed.append(nodes[source.type].column)
      case .change(let column, _, _): needed.append(nodes[column].column)
      case .instant: break
      }
      needed.append(nodes[source.at].column)
    }
    return needed
  }
}

/// One key of a record that something is read from.
struct PlanNode: Sendable {
  var key: String
  /// The column of a CSV file that holds it.
  var column: String
  var children: [Int] = []
  /// The source whose events are the elements of this list, or -1.
  var listSource = -1
}

/// How one value is typed.
struct ValuePlan: Sendable {
  var declaration: FieldDeclaration
  /// -1: a constant.
  var node: Int
  var members: [String] = []
  var choices: ByteTable?
  var missing: ByteTable?
  var translations: ByteTable?
  var translated: [StableBytes] = []
  var constant: StableBytes?
  var otherwise: StableBytes?
  var fromFirstRow = false
}

/// One source of events.
struct SourcePlan: Sendable {
  enum Kind: Sendable {
    case list(node: Int)
    case row
    case instant(row: TicketMapping.Row)
    case change(column: Int, from: MatchPlan, to: MatchPlan)
  }

  var kind: Kind
  var at: Int
  /// The node of the event's name, or -1 where `event` is fixed.
  var type: Int
  var event: Int32
  var names: ByteTable
  var ignoresOthers: Bool
  /// The nodes of a list's elements.
  var elementNodes: Range<Int>
  /// Per event of the vocabulary the attributes in the order of their declaration.
  var attributes: [[ValuePlan]]
  /// The node of `set`, below which the fields stand that an event changes; -1 where the source has none.
  var set = -1
  /// The node of each field of the vocabulary below `set`.
  var changes: [Int] = []

  /// The value of `names` for an event that is left out.
  static let ignored = Int32.max
}

/// A condition on a column's value before or after a change.
struct MatchPlan: Sendable {
  var values: ByteTable
  var negated: Bool
  var acceptsNothing: Bool
}
