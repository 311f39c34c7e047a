/// What one row of a source is about.
package enum Dataset: String, CaseIterable, Hashable, Sendable, Comparable {
  case officials, postings, relatives, vendors
  case vendorPeople = "vendor_people"
  case tenders, bids, roles, units, declarations

  /// A run needs one dataset of each group: people on the government's side, and vendors or packages on the other.
  package static let requiredGroups: [[Dataset]] = [[.officials, .relatives], [.tenders, .bids, .vendorPeople]]

  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
