import Glibc

/// A thread of the system, started at once; `join` waits for its end, `detach` does not.
package final class WorkerThread {
  private var handle = pthread_t()

  private final class Body {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Nil where the system gives no thread.
  package init?(_ run: @escaping @Sendable () -> Void) {
    let body = Unmanaged.passRetained(Body(run))
    let failed = pthread_create(
      &handle, nil,
      { raw in
        if let raw { Unmanaged<Body>.fromOpaque(raw).takeRetainedValue().run() }
        return nil
      }, body.toOpaque())
    if failed != 0 {
      body.release()
      return nil
    }
  }

  /// Waits until the thread has ended; once only.
  package func join() { pthread_join(handle, nil) }

  /// Lets the thread end by itself; instead of `join`.
  func detach() { pthread_detach(handle) }
}

/// A lock with a condition to wait for.
final class Monitor: @unchecked Sendable {
  // Unchecked: the two are what makes other state safe to share.

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func enter() { pthread_mutex_lock(mutex) }
  func leave() { pthread_mutex_unlock(mutex) }
  /// Gives the lock away until another thread wakes all who wait.
  func wait() { pthread_cond_wait(condition, mutex) }
  func wake() { pthread_cond_broadcast(condition) }
}
