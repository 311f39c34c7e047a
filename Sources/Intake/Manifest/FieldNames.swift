package import Records

/// The names under which a configuration and `inspect` know the fields; they are documented and do not change.
extension Field {
  /// The field with a documented name; `nil` for any other text.
  package init?(named name: String) {
    guard let field = Self.byName[name] else { return nil }
    self = field
  }

  /// The documented name: lower case, words joined by `_`.
  package var documentedName: String {
    switch self {
    case .nip: "nip"
    case .name: "name"
    case .nationalID: "nik"
    case .personTaxID: "person_npwp"
    case .birthPlace: "birth_place"
    case .birthDate: "birth_date"
    case .birthPlaceAndDate: "birth_place_and_date"
    case .sex: "sex"
    case .occupation: "occupation"
    case .address: "address"
    case .phone: "phone"
    case .relation: "relation"
    case .isAlive: "alive"
    case .declaredOn: "declared_on"
    case .key: "row_id"
    case .unit: "unit"
    case .position: "position"
    case .from: "from"
    case .to: "to"
    case .vendorName: "vendor_name"
    case .vendorCode: "vendor_code"
    case .vendorTaxID: "vendor_npwp"
    case .vendorTaxID16: "vendor_npwp16"
    case .businessID: "nib"
    case .legalForm: "legal_form"
    case .registeredOn: "registered_on"
    case .personRole: "person_role"
    case .share: "share"
    case .holderCapital: "holder_capital"
    case .vendorCapital: "vendor_capital"
    case .holderKind: "holder_kind"
    case .holderTaxID: "holder_npwp"
    case .packageCode: "package_code"
    case .service: "lpse"
    case .packageName: "package_name"
    case .government: "government"
    case .unitCode: "unit_code"
    case .year: "year"
    case .method: "method"
    case .category: "category"
    case .ceiling: "pagu"
    case .estimate: "hps"
    case .announcedOn: "announced_on"
    case .awardedOn: "awarded_on"
    case .contractedOn: "contracted_on"
    case .contractNumber: "contract_number"
    case .contractValue: "contract_value"
    case .winnerName: "winner_name"
    case .winnerTaxID: "winner_npwp"
    case .winnerCode: "winner_code"
    case .bidValue: "bid_value"
    case .won: "won"
    case .reason: "reason"
    case .role: "role"
    case .decreedOn: "decreed_on"
    case .nipPPK: "nip_ppk"
    case .nipPokja: "nip_pokja"
    case .nipProcurementOfficer: "nip_procurement_officer"
    case .nipPPTK: "nip_pptk"
    case .nipKPA: "nip_kpa"
    case .nipPA: "nip_pa"
    case .unitName: "unit_name"
    case .unitShortName: "unit_short_name"
    case .action: "action"
    case .date: "date"
    }
  }

  private static let byName: [String: Field] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.documentedName, $0) })

  /// The fields that a dataset may have, in the order in which its columns are looked for.
  package static func of(_ dataset: Dataset) -> [Field] {
    var seen: Set<Field> = []
    return Aliases.of(dataset).map(\.field).filter { seen.insert($0).inserted }
  }

  /// Names under which the field's column is known in a dataset, in normal form, best first.
  package func knownColumns(in dataset: Dataset) -> [String] {
    Aliases.of(dataset).filter { $0.field == self }.flatMap(\.names)
  }
}
