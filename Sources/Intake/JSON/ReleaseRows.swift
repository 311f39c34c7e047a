import Records

/// Makes rows of releases and records of the Open Contracting Data Standard.
///
/// Of a record the compiled release counts, else the last of each versioned value, else the releases in it. A package
/// is called by its tender's own code where that is SPSE's number, since the announcements that name officials have no
/// other; SPSE's numbers end the ocid too (`ocds-20h3g7-12482010`). Otherwise by its ocid.
///
/// > Open Contracting Partnership. "Open Contracting Data Standard", version 1.1.5, 2020; release and record schemas.
struct ReleaseRows {
  private enum Table { static let tender = 0, bid = 1, award = 2, party = 3, tenderer = 4 }

  private static let vendor: [(name: String, field: Field)] = [
    ("id", .vendorCode), ("name", .vendorName), ("identifier/id", .vendorTaxID),
  ]

  private static let vendorNumbers: [(name: String, field: Field)] = [
    ("additionalIdentifiers/id", .businessID), ("address", .address), ("contactPoint/telephone", .phone),
  ]

  static let tables: [StandardTable] = [
    StandardTable(
      path: "tender", dataset: .tenders,
      columns: [
        ("ocid", .packageCode), ("tender/title", .packageName), ("tender/procuringEntity/name", .unit),
        ("buyer/name", .government), ("planning/budget/amount", .ceiling), ("tender/value", .estimate),
        ("tender/procurementMethod", .method), ("tender/mainProcurementCategory", .category),
        ("tender/tenderPeriod/startDate", .announcedOn), ("awards/date", .awardedOn),
        ("contracts/dateSigned", .contractedOn), ("contracts/value", .contractValue),
        ("awards/suppliers/name", .winnerName), ("awards/suppliers/identifier/id", .winnerTaxID),
        ("awards/suppliers/id", .winnerCode),
      ]),
    StandardTable(
      path: "bids/details/tenderers", dataset: .bids,
      columns: [("ocid", .packageCode), ("bids/details/value", .bidValue), ("bids/details/status", .reason)] + vendor),
    StandardTable(
      path: "awards/suppliers", dataset: .bids,
      columns: [
        ("ocid", .packageCode), ("awards/date", .awardedOn), ("contracts/id", .contractNumber),
        ("contracts/dateSigned", .contractedOn), ("contracts/value", .contractValue),
      ] + vendor),
    StandardTable(path: "parties", dataset: .vendors, columns: vendor + vendorNumbers),
    // The amount is told with the bid alone: who is only listed here is registered.
    StandardTable(
      path: "tender/tenderers", dataset: .bids,
      columns: [("ocid", .packageCode), ("bids/details/value", .bidValue)]
        + vendor),
  ]

  /// The codes of processes whose tender was seen, by their ocid.
  private var codes: [ArraySlice<UInt8>: [UInt8]] = [:]

  /// Makes the rows of a release or record.
  ///
  /// - Returns: What is wrong where there is no release.
  mutating func make(of tree: JSONTree, _ rows: inout [StandardRow]) -> JSONRowFault? {
    guard tree.text(["ocid"], of: 0) != nil else { return .noRelease }
    var releases = [0]
    if let compiled = tree.child("compiledRelease", of: 0) ?? tree.child("versionedRelease", of: 0) {
      releases = [compiled]
    } else if tree.child("releases", of: 0) != nil {
      releases = tree.entries("releases", of: 0).filter { tree.child("ocid", of: $0) != nil }
      if releases.isEmpty { return .noRelease }
    }
    for release in releases { makeRelease(tree, release, &rows) }
    return nil
  }

