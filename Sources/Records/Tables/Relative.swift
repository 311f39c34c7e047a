/// A relative whom a civil servant declared.
///
/// The longest table of all is made of these, so what may be absent is kept as a number whose nought says so: eighty
/// bytes a row, where optionals would take a hundred and four.
package struct Relative: Sendable {
  package var source: SourceLocation
  /// The NIP of the official who declared this person.
  package var official: CivilServantID
  private var nationalIDValue = UInt64(0)
  private var phoneValue = UInt64(0)
  /// What the relative is to the official, as written.
  package var relation = TextID.none
  /// The input's own id of the row; empty where it has none.
  package var key = TextID.none
  package var name = TextID.none
  package var birthPlace = TextID.none
  package var occupation = TextID.none
  package var address = TextID.none
  private var statedBirthValue = UInt32(0)
  private var birthDateValue = UInt32(0)
  private var declaredOnValue = UInt32(0)
  /// Which relative of a wide row this is, from 0; 0 in a long table.
  package var part = UInt8(0)
  package var sex: Sex?
  /// `nil` where the registry does not say.
  package var isAlive: Bool?

  package init(source: SourceLocation, official: CivilServantID) {
    self.source = source
    self.official = official
  }

  package var nationalID: NationalID? {
    get { NationalID(value: nationalIDValue) }
    set { nationalIDValue = newValue?.value ?? 0 }
  }

  package var phone: PhoneNumber? {
    get { PhoneNumber(value: phoneValue) }
    set { phoneValue = newValue?.value ?? 0 }
  }

  /// The birth date that a NIK states whose serial a spreadsheet took; `nil` for a whole NIK and for none.
  package var statedBirth: CalendarDate? {
    get { CalendarDate(packed: statedBirthValue) }
    set { statedBirthValue = newValue?.packed ?? 0 }
  }

  package var birthDate: CalendarDate? {
    get { CalendarDate(packed: birthDateValue) }
    set { birthDateValue = newValue?.packed ?? 0 }
  }

  package var declaredOn: CalendarDate? {
    get { CalendarDate(packed: declaredOnValue) }
    set { declaredOnValue = newValue?.packed ?? 0 }
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
