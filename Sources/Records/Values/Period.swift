/// A span of days whose ends may be unknown or still open.
///
/// An end that nobody wrote down stays unknown: it is neither "always" nor "now".
package struct Period: Hashable, Sendable, BitwiseCopyable {
  package var from: CalendarDate?
  package var to: CalendarDate?

  package init(from: CalendarDate?, to: CalendarDate?) {
    self.from = from
    self.to = to
  }

  /// How a fact's period lies to a period of interest.
  package enum Standing: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// It covers at least one of those days, as far as the ends are known.
    case during
    /// Its ends do not tell.
    case unknown
    /// It ended before.
    case before
    /// It began after.
    case after

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where this period stands to another one.
  ///
  /// A known beginning with no end is open: it covers all later days. An end with no beginning covers the end
  /// itself and leaves earlier days unknown. With neither end the answer is unknown.
  ///
  /// - Parameter other: The days of interest, such as a package's from announcement to contract.
  package func standing(to other: Period) -> Standing {
    if let to, let start = other.from ?? other.to, to < start { return .before }
    if let from, let end = other.to ?? other.from, from > end { return .after }
    guard other.from != nil || other.to != nil else { return .unknown }
    if from != nil { return .during }
    guard let to else { return .unknown }
    if let start = other.from ?? other.to, let end = other.to ?? other.from, (start...end).contains(to) {
      return .during
    }
    return .unknown
  }

  package var isUnknown: Bool { from == nil && to == nil }
}