  private mutating func makeRelease(_ tree: JSONTree, _ release: Int, _ rows: inout [StandardRow]) {
    let code = code(tree, release)
    let parties = tree.entries("parties", of: release)
    let awards = tree.entries("awards", of: release).filter { Self.counts(tree, $0) }
    let contracts = tree.entries("contracts", of: release).filter { Self.counts(tree, $0) }
    if let tender = tender(tree, release, code, awards, contracts, parties) { rows.append(tender) }
    let bids = tree.child("bids", of: release).map { tree.entries("details", of: $0) } ?? []
    for bid in bids {
      let status = tree.string(["status"], of: bid) ?? ""
      // A bid of nobody is set aside as a row without its vendor.
      let tenderers = tree.entries("tenderers", of: bid)
      for tenderer in tenderers.isEmpty ? [bid] : tenderers {
        var row = StandardRow(Table.bid, node: tenderer)
        row[.packageCode] = code[...]
        // Who was only invited has not bid.
        if status != "invited" { row.set(.bidValue, amount: tree.child("value", of: bid), in: tree) }
        if status != "valid", status != "pending" { row[.reason] = tree.text(["status"], of: bid) }
        if tenderer != bid { name(&row, tree, tenderer, parties) }
        rows.append(row)
      }
    }
    let bidders = bids.flatMap { tree.entries("tenderers", of: $0) }
    for tenderer in tree.child("tender", of: release).map({ tree.entries("tenderers", of: $0) }) ?? [] {
      if bidders.contains(where: { Self.isSame(tree, $0, tenderer) }) { continue }
      var row = StandardRow(Table.tenderer, node: tenderer)
      row[.packageCode] = code[...]
      name(&row, tree, tenderer, parties)
      rows.append(row)
    }
    for award in awards {
      let contract = contracts.first { tree.text(["awardID"], of: $0) == tree.text(["id"], of: award) }
      for supplier in tree.entries("suppliers", of: award) {
        var row = StandardRow(Table.award, node: supplier)
        row[.packageCode] = code[...]
        row[.awardedOn] = tree.text(["date"], of: award)
        if let contract {
          row[.contractNumber] = tree.text(["id"], of: contract)
          row[.contractedOn] = tree.text(["dateSigned"], of: contract)
          row.set(.contractValue, amount: tree.child("value", of: contract), in: tree)
        }
        name(&row, tree, supplier, parties)
        rows.append(row)
      }
    }
    for party in parties where Self.isVendor(tree, party) {
      var row = StandardRow(Table.party, node: party)
      name(&row, tree, party, [])
      row[.businessID] = Self.number(["NIB", "OSS"], tree, party)
      row[.address] = Self.address(tree, tree.child("address", of: party))
      row[.phone] = tree.text(["contactPoint", "telephone"], of: party)
      rows.append(row)
    }
  }

  /// The package itself; `nil` where the release says nothing about it that makes a row.
  private func tender(
    _ tree: JSONTree, _ release: Int, _ code: [UInt8], _ awards: [Int], _ contracts: [Int], _ parties: [Int]
  ) -> StandardRow? {
    let tender = tree.child("tender", of: release) ?? release
    var row = StandardRow(Table.tender, node: tender)
    row[.packageCode] = code[...]
    if tender != release {
      row[.packageName] = tree.text(["title"], of: tender) ?? tree.text(["description"], of: tender)
      row.set(.estimate, amount: tree.child("value", of: tender), in: tree)
    }
    row.set(.ceiling, amount: tree.child(["planning", "budget", "amount"], of: release), in: tree)
    guard row[.packageName] != nil || row[.estimate] != nil || row[.ceiling] != nil else { return nil }
    let buyer = tree.text(["buyer", "name"], of: release)
    row[.unit] = tree.text(["procuringEntity", "name"], of: tender) ?? buyer
    row[.government] = buyer
    row[.method] =
      tree.text(["procurementMethodDetails"], of: tender) ?? tree.text(["procurementMethod"], of: tender)
    row[.category] = tree.text(["mainProcurementCategory"], of: tender)
    row[.announcedOn] =
      tree.text(["tenderPeriod", "startDate"], of: tender) ?? tree.text(["datePublished"], of: tender)
    row[.awardedOn] = awards.lazy.compactMap { tree.text(["date"], of: $0) }.first
    row[.contractedOn] = contracts.lazy.compactMap { tree.text(["dateSigned"], of: $0) }.first
    if contracts.count == 1 {
      row.set(.contractValue, amount: tree.child("value", of: contracts[0]), in: tree)
    }
    let suppliers = awards.flatMap { tree.entries("suppliers", of: $0) }
    if suppliers.count == 1 {
      var winner = StandardRow(Table.award, node: suppliers[0])
      name(&winner, tree, suppliers[0], parties)
      (row[.winnerName], row[.winnerTaxID]) = (winner[.vendorName], winner[.vendorTaxID])
      row[.winnerCode] = winner[.vendorCode]
    }
    return row
  }
}

