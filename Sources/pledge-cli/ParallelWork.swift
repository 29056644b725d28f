import Glibc
import PledgeSimulation

/// Work on a list that several threads share.
enum ParallelWork {
  /// How many threads the machine has processors for.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The results of a piece of work for each index below `count`, in their order. Each thread has a worker of
  /// its own and takes the next index that nobody has taken; the calling thread works, too.
  static func map<Worker, Result: Sendable>(
    _ count: Int, workers: [Worker], _ work: @escaping @Sendable (borrowing Lent<Worker>, Int) -> Result
  ) -> [Result] {
    let shared = Shared<Result>(count)
    let run: @Sendable (Lent<Worker>) -> Void = { worker in
      while let index = shared.next() { shared.put(work(worker, index), at: index) }
    }
    let threads = workers.dropFirst().compactMap { worker in
      let lent = Lent(worker)
      return WorkerThread { run(lent) }
    }
    if let first = workers.first { run(Lent(first)) }
    for thread in threads { thread.join() }
    return shared.results
  }

  /// A worker that one thread alone uses.
  struct Lent<Worker>: @unchecked Sendable {
    // Unchecked: each worker is handed to one thread.
    let worker: Worker

    init(_ worker: Worker) { self.worker = worker }
  }

  private final class Shared<Result: Sendable>: @unchecked Sendable {
    // Unchecked: the lock guards all of it.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let count: Int
    private var taken = 0
    private var found: [Result?]

    init(_ count: Int) {
      self.count = count
      found = Array(repeating: nil, count: count)
      mutex.initialize(to: pthread_mutex_t())
      pthread_mutex_init(mutex, nil)
    }

    deinit {
      pthread_mutex_destroy(mutex)
      mutex.deallocate()
    }

    func next() -> Int? {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      guard taken < count else { return nil }
      taken += 1
      return taken - 1
    }

    func put(_ result: Result, at index: Int) {
      pthread_mutex_lock(mutex)
      found[index] = result
      pthread_mutex_unlock(mutex)
    }

    var results: [Result] { found.compactMap { $0 } }
  }
}
