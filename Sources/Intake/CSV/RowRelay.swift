import Dispatch

/// Hands a file's pieces in their order from a thread that splits lines to the one that makes records of them.
///
/// A ring of a few batches, each filled by the one side and emptied by the other, bounds how far ahead the first may
/// be. Rows are copied into memory that is used again and again.
final class RowRelay: @unchecked Sendable {
  /// So many rows in a batch that handing it over costs nothing beside them, and so few that it stays in the cache.
  private static let rowsInBatch = 256
  private static let batchCount = 4

  private struct Batch {
    var rows = [RawRow](repeating: RawRow(), count: RowRelay.rowsInBatch)
    var pieces: [CSVReader.Piece] = []
    var isLast = false
  }

  // Each batch belongs to one side at a time, which the two semaphores see to.
  private let batches = UnsafeMutableBufferPointer<Batch>.allocate(capacity: RowRelay.batchCount)
  private let emptied = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private var filling = 0
  private var fault: InputFile.Fault?

  private init() {
    batches.initialize(repeating: Batch())
    // A semaphore must not end below the value it was made with, so it is made with none.
    for _ in 0..<Self.batchCount { emptied.signal() }
  }

  deinit {
    batches.deinitialize()
    batches.deallocate()
  }

  /// Reads a file on a thread of its own and takes its pieces on this one.
  ///
  /// - Parameters:
  ///   - reader: At the file's first row.
  ///   - take: Gets the pieces in the file's order.
  static func pass(
    _ reader: inout CSVReader, to take: (borrowing RawRow, CSVReader.Piece) -> Void
  ) throws(InputFile.Fault) {
    let relay = RowRelay()
    withUnsafeMutablePointer(to: &reader) { reader in
      // This call waits for the last batch, behind which the other thread touches the reader no more.
      nonisolated(unsafe) let reader = reader
      DispatchQueue(label: "rows read ahead").async { relay.fill(from: reader) }
      relay.empty(into: take)
    }
    if let fault = relay.fault { throw fault }
  }

  private func fill(from reader: UnsafeMutablePointer<CSVReader>) {
    emptied.wait()
    do throws(InputFile.Fault) {
      try reader.pointee.pieces { row, piece in
        let count = batches[filling].pieces.count
        if case .row = piece { batches[filling].rows[count].assign(row) }
        batches[filling].pieces.append(piece)
        if count + 1 == Self.rowsInBatch { handOver() }
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
    filling = (filling + 1) % Self.batchCount
  }

  private func empty(into take: (borrowing RawRow, CSVReader.Piece) -> Void) {
    var turn = 0
    while true {
      filled.wait()
      for (index, piece) in batches[turn].pieces.enumerated() { take(batches[turn].rows[index], piece) }
      if batches[turn].isLast { return }
      batches[turn].pieces.removeAll(keepingCapacity: true)
      emptied.signal()
      turn = (turn + 1) % Self.batchCount
    }
  }
}
