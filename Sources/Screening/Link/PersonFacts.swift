import Records

/// What one row tells of a person, made ready to be compared.
struct PersonFacts {
  var row: RowReference
  var source: SourceLocation
  var written: TextID
  var name: FoldedName
  var nationalID: NationalID?
  var birthDate: CalendarDate?
  var sex: Sex?
  var birthPlace = TextID.none
  var address = TextID.none
  var phone: PhoneNumber?
  var isAlive: Bool?
}

extension PersonFacts {
  init(_ relative: Relative, _ index: Int, _ name: FoldedName) {
    self.init(row: RowReference(.relatives, index), source: relative.source, written: relative.name, name: name)
    nationalID = relative.nationalID
    birthDate = relative.birthDate
    sex = relative.sex
    birthPlace = relative.birthPlace
    address = relative.address
    phone = relative.phone
    isAlive = name.isMarkedDeceased ? false : relative.isAlive
  }

  /// An official's NIP states birth date and sex, where the registry leaves them out.
  init(_ official: Official, _ index: Int, _ name: FoldedName) {
    self.init(row: RowReference(.officials, index), source: official.source, written: official.name, name: name)
    nationalID = official.nationalID
    birthDate = official.birthDate ?? official.nip.birthDate
    sex = official.sex ?? official.nip.sex
    birthPlace = official.birthPlace
    address = official.address
    phone = official.phone
  }

  init(_ person: VendorPerson, _ index: Int, _ name: FoldedName) {
    self.init(row: RowReference(.vendorPeople, index), source: person.source, written: person.name, name: name)
    nationalID = person.nationalID ?? person.taxID?.nationalID
    birthDate = person.birthDate
    sex = person.sex
    birthPlace = person.birthPlace
    address = person.address
    phone = person.phone
    isAlive = name.isMarkedDeceased ? false : nil
  }
}
