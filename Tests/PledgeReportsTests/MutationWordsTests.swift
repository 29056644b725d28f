import PledgeTesting
import Testing

@testable import PledgeReports

@Suite("Kinds of mistakes in a language")
struct MutationWordsTests {
  @Test("Each kind says in Chinese what it does", arguments: MutationOperator.all.map(\.name))
  func kinds(_ name: String) throws {
    let operation = try #require(MutationOperator.all.first { $0.name == name })
    let words = MutationWords.summary(operation, in: .chinese)
    #expect(words.contains(/\p{Han}/), "\(name)")
    #expect(!words.replacing(/`[^`]*`/, with: "").contains(/[A-Za-z]/), "\(words)")
    #expect(MutationWords.title(name, in: .chinese) == "\(name)（\(words)）")
  }

  @Test("English has the summaries and the names themselves")
  func english() throws {
    let operation = try #require(MutationOperator.all.first)
    #expect(MutationWords.summary(operation, in: .english) == operation.summary)
    #expect(MutationWords.title(operation.name, in: .english) == operation.name)
  }
}
