import Foundation
import Synchronization

/// Does something over and over on a thread of its own until it is stopped.
final class Changer: Sendable {
  private let isStopped = Atomic(false)
  private let done = DispatchSemaphore(value: 0)

  /// - Parameter change: Gets how often it was called before.
  init(_ change: @escaping @Sendable (Int) -> Void) {
    Thread.detachNewThread { [self] in
      var number = 0
      while !isStopped.load(ordering: .relaxed) {
        change(number)
        number += 1
      }
      done.signal()
    }
  }

  /// Returns after the last change.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
    done.wait()
  }
}
