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
