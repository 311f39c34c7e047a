/// One posting of a civil servant.
package struct Posting: Sendable {
  package var source: SourceLocation
  package var nip: CivilServantID
  package var unit = TextID.none
  package var position = TextID.none
  package var period = Period(from: nil, to: nil)

  package init(source: SourceLocation, nip: CivilServantID) {
    self.source = source
    self.nip = nip
  }
}

extension Posting: Row {
  package func hashContent(into hash: inout ContentHash) {
    hash.add(nip.value)
    hash.add(unit)
    hash.add(position)
    hash.add(period)
  }
}
