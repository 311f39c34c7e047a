/// One official's role on one package.
package struct Role: Sendable {
  package var source: SourceLocation
  package var package = PackageCode()
  package var nip: CivilServantID
  /// The role as written, or the name of the column that implies it.
  package var role = TextID.none
  package var decreedOn: CalendarDate?
  package var period = Period(from: nil, to: nil)

  package init(source: SourceLocation, nip: CivilServantID) {
    self.source = source
    self.nip = nip
  }
}

extension Role: Row {
  package func hashContent(into hash: inout ContentHash) {
    package.hashContent(into: &hash)
    hash.add(nip.value)
    hash.add(role)
    hash.add(decreedOn.map { UInt64($0.packed) })
    hash.add(period)
  }
}
