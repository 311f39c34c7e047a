/// A tender or non-tender package.
package struct Tender: Sendable {
  package var source: SourceLocation
  package var package = PackageCode()
  package var name = TextID.none
  /// The buying unit as written.
  package var unit = TextID.none
  package var unitCode = TextID.none
  package var government = TextID.none
  /// The budget year; 0 where it is not stated.
  package var year = UInt16(0)
  package var method = TextID.none
  /// What is bought, such as `Pekerjaan Konstruksi` or `Jasa Konsultansi`.
  package var category = TextID.none
  /// Pagu: the budget ceiling.
  package var ceiling: Money?
  /// HPS: the owner's estimate.
  package var estimate: Money?
  package var announcedOn: CalendarDate?
  package var awardedOn: CalendarDate?
  package var contractedOn: CalendarDate?
  /// The winner, where the row names one.
  package var winner = VendorMention()
  package var contractValue: Money?

  package init(source: SourceLocation) {
    self.source = source
  }
}

extension Tender: Row {
  package func hashContent(into hash: inout ContentHash) {
    package.hashContent(into: &hash)
    hash.add(name)
    hash.add(unit)
    hash.add(unitCode)
    hash.add(government)
    hash.add(UInt64(year))
    hash.add(method)
    hash.add(category)
    hash.add(ceiling.map { UInt64(bitPattern: $0.sen) })
    hash.add(estimate.map { UInt64(bitPattern: $0.sen) })
    hash.add(announcedOn.map { UInt64($0.packed) })
    hash.add(awardedOn.map { UInt64($0.packed) })
    hash.add(contractedOn.map { UInt64($0.packed) })
    winner.hashContent(into: &hash)
    hash.add(contractValue.map { UInt64(bitPattern: $0.sen) })
  }
}
