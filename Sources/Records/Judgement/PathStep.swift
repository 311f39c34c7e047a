/// One step of the way from the official to the package.
package struct PathStep: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case official, posting, relative
    case vendorPerson = "vendor_person"
    case holding, vendor, bid, package, role
    /// What the official declared about the vendor or the package; beside the way, not on it.
    case declaration
  }

  package let kind: Kind
  package let rows: [RowReference]
  package let period: Period
  /// The part of the company that a holding is, where it is known.
  package let share: Fraction?
  /// When the register learned of it, such as the day of a declaration or decree; unlike ``period`` not when it held.
  package let knownOn: CalendarDate?

  package init(
    _ kind: Kind, rows: [RowReference], period: Period = Period(from: nil, to: nil), share: Fraction? = nil,
    knownOn: CalendarDate? = nil
  ) {
    self.kind = kind
    self.rows = rows
    self.period = period
    self.share = share
    self.knownOn = knownOn
  }
}
