import Dispatch

/// Something that finds a file's pieces in their order, such as its rows.
protocol RowSource: ~Copyable, SendableMetatype {
  /// What there is to know of a row, or beside the rows.
  associatedtype Piece
  /// Why pieces cannot be found to the end.
  associatedtype Fault: Error

  /// Finds all pieces; a row is given with each, and counts where the piece says so.
  mutating func pieces(_ emit: (borrowing RawRow, Piece) -> Void) throws(Fault)
}

/// So many rows in a batch that handing it over costs nothing beside them, and so few that it stays in the cache.
private let rowsInBatch = 256
private let batchCount = 4

/// Hands a file's pieces in their order from a thread that finds them to the one that makes records of them.
///
/// A ring of a few batches, each filled by the one side and emptied by the other, bounds how far ahead the first may
/// be. Rows are copied into memory that is used again and again.
final class RowRelay<Source: RowSource & ~Copyable>: @unchecked Sendable {
  private struct Batch {
    var rows = [RawRow](repeating: RawRow(), count: rowsInBatch)
    var pieces: [Source.Piece] = []
    var isLast = false
  }

  // Each batch belongs to one side at a time, which the two semaphores see to.
  private let batches = UnsafeMutableBufferPointer<Batch>.allocate(capacity: batchCount)
  private let emptied = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private var filling = 0
  private var fault: Source.Fault?

  private init() {
    batches.initialize(repeating: Batch())
    // A semaphore must not end below the value it was made with, so it is made with none.
    for _ in 0..<batchCount { emptied.signal() }
  }

  deinit {
    batches.deinitialize()
    batches.deallocate()
  }

  /// Reads a file on a thread of its own and takes its pieces on this one.
  ///
  /// - Parameters:
  ///   - source: At the file's first row.
  ///   - take: Gets the pieces in the file's order.
  static func pass(
    _ source: inout Source, to take: (borrowing RawRow, Source.Piece) -> Void
  ) throws(Source.Fault) {
    let relay = RowRelay()
    withUnsafeMutablePointer(to: &source) { source in
      // This call waits for the last batch, behind which the other thread touches the source no more.
      nonisolated(unsafe) let source = source
      DispatchQueue(label: "rows read ahead").async { relay.fill(from: source) }
      relay.empty(into: take)
    }
    if let fault = relay.fault { throw fault }
  }

  private func fill(from source: UnsafeMutablePointer<Source>) {
    emptied.wait()
    do throws(Source.Fault) {
      try source.pointee.pieces { row, piece in
        let count = batches[filling].pieces.count
        batches[filling].rows[count].assign(row)
        batches[filling].pieces.append(piece)
        if count + 1 == rowsInBatch { handOver() }
      }
    } catch {
      fault = error
    }
    batches[filling].isLast = true
    filled.signal()
  }

  private func handOver() {
    filled.signal()
    emptied.wait()
    filling = (filling + 1) % batchCount
  }

  private func empty(into take: (borrowing RawRow, Source.Piece) -> Void) {
    var turn = 0
    while true {
      filled.wait()
      for (index, piece) in batches[turn].pieces.enumerated() { take(batches[turn].rows[index], piece) }
      if batches[turn].isLast { return }
      batches[turn].pieces.removeAll(keepingCapacity: true)
      emptied.signal()
      turn = (turn + 1) % batchCount
    }
  }
}
