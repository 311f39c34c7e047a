/// One share or office in a vendor.
package struct VendorPerson: Sendable {
  package var source: SourceLocation
  /// The input's own id of the row; empty where it has none.
  package var key = TextID.none
  /// The vendor, as this row names it.
  package var vendor = VendorMention()
  package var name = TextID.none
  /// Office or kind of holding, as written.
  package var role = TextID.none
  package var nationalID: NationalID?
  /// The birth date that a NIK states whose serial a spreadsheet took; `nil` for a whole NIK and for none.
  package var statedBirth: CalendarDate?
  /// The person's or holding company's own tax number.
  package var taxID: TaxID?
  package var birthPlace = TextID.none
  package var birthDate: CalendarDate?
  package var sex: Sex?
  package var address = TextID.none
  package var phone: PhoneNumber?
  package var share = Share.unknown
  package var period = Period(from: nil, to: nil)
  /// Whether the holder is itself a company.
  package var isCompany = false
  /// Whether no row says so, but the vendor is a natural person and so its own owner.
  package var isImplied = false

  package init(source: SourceLocation) {
    self.source = source
  }
}

extension VendorPerson: Row {
  package func hashContent(into hash: inout ContentHash) {
    hash.add(key)
    vendor.hashContent(into: &hash)
    hash.add(name)
    hash.add(role)
    hash.add(nationalID.map { UInt64($0.value) })
    hash.add(statedBirth.map { UInt64($0.packed) })
    hash.add(taxID.map { UInt64($0.value) })
    hash.add(birthPlace)
    hash.add(birthDate.map { UInt64($0.packed) })
    hash.add(sex.map { UInt64($0.rawValue) })
    hash.add(address)
    hash.add(phone.map { UInt64($0.value) })
    hash.add(UInt64(share.notation.rawValue))
    hash.add(UInt64(bitPattern: share.amount))
    hash.add(period)
    hash.add(isCompany ? 1 : 0)
  }
}
