import Records

/// What a row of a nested source may take from the elements around it.
///
/// A relative stands in an official and an owner in a vendor, and only what links the two passes down: an official's
/// birth date says nothing of a child. In a flat file no column is around a row, so both forms give the same records.
enum Inheritance {
  /// Nothing: the field tells of the row alone.
  case none
  /// What the row belongs to, or is a part of; a column of the row's own goes first.
  case link
  /// Whose the row is; a column of the row's own is something else, such as the NIP of a wife who is an official too.
  case owner
  /// What an element says of all rows in it, unless it is a person, vendor or package itself.
  case group

  static func of(_ field: Field, in dataset: Dataset) -> Inheritance {
    if field == .vendorCapital { return .link }
    return switch dataset {
    case .officials, .postings:
      switch field {
      case .nip, .unit: .link
      case .position: .group
      default: .none
      }
    case .relatives:
      switch field {
      case .nip: .owner
      case .declaredOn: .link
      case .relation: .group
      default: .none
      }
    case .vendors: vendorNumbers.contains(field) ? .link : .none
    case .vendorPeople:
      if field == .vendorName || vendorNumbers.contains(field) { .owner } else { field == .personRole ? .group : .none }
    case .tenders:
      switch field {
      case .service, .unit, .unitCode, .government, .year, .method, .category: .link
      default: .none
      }
    case .bids:
      switch field {
      case .packageCode, .service, .contractValue, .contractNumber, .contractedOn, .awardedOn: .link
      default: .none
      }
    case .roles:
      switch field {
      case .packageCode, .service, .decreedOn: .link
      case .role: .group
      default: .none
      }
    case .units: field == .government ? .link : .none
    case .declarations: .link
    }
  }

  static let vendorNumbers: Set<Field> = [.vendorTaxID, .vendorTaxID16, .vendorCode]

  /// What says of a package that somebody got it.
  static let contract: [Field] = [.contractValue, .contractNumber, .contractedOn, .awardedOn]

  /// Fields that tell of the person or vendor that a row names, so that another's of the same row cannot stand in.
  static func isOfTheNamed(_ field: Field, in dataset: Dataset) -> Bool {
    switch dataset {
    case .officials: field == .nip || personal.contains(field)
    case .relatives, .vendorPeople: personal.contains(field)
    case .vendors: field == .vendorTaxID || personal.contains(field)
    case .postings, .tenders, .bids, .roles, .units, .declarations: false
    }
  }

  private static let personal: Set<Field> = [
    .nationalID, .personTaxID, .birthPlace, .birthDate, .birthPlaceAndDate, .sex, .occupation, .address, .phone,
    .isAlive, .key, .share, .holderCapital, .from, .to, .holderKind, .holderTaxID,
  ]

  /// What a person, vendor or package is called or numbered by.
  static let naming: Set<String> = Set(
    Aliases.nip + Aliases.packageCode + Aliases.vendorTaxID
      + [(Dataset.officials, Field.name), (.relatives, .name), (.vendors, .vendorName), (.tenders, .packageName)]
      .flatMap { dataset, field in Aliases.of(dataset).first { $0.field == field }?.names ?? [] })

  /// What whoever an object is about is called, whatever the object itself is called.
  static let bareNames: Set<String> = ["nama", "name", "namalengkap", "fullname"]

  /// Names of elements and objects that are about one relative.
  static let familyElements: Set<String> = Set(WideFamily.members.flatMap(\.endings))
}
