/// Where one night leaves what later nights need not work out again.
///
/// Whatever is not found there, or not whole, is worked out anew: a shelf saves time and decides nothing.
package protocol Shelf: Sendable {
  /// - Parameter name: States everything that the content was worked out from.
  /// - Returns: `nil` where nothing of that name was kept.
  func reader(of name: String) -> KeptReader?

  /// - Returns: `nil` where nothing can be kept.
  func writer(of name: String) -> KeptWriter?
}

/// Takes the pieces of one content.
package protocol KeptSink: AnyObject {
  func take(_ piece: [UInt8])

  /// Keeps the content; without it, nothing is kept.
  func close()
}

/// For which nights something that was worked out in one night holds: nights of the same year, from that one on, until
/// a date that some number states comes to lie in the past and is read otherwise.
package struct KeptSpan: Hashable, Sendable {
  private let first: UInt32
  private let end: UInt32

  /// - Parameter turn: The first day on which something would be read otherwise; `nil` for none.
  package init(from night: CalendarDate, until turn: CalendarDate?) {
    (first, end) = (night.packed, turn?.packed ?? .max)
  }

  package func holds(on night: CalendarDate) -> Bool {
    night.packed >= first && night.packed < end && CalendarDate(packed: first)?.year == night.year
  }
}

extension KeptSpan: BitwiseCopyable {}
