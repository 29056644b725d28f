import Foundation
import PledgeChecker
import PledgeDamage
import PledgeDiagnostics
import PledgeTestSupport

/// What `check` says of policies in which one token is damaged.
struct RecoveryMeasure {
  /// What became of one damaged policy.
  struct Finding: Sendable {
    let path: String
    let damage: TokenDamage
    let outcome: Outcome
    /// The damage and the messages, for a report.
    let words: String
  }

  /// What was said.
  enum Outcome: String, CaseIterable, Sendable {
    /// Nothing: the policy means something else now, or the same.
    case noError
    /// One error whose mark touches the damage.
    case one
    /// One error that marks another place.
    case elsewhere
    /// More than one error.
    case several
  }

  private(set) var findings: [Finding] = []

  /// Damages tokens until so many policies have an error.
  static func run(seed: UInt64, broken count: Int) async -> RecoveryMeasure {
    let repository = RepositoryPolicies(root: repositoryRoot)
    let texts = repository.policies.map { TokenText($0.bytes) }
    let workers = ProcessInfo.processInfo.activeProcessorCount
    var measure = RecoveryMeasure()
    var next = 0
    while measure.broken < count {
      let batch = next..<next + 64 * workers
      next = batch.upperBound
      let found = await withTaskGroup(of: [(Int, Finding)].self) { group in
        for worker in 0..<workers {
          group.addTask {
            stride(from: batch.lowerBound + worker, to: batch.upperBound, by: workers).compactMap { turn in
              finding(turn, seed: seed, in: repository, texts).map { (turn, $0) }
            }
          }
        }
        return await group.reduce(into: []) { $0 += $1 }
      }
      for (_, finding) in found.sorted(by: { $0.0 < $1.0 }) where measure.broken < count {
        measure.findings.append(finding)
      }
    }
    return measure
  }

  private static func finding(
    _ turn: Int, seed: UInt64, in repository: RepositoryPolicies, _ texts: [TokenText]
  ) -> Finding? {
    var generator = SeededGenerator(seed: seed &* 1_000_003 &+ UInt64(turn))
    // Two of three in the words that the policy is written in.
    let english = repository.policies.count { $0.dialect == .english }
    let isChinese = generator.once(in: 3)
    let place = isChinese ? generator.number(english...texts.count - 1) : generator.below(english)
    // Both ways of exchanging count as one.
    let damage: TokenDamage = generator.one(
      .deleted, .deleted, .doubled, .doubled, .exchangedWithNext, .exchangedWithAnother)
    let token = generator.below(texts[place].count)
    guard let damaged = texts[place].damaged(at: token, by: damage, with: &generator) else { return nil }
    return finding(damaged, policy: repository.policies[place], in: repository)
  }

  private static func finding(
    _ damaged: DamagedPolicy, policy: RepositoryPolicies.Policy, in repository: RepositoryPolicies
  ) -> Finding {
    let (result, sources) = repository.check(damaged.bytes, inPlaceOf: policy.path)
    let errors = result.diagnostics.filter { $0.severity == .error }
    let asked = sources.files[0]
    let touched = SourceRange(
      file: asked.id, start: damaged.touched.lowerBound, end: damaged.touched.upperBound)
    let outcome: Outcome =
      switch errors.count {
      case 0: .noError
      case 1: errors[0].range.touches(touched) ? .one : .elsewhere
      default: .several
      }
    let line = asked.line(at: touched.start)
    let text = String(decoding: asked.bytes[asked.bytesOfLine(line)], as: UTF8.self)
    let messages = errors.map { error in
      let place = sources[error.file]?.location(at: error.range.start)
      return
        "    \(error.code) \(place?.line ?? 0): \(FactText(error.fact.words(in: .english), in: .english).headline)"
    }
    return Finding(
      path: policy.path, damage: damaged.damage, outcome: outcome,
      words: (["\(policy.path):\(line) \(damaged.damage.rawValue) \(damaged.words)", "    | \(text)"]
        + messages)
        .joined(separator: "\n"))
  }

  /// How many policies have an error.
  var broken: Int { findings.count { $0.outcome != .noError } }

  /// The share of them that have one, at the damage.
  var share: Double { Double(findings.count { $0.outcome == .one }) / Double(max(1, broken)) }

  /// How many came out how, for each damage.
  var table: String {
    let rows = TokenDamage.allCases.map { damage in
      let own = findings.filter { $0.damage == damage }
      let counts = Outcome.allCases.map { outcome in own.count { $0.outcome == outcome } }
      return "\(damage.rawValue): "
        + zip(Outcome.allCases, counts).map { "\($0.rawValue) \($1)" }.joined(separator: ", ")
    }
    return (rows + ["one error at the damage: \(share * 100)% of \(broken)"]).joined(separator: "\n")
  }

  /// The table and every policy of which not one error is told at the damage.
  var report: String {
    let others = findings.filter { $0.outcome == .several || $0.outcome == .elsewhere }
    return table + "\n\n" + others.map { "\($0.outcome.rawValue) \($0.words)" }.joined(separator: "\n") + "\n"
  }
}

/// The folder of the repository.
let repositoryRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
