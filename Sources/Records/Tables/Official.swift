/// A civil servant as one staff registry states him or her.
package struct Official: Sendable {
  package var source: SourceLocation
  package var nip: CivilServantID
  package var nationalID: NationalID?
  /// The birth date that a NIK states whose serial a spreadsheet took; `nil` for a whole NIK and for none.
  package var statedBirth: CalendarDate?
  package var name = TextID.none
  package var birthPlace = TextID.none
  package var birthDate: CalendarDate?
  package var sex: Sex?
  /// The work unit as written.
  package var unit = TextID.none
  package var position = TextID.none
  /// When the official held that position in that unit.
  package var period = Period(from: nil, to: nil)
  package var address = TextID.none
  package var phone: PhoneNumber?

  package init(source: SourceLocation, nip: CivilServantID) {
    self.source = source
    self.nip = nip
  }
}

extension Official: Row {
  package func hashContent(into hash: inout ContentHash) {
    hash.add(nip.value)
    hash.add(nationalID.map { UInt64($0.value) })
    hash.add(statedBirth.map { UInt64($0.packed) })
    hash.add(name)
    hash.add(birthPlace)
    hash.add(birthDate.map { UInt64($0.packed) })
    hash.add(sex.map { UInt64($0.rawValue) })
    hash.add(unit)
    hash.add(position)
    hash.add(period)
    hash.add(address)
    hash.add(phone.map { UInt64($0.value) })
  }
}
