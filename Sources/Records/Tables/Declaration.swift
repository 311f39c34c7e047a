/// A conflict that was already declared and handled.
package struct Declaration: Sendable {
  package var source: SourceLocation
  package var nip: CivilServantID
  package var vendor = VendorMention()
  package var package = PackageCode()
  /// What was done about it.
  package var action = TextID.none
  package var date: CalendarDate?

  package init(source: SourceLocation, nip: CivilServantID) {
    self.source = source
    self.nip = nip
  }
}

extension Declaration: Row {
  package func hashContent(into hash: inout ContentHash) {
    hash.add(nip.value)
    vendor.hashContent(into: &hash)
    package.hashContent(into: &hash)
    hash.add(action)
    hash.add(date.map { UInt64($0.packed) })
  }
}
