/// What a column tells, whatever its source calls it.
package enum Field: Int, CaseIterable, Hashable, Sendable {
  // People
  case nip, name, nationalID, personTaxID, birthPlace, birthDate, birthPlaceAndDate, sex, occupation, address, phone
  case relation, isAlive, declaredOn, key
  // Offices
  case unit, position, from, to
  // Vendors
  case vendorName, vendorCode, vendorTaxID, vendorTaxID16, businessID, legalForm, registeredOn
  case personRole, share, holderCapital, vendorCapital, holderKind, holderTaxID
  // Packages
  case packageCode, service, packageName, government, unitCode, year, method, category, ceiling, estimate
  case announcedOn, awardedOn, contractedOn, contractNumber, contractValue
  case winnerName, winnerTaxID, winnerCode
  case bidValue, won, reason
  // Roles, and the columns of announcements that imply one
  case role, decreedOn
  case nipPPK, nipPokja, nipProcurementOfficer, nipPPTK, nipKPA, nipPA
  // Units and declarations
  case unitName, unitShortName, action, date
}
