import Records

/// Makes rows of statements of the Beneficial Ownership Data Standard: entities are vendors, and each interest of a
/// relationship is one person's or company's part in a vendor.
///
/// A share that is stated as a range counts with its least. Of voting rights and other interests the share counts only
/// where no shareholding stands beside them, and of an interest that is held through others only where the file does
/// not have the relationships through which it is held, so that nothing counts twice.
///
/// > Open Ownership. "Beneficial Ownership Data Standard", version 0.4, 2024.
struct StatementRows {
  private enum Table { static let entity = 0, interest = 1 }

  static let tables: [StandardTable] = [
    StandardTable(
      path: "entity", dataset: .vendors,
      columns: [
        ("recordId", .vendorCode), ("name", .vendorName), ("identifiers/NPWP", .vendorTaxID),
        ("identifiers/NIB", .businessID), ("addresses/address", .address), ("foundingDate", .registeredOn),
      ]),
    StandardTable(
      path: "relationship/interests", dataset: .vendorPeople,
      columns: [
        ("statementId", .key), ("subject", .vendorCode), ("subject/name", .vendorName),
        ("subject/identifiers/NPWP", .vendorTaxID), ("interestedParty/name", .name),
        ("interestedParty/recordType", .holderKind), ("interestedParty/identifiers/NIK", .nationalID),
        ("interestedParty/identifiers/NPWP", .personTaxID), ("interestedParty/birthDate", .birthDate),
        ("interestedParty/placeOfBirth", .birthPlace), ("interestedParty/addresses/address", .address),
        ("type", .personRole), ("share", .share), ("startDate", .from), ("endDate", .to),
      ]),
  ]

  let parties: StatementParties

  /// Makes the rows of a statement; none of one that is not its record's latest.
  ///
  /// - Returns: What is wrong with the statement.
  func make(of tree: JSONTree, _ order: Int, _ rows: inout [StandardRow]) -> JSONRowFault? {
    guard let record = tree.text(["recordId"], of: 0), let details = tree.child("recordDetails", of: 0),
      let kind = tree.string(["recordType"], of: 0)
    else { return .noRecordID }
    guard parties.isLatest(record, order) else { return nil }
    switch kind {
    case "entity":
      if let row = entity(tree, record, details) { rows.append(row) }
      return nil
    case "relationship": return relationship(tree, details, &rows)
    default: return nil
    }
  }

  private func entity(_ tree: JSONTree, _ record: ArraySlice<UInt8>, _ details: Int) -> StandardRow? {
    guard let party = parties[record], !party.isState, !party.name.isEmpty else { return nil }
    var row = StandardRow(Table.entity, node: 0)
    row[.vendorCode] = record
    row[.vendorName] = party.name[...]
    row[.vendorTaxID] = party.taxID[...]
    row[.businessID] = StatementParties.number(["NIB", "OSS"], tree, details)[...]
    row[.address] = party.address[...]
    row[.registeredOn] = tree.text(["foundingDate"], of: details)
    return row
  }

  private func relationship(_ tree: JSONTree, _ details: Int, _ rows: inout [StandardRow]) -> JSONRowFault? {
    // Where nobody is named an object stands there, with the reason.
    guard let subject = tree.text(["subject"], of: details), let holder = tree.text(["interestedParty"], of: details)
    else { return .unnamedParty }
    guard let vendor = parties[subject], let party = parties[holder] else { return .unknownParty }
    guard !party.name.isEmpty else { return .unnamedParty }
    let interests = tree.entries("interests", of: details)
    let hasShareholding = interests.contains { tree.string(["type"], of: $0) == "shareholding" }
    let parts = tree.entries("componentRecords", of: details).map { tree.texts[tree.nodes[$0].text] }
    let isExplained = !parts.isEmpty && parts.allSatisfy { parties.has($0) }
    for interest in interests.isEmpty ? [details] : interests {
      var row = StandardRow(Table.interest, node: interest)
      row[.key] = tree.text(["statementId"], of: 0)
      row[.vendorCode] = subject
      (row[.vendorName], row[.vendorTaxID]) = (vendor.name[...], vendor.taxID[...])
      (row[.name], row[.birthDate], row[.birthPlace]) = (party.name[...], party.birthDate[...], party.birthPlace[...])
      (row[.nationalID], row[.personTaxID]) = (party.nationalID[...], party.taxID[...])
      row[.address] = party.address[...]
      row[.holderKind] = Array((party.isEntity ? "entity" : "person").utf8)[...]
      let type = interests.isEmpty ? "" : tree.string(["type"], of: interest) ?? ""
      let isIndirect = tree.string(["directOrIndirect"], of: interest) == "indirect"
      row[.personRole] = Array(Self.role(type, isIndirect: isIndirect).utf8)[...]
      let sharesCount = type == "shareholding" || !hasShareholding
      if sharesCount, !(isIndirect && isExplained) { row[.share] = Self.share(tree, interest) }
      row[.from] = tree.text(["startDate"], of: interest)
      row[.to] = tree.text(["endDate"], of: interest)
      if row[.to] == nil, tree.string(["recordStatus"], of: 0) == "closed" {
        row[.to] = tree.text(["statementDate"], of: 0)
      }
      rows.append(row)
    }
    return nil
  }

  /// The share as a percentage: as it is stated, or the least that it can be.
  private static func share(_ tree: JSONTree, _ interest: Int) -> ArraySlice<UInt8>? {
    let percent =
      tree.text(["share", "exact"], of: interest) ?? tree.text(["share", "minimum"], of: interest)
      ?? tree.text(["share", "exclusiveMinimum"], of: interest)
    return percent.map { Array($0)[...] + [UInt8(ascii: "%")] }
  }

  /// What a holder is, by the standard's word for it with the Indonesian one behind.
  static func role(_ type: String, isIndirect: Bool) -> String {
    let word = roles[type] ?? "kepentingan tidak dinyatakan"
    let meaning = isIndirect ? "\(word), tidak langsung" : word
    return type.isEmpty ? meaning : "\(type) (\(meaning))"
  }

  /// The codes of the standard's list of interests.
  private static let roles: [String: String] = [
    "shareholding": "pemegang saham", "votingRights": "pemilik hak suara",
    "appointmentOfBoard": "berhak mengangkat direksi", "otherInfluenceOrControl": "pemilik manfaat, kendali lain",
    "seniorManagingOfficial": "pimpinan", "settlor": "pendiri", "trustee": "pengurus", "protector": "pengawas",
    "beneficiaryOfLegalArrangement": "pemilik manfaat",
    "rightsToSurplusAssetsOnDissolution": "pemilik hak atas sisa aset",
    "rightsToProfitOrIncome": "pemilik hak atas laba", "rightsGrantedByContract": "pemilik hak menurut perjanjian",
    "conditionalRightsGrantedByContract": "pemilik hak bersyarat menurut perjanjian",
    "controlViaCompanyRulesOrArticles": "pemilik kendali menurut anggaran dasar",
    "controlByLegalFramework": "pemilik kendali menurut hukum", "boardMember": "anggota direksi",
    "boardChair": "ketua direksi", "enjoymentAndUseOfAssets": "pemilik hak pakai aset",
    "rightToProfitOrIncomeFromAssets": "pemilik hak atas hasil aset", "nominee": "pemilik atas nama orang lain",
    "nominator": "pemilik di balik nama orang lain", "unknownInterest": "kepentingan tidak diketahui",
    "unpublishedInterest": "kepentingan tidak diumumkan",
  ]
}
