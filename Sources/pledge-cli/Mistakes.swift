import PledgeChecker
import PledgeDiagnostics
import PledgePolicy
import PledgeReadings
import PledgeReports
import PledgeTesting
import PledgeWitness

/// The mistakes that `pledge mutate` makes in policies and in the files that they use.
struct Mistakes {
  /// The kinds of mistakes; nil for all.
  let operators: Set<String>?
  let withPairs: Bool
  /// Loaders that have read the same files in the same order.
  let workers: [PolicyLoader]

  /// What becomes of the mistakes in a policy's own file, with tests for those that nobody notices.
  func of(_ entry: SoundPolicies.Entry) -> MutationReport.Entry {
    let file = entry.loaded.file
    let run = MutationRun(file, entry.policy, operators: operators, withPairs: withPairs)
    let verdicts = ParallelWork.map(run.mutants.count, workers: workers) { lent, index in
      run.verdict(of: run.mutants[index]) { lent.worker.check($0) }
    }
    var results = zip(run.mutants, verdicts).map { MutationReport.Result(mutant: $0, verdict: $1) }
    let survivors = results.indices.filter { results[$0].verdict == .survived }
    let offered = killingTests(of: entry, survivors.map { run.mutants[$0] })
    for (index, test) in zip(survivors, offered) { results[index].offered = test }
    return MutationReport.Entry(file: file, digest: entry.loaded.digest, results: results)
  }

  /// What becomes of the mistakes in the files that policies use: for each file the tests of all that use it
  /// are run. What none of them takes is left out.
  func ofFilesUsed(by policies: [SoundPolicies.Entry]) -> [MutationReport.Entry] {
    var files: [SourceFile] = []
    for used in policies.flatMap(\.loaded.result.used) where !files.contains(where: { $0.id == used.id }) {
      files.append(used)
    }
    return files.map { file in
      let users = policies.filter { $0.loaded.result.used.contains { $0.id == file.id } }
      return of(file, usedBy: users)
    }
  }

  private func of(_ file: SourceFile, usedBy users: [SoundPolicies.Entry]) -> MutationReport.Entry {
    let runs = users.map { user in
      MutationRun(file, of: user.loaded.file, user.policy, operators: operators, withPairs: withPairs)
    }
    let owners = users.map(\.loaded.file)
    let mutants = runs.first?.mutants ?? []
    let verdicts = ParallelWork.map(mutants.count, workers: workers) { lent, index in
      let loader = lent.worker
      return MutationVerdict.merged(
        zip(runs, owners).map { run, owner in
          run.verdict(of: mutants[index]) { loader.check(owner, using: $0) }
        })
    }
    let results = zip(mutants, verdicts).map { MutationReport.Result(mutant: $0, verdict: $1) }
    return MutationReport.Entry(
      file: file, digest: BLAKE2b.digest(file.bytes),
      results: results.filter { $0.verdict != .equivalent([.sameWords]) })
  }

  /// For each survivor a test that would notice it, nil where none is found.
  private func killingTests(of entry: SoundPolicies.Entry, _ survivors: [Mutant]) -> [String?] {
    guard let loader = workers.first, !survivors.isEmpty else { return survivors.map { _ in nil } }
    let tests = KillingTests(entry.loaded.file, entry.policy, sources: loader.sources) { loader.check($0) }
    let tries = KillingTests.tries(among: survivors.count)
    return ParallelWork.map(survivors.count, workers: workers) { lent, index in
      tests.test(for: survivors[index], tries: tries) { lent.worker.check($0) }
    }
  }
}