extension ReleaseRows {
  /// Awards and contracts that came to something; 1.0 had no status.
  private static func counts(_ tree: JSONTree, _ node: Int) -> Bool {
    switch tree.string(["status"], of: node) {
    case nil, "active", "terminated": true
    default: false
    }
  }

  private mutating func code(_ tree: JSONTree, _ release: Int) -> [UInt8] {
    let ocid = tree.text(["ocid"], of: release) ?? tree.text(["ocid"], of: 0) ?? []
    if let id = tree.text(["tender", "id"], of: release), Self.isNumber(id) {
      codes[ArraySlice(Array(ocid))] = Array(id)
      return Array(id)
    }
    if let known = codes[ocid] { return known }
    // The prefix `ocds-` and six letters or digits are the publisher's.
    let local = ocid.dropFirst(12)
    return Array(ocid.starts(with: "ocds-".utf8) && Self.isNumber(local) ? local : ocid)
  }

  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    text.count >= 5 && text.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether two references are to one organisation: by their ids, or by name where one has none.
  private static func isSame(_ tree: JSONTree, _ one: Int, _ other: Int) -> Bool {
    if let id = tree.text(["id"], of: one), let otherID = tree.text(["id"], of: other) { return id == otherID }
    guard let name = tree.string(["name"], of: one), let other = tree.string(["name"], of: other) else { return false }
    return ColumnName.normalForm(name) == ColumnName.normalForm(other)
  }

  /// Names a vendor by what is said of him here, and else by what the list of parties says.
  private func name(_ row: inout StandardRow, _ tree: JSONTree, _ reference: Int, _ parties: [Int]) {
    let id = tree.text(["id"], of: reference)
    let party = parties.first { id != nil && tree.text(["id"], of: $0) == id } ?? reference
    row[.vendorCode] = id
    row[.vendorName] =
      tree.text(["name"], of: reference) ?? tree.text(["name"], of: party)
      ?? tree.text(["identifier", "legalName"], of: party)
    row[.vendorTaxID] = Self.taxNumber(tree, reference) ?? Self.taxNumber(tree, party)
  }

  private static func taxNumber(_ tree: JSONTree, _ party: Int) -> ArraySlice<UInt8>? {
    number(["NPWP", "DJP", "NIK"], tree, party) ?? tree.text(["contactPoint", "npwp"], of: party)
  }

  /// The number of a register, among a party's identifiers.
  private static func number(_ schemes: [String], _ tree: JSONTree, _ party: Int) -> ArraySlice<UInt8>? {
    let identifiers = tree.entries("identifier", of: party) + tree.entries("additionalIdentifiers", of: party)
    for identifier in identifiers {
      let scheme = tree.string(["scheme"], of: identifier)?.uppercased() ?? ""
      if schemes.contains(where: { scheme.contains($0) }) { return tree.text(["id"], of: identifier) }
    }
    return nil
  }

  /// Whether a party offers.
  private static func isVendor(_ tree: JSONTree, _ party: Int) -> Bool {
    let roles = tree.entries("roles", of: party).map {
      String(decoding: tree.texts[tree.nodes[$0].text], as: UTF8.self)
    }
    return roles.contains { ["supplier", "tenderer", "invitedSupplier", "payee"].contains($0) }
  }

  /// An address's parts in one line.
  static func address(_ tree: JSONTree, _ node: Int?) -> ArraySlice<UInt8>? {
    guard let node else { return nil }
    let names: [StaticString] = ["streetAddress", "address", "locality", "region", "postalCode", "postCode"]
    let parts = names.compactMap { tree.text([$0], of: node) }
    return parts.isEmpty ? nil : Array(parts.joined(separator: ", ".utf8))[...]
  }
}
