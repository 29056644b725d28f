import Foundation
import PledgeDamage

/// `pledge-fuzz`: looks for texts on which lexer, parser, checker or formatter crash, hang or answer wrongly.
///
/// `FUZZ_SECONDS` says for how long (600), `FUZZ_SEED` with which seed; `pledge-fuzz FILE` looks at one saved
/// text. The workers are processes of their own, so that what kills one is found and made small.
@main
enum Fuzz {
  private static let folder = ".build/fuzz"

  static func main() {
    let arguments = CommandLine.arguments
    let repository = RepositoryPolicies(root: FileManager.default.currentDirectoryPath)
    if arguments.count == 5, arguments[1] == "--work", let seed = UInt64(arguments[2]),
      let seconds = Double(arguments[3])
    {
      exit(
        Worker.run(
          repository, seed: seed, until: Date().addingTimeInterval(seconds), note: arguments[4]))
    }
    if arguments.count == 2 { exit(Worker.run(repository, note: arguments[1])) }
    exit(run() ? 0 : 1)
  }

  /// Runs a worker for each processor; whether none found anything.
  private static func run() -> Bool {
    let environment = ProcessInfo.processInfo.environment
    let seconds = environment["FUZZ_SECONDS"].flatMap(Double.init) ?? 600
    let seed = environment["FUZZ_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 1...999_999_999)
    say("fuzz: \(Int(seconds)) s, FUZZ_SEED=\(seed)")
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let workers = (0..<max(1, ProcessInfo.processInfo.activeProcessorCount)).map { number in
      let note = "\(folder)/worker-\(number)"
      let own = seed &+ UInt64(number) &* 1_000_000_007
      return (note: note, process: start(["--work", "\(own)", "\(seconds)", note]))
    }
    var isSound = true
    for worker in workers {
      worker.process?.waitUntilExit()
      guard let failure = failure(of: worker.process) else { continue }
      isSound = false
      save(worker.note, failure, seed)
    }
    say(isSound ? "fuzz: no crash, no hang, no wrong answer" : "fuzz: FAILED")
    return isSound
  }

  /// Keeps a failing text, made as small as a minute allows.
  private static func save(_ note: String, _ failure: String, _ seed: UInt64) {
    guard let data = FileManager.default.contents(atPath: note), let end = data.firstIndex(of: 0x0A) else {
      return
    }
    let path = Data(data[...end])
    let trial = note + "-smaller"
    let reducer = Reducer(
      failure: { text in
        FileManager.default.createFile(atPath: trial, contents: path + text)
        let process = start([trial], isQuiet: true)
        process?.waitUntilExit()
        return self.failure(of: process)
      }, deadline: Date().addingTimeInterval(60))
    let small = reducer.reduced([UInt8](data[(end + 1)...]))
    let file = "\(folder)/failure-\(seed)-\(note.hasSuffix("0") ? "a" : "b")"
    FileManager.default.createFile(atPath: file, contents: path + small)
    say("fuzz: \(failure); \(small.count) bytes in \(file); look at it with pledge-fuzz \(file)")
  }

  private static func start(_ arguments: [String], isQuiet: Bool = false) -> Process? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = arguments
    // A crash that is traced takes longer than the next text.
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) {
      $1
    }
    if isQuiet {
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
    }
    do { try process.run() } catch { return nil }
    return process
  }

  /// Writes a line at once, so that the lines of several processes keep their order.
  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  /// How a worker ended; nil where it did its work.
  private static func failure(of process: Process?) -> String? {
    guard let process else { return "a worker could not be started" }
    let status = process.terminationStatus
    switch process.terminationReason {
    case .exit:
      return status == 0 ? nil : status == Worker.foundFault ? "a wrong answer" : "ended with \(status)"
    case .uncaughtSignal: return status == SIGALRM ? "a hang" : "a crash by signal \(status)"
    @unknown default: return "ended with \(status)"
    }
  }
}
