import PledgeTime

/// What an auditor needs to repeat a run: the tool, the texts by their digests, the as-of instant, the
/// parameters.
package struct RunSheet: Sendable {
  /// The name of a file's digest in every output: BLAKE2b of 256 bits, as `b2sum -l 256` computes it.
  package static let digestName = "blake2b256"

  /// The policy that decided.
  package struct PolicyEntry: Sendable, Hashable {
    package var id: String
    package var version: String
    package var title: String
    package var file: String
    package var digest: String
    /// Where the policy comes from and the clauses that it rests on, as its header says.
    package var source: String?
    package var citations: [String]

    package init(
      id: String, version: String, title: String, file: String, digest: String, source: String? = nil,
      citations: [String] = []
    ) {
      self.source = source
      self.citations = citations
      self.id = id
      self.version = version
      self.title = title
      self.file = file
      self.digest = digest
    }
  }

  /// A version of the policy and its time.
  package struct Version: Sendable, Hashable {
    package var policy: PolicyEntry
    package var from: Instant
    package var until: Instant?

    package init(policy: PolicyEntry, from: Instant, until: Instant?) {
      self.policy = policy
      self.from = from
      self.until = until
    }
  }

  /// A file that was read.
  package struct Input: Sendable, Hashable {
    package var role: Role
    package var file: String
    package var digest: String

    package init(_ role: Role, file: String, digest: String) {
      self.role = role
      self.file = file
      self.digest = digest
    }
  }

  /// What a file was read as.
  package enum Role: Sendable, Hashable {
    case tickets, mapping, holidays
    /// A policy file that others take declarations from.
    case used
    /// The rows of a declared register.
    case register(String)

    /// The word of reports.
    package var word: String {
      switch self {
      case .tickets: "tickets"
      case .mapping: "mapping"
      case .holidays: "holidays"
      case .used: "used"
      case .register: "register"
      }
    }
  }

  /// A parameter of the policy and its value in this run.
  package struct Parameter: Sendable, Hashable {
    package var name: String
    package var value: String
    /// Whether the run set it; else it has the policy's value.
    package var isSet: Bool

    package init(name: String, value: String, isSet: Bool) {
      self.name = name
      self.value = value
      self.isSet = isSet
    }
  }

  /// Where the as-of instant comes from.
  package enum AsOfOrigin: String, Sendable, Hashable {
    case option, now, mapping
  }

  package var policy: PolicyEntry
  /// All versions in the order of their time, where there are several; `policy` is the newest.
  package var versions: [Version] = []
  package var asOf: Instant
  package var asOfOrigin: AsOfOrigin
  package var zone: Zone
  package var parameters: [Parameter]
  package var inputs: [Input]

  package init(
    policy: PolicyEntry, asOf: Instant, asOfOrigin: AsOfOrigin, zone: Zone, parameters: [Parameter],
    inputs: [Input]
  ) {
    self.policy = policy
    self.asOf = asOf
    self.asOfOrigin = asOfOrigin
    self.zone = zone
    self.parameters = parameters
    self.inputs = inputs
  }

  /// The files of the policy: one a version.
  package var policies: [PolicyEntry] { versions.isEmpty ? [policy] : versions.map(\.policy) }

  /// Their digests.
  package var policyDigests: [String] { policies.map(\.digest) }
}
