/// A company, cooperative or sole trader.
package struct Vendor: Sendable {
  package var source: SourceLocation
  /// Name and numbers.
  package var vendor = VendorMention()
  package var businessID: BusinessID?
  package var legalForm = TextID.none
  package var address = TextID.none
  package var phone: PhoneNumber?
  package var registeredOn: CalendarDate?

  package init(source: SourceLocation) {
    self.source = source
  }
}

extension Vendor: Row {
  package func hashContent(into hash: inout ContentHash) {
    vendor.hashContent(into: &hash)
    hash.add(businessID.map { UInt64($0.value) })
    hash.add(legalForm)
    hash.add(address)
    hash.add(phone.map { UInt64($0.value) })
    hash.add(registeredOn.map { UInt64($0.packed) })
  }
}
