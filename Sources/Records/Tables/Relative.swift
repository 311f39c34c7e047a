/// A relative whom a civil servant declared; a ``RelativeTable`` keeps many of them.
package struct Relative: Sendable {
  package var source: SourceLocation
  /// The NIP of the official who declared this person.
  package var official: CivilServantID
  /// Which relative of a wide row this is, from 0; 0 in a long table.
  package var part = UInt8(0)
  /// What the relative is to the official, as written.
  package var relation = TextID.none
  /// The input's own id of the row; empty where it has none.
  package var key = TextID.none
  package var name = TextID.none
  package var nationalID: NationalID?
  /// The birth date that a NIK states whose serial a spreadsheet took; `nil` for a whole NIK and for none.
  package var statedBirth: CalendarDate?
  package var birthPlace = TextID.none
  package var birthDate: CalendarDate?
  package var sex: Sex?
  package var occupation = TextID.none
  package var address = TextID.none
  package var phone: PhoneNumber?
  /// `nil` where the registry does not say.
  package var isAlive: Bool?
  package var declaredOn: CalendarDate?

  package init(source: SourceLocation, official: CivilServantID) {
    self.source = source
    self.official = official
  }
}

extension Relative: Row {
  package func hashContent(into hash: inout ContentHash) {
    hash.add(official.value)
    hash.add(UInt64(part))
    hash.add(relation)
    hash.add(key)
    hash.add(name)
    hash.add(nationalID.map { UInt64($0.value) })
    hash.add(statedBirth.map { UInt64($0.packed) })
    hash.add(birthPlace)
    hash.add(birthDate.map { UInt64($0.packed) })
    hash.add(sex.map { UInt64($0.rawValue) })
    hash.add(occupation)
    hash.add(address)
    hash.add(phone.map { UInt64($0.value) })
    hash.add(isAlive.map { $0 ? 1 : 2 })
    hash.add(declaredOn.map { UInt64($0.packed) })
  }
}
