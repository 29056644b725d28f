import Foundation
import PledgeDamage
import PledgeTestSupport

/// The part that may die: it looks at texts one after the other and notes each before it does.
enum Worker {
  /// The exit status of a worker that found a wrong answer.
  static let foundFault: Int32 = 3
  /// How many seconds one text may take.
  static let secondsPerText: UInt32 = 20
  /// How many bytes of addresses a worker may have.
  private static let memory: rlim_t = 3 << 30

  /// Looks at texts made from a seed until the time is over. The text at hand is in the file `note`, behind a
  /// line with the path of the policy that it stands for.
  static func run(_ repository: RepositoryPolicies, seed: UInt64, until end: Date, note: String) -> Int32 {
    limit()
    let mutator = Mutator(repository.policies)
    let subject = Subject(repository: repository)
    var turn: UInt64 = 0
    while Date() < end {
      var generator = SeededGenerator(seed: seed &+ turn &* 0x9E37_79B9)
      turn += 1
      let (bytes, place) = mutator.text(&generator)
      let path = repository.policies[place].path
      FileManager.default.createFile(atPath: note, contents: Data(path.utf8) + [0x0A] + bytes)
      alarm(secondsPerText)
      if let fault = subject.fault(in: bytes, inPlaceOf: path) {
        Fuzz.say("  \(fault)")
        return foundFault
      }
      alarm(0)
    }
    Fuzz.say("  \(turn) texts from seed \(seed)")
    return 0
  }

  /// Looks at one noted text.
  static func run(_ repository: RepositoryPolicies, note: String) -> Int32 {
    limit()
    guard let data = FileManager.default.contents(atPath: note), let end = data.firstIndex(of: 0x0A) else {
      return 1
    }
    alarm(secondsPerText)
    let path = String(decoding: data[..<end], as: UTF8.self)
    guard let fault = Subject(repository: repository).fault(in: [UInt8](data[(end + 1)...]), inPlaceOf: path)
    else { return 0 }
    Fuzz.say("  \(fault)")
    return foundFault
  }

  private static func limit() {
    var limit = rlimit(rlim_cur: memory, rlim_max: memory)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
  }
}
