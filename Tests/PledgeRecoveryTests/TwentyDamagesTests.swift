import Foundation
import PledgeDamage
import PledgeDiagnostics
import PledgeTestSupport
import Testing

@Suite("Twenty damaged tokens")
struct TwentyDamagesTests {
  private static let repository = RepositoryPolicies(root: repositoryRoot)

  /// Policies in which twenty damages leave something between them, and that are checked quickly.
  private static let places = repository.policies.indices.filter {
    let bytes = repository.policies[$0].bytes
    guard (8_000..<40_000).contains(bytes.count) else { return false }
    let cut = TokenText(bytes)
    return cut.declaration(of: cut.count - 1) >= 24
  }

  @Test("in declarations of their own at least nineteen are told, and at most one more", arguments: 0..<6)
  func together(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let place = generator.one(of: Self.places)
    let policy = Self.repository.policies[place]
    let cut = TokenText(policy.bytes)
    let damages = damages(in: cut, of: policy, &generator)
    try #require(damages.count == 20)
    let (bytes, touched) = cut.damaged(damages)
    var marks = marks(in: bytes, of: policy)
    var missed: [String] = []
    for range in touched {
      let found = marks.firstIndex { $0.range.start <= range.upperBound && range.lowerBound <= $0.range.end }
      if let found {
        marks.remove(at: found)
      } else {
        missed.append(String(decoding: bytes[range], as: UTF8.self))
      }
    }
    #expect(missed.count <= 1, "not reported in \(policy.path): \(missed)")
    #expect(marks.count <= 1, "not there in \(policy.path): \(marks.map(\.words))")
  }

  /// Twenty damages in declarations of their own, each of which alone is one error that touches it. Two in one are not
  /// separate: where the word in front of a block is lost, what stands in the block cannot be read.
  private func damages(
    in cut: TokenText, of policy: RepositoryPolicies.Policy, _ generator: inout SeededGenerator
  ) -> [Int: TokenDamage] {
    var damages: [Int: TokenDamage] = [:]
    var taken: Set<Int> = []
    for _ in 0..<1000 where damages.count < 20 {
      let index = generator.below(cut.count)
      let damage: TokenDamage = generator.one(.deleted, .doubled)
      let declaration = cut.declaration(of: index)
      guard !taken.contains(declaration),
        let damaged = cut.damaged(at: index, by: damage, with: &generator)
      else { continue }
      let marks = marks(in: damaged.bytes, of: policy)
      guard marks.count == 1, marks[0].range.start <= damaged.touched.upperBound,
        damaged.touched.lowerBound <= marks[0].range.end
      else { continue }
      damages[index] = damage
      taken.insert(declaration)
    }
    return damages
  }

  private func marks(
    in bytes: [UInt8], of policy: RepositoryPolicies.Policy
  ) -> [(range: SourceRange, words: String)] {
    let (result, sources) = Self.repository.check(bytes, inPlaceOf: policy.path)
    return result.diagnostics.filter { $0.severity == .error }.map { error in
      let line = sources[error.file]?.line(at: error.range.start) ?? 0
      return (
        error.range,
        "\(error.code) \(line): \(FactText(error.fact.words(in: .english), in: .english).headline)"
      )
    }
  }
}
