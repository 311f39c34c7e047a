import Records

/// Tells by its columns what a table is about; a file's name plays no part.
///
/// A table may feed several datasets: an announcement carries packages and roles, a result packages and bids. In a
/// nested source, where a row also has the columns of the elements around it, a dataset is recognised only by a
/// column of the row's own element, so that a package is not read again with each of its bidders.
struct Recogniser {
  /// What a configuration says of the file at hand.
  var mapping: SourceMapping?
  /// A column that was found to hold terms of kinship, whatever it is called.
  var relation: String?

  /// - Parameters:
  ///   - columns: The table's columns in the order of the file.
  ///   - ownElement: In XML the element of the row itself; `nil` for flat tables.
  /// - Returns: A plan for each dataset (and each relative of a wide table) that the columns support.
  func plans(for columns: [ColumnName], ownElement: String? = nil) -> [ReadingPlan] {
    let table = ColumnTable(columns: columns, ownElement: ownElement, mapping: mapping, relation: relation)
    var plans = mapping?.dataset.map { statedPlans($0, in: table) } ?? foundPlans(in: table)
    for index in plans.indices { plans[index].notes = notes(on: plans[index], in: table) }
    return plans
  }

  private func foundPlans(in table: ColumnTable) -> [ReadingPlan] {
    if let roster = rosterPlans(in: table) { return roster }
    var plans: [ReadingPlan] = []
    for dataset in Dataset.allCases {
      guard var plan = table.plan(dataset) else { continue }
      addBareName(to: &plan, in: table)
      guard isMeant(plan, in: table) else { continue }
      if dataset == .vendorPeople, !plan.has(.personRole), let element = table.ownElement,
        element != table.genericElement
      {
        plan = table.plan(dataset, impliedRole: element) ?? plan
      }
      plans.append(plan)
    }
    if let place = plans.firstIndex(where: { $0.dataset == .bids }), table.isOfBidders(plans[place]) {
      for field in Inheritance.contract where !table.isOwn(plans[place], field) { plans[place][field] = nil }
    }
    // A staff list states the posting too; a table without names is a list of postings only.
    if plans.contains(where: { $0.dataset == .officials }) { plans.removeAll { $0.dataset == .postings } }
    // A list of vendors with code and name looks like one of units.
    if plans.contains(where: { $0.dataset == .vendors }) { plans.removeAll { $0.dataset == .units } }
    // In a list of relatives that names the official too, everything is the relative's that is not said twice.
    if plans.contains(where: { $0.dataset == .relatives }),
      let place = plans.firstIndex(where: { $0.dataset == .officials })
    {
      for field in [Field.nationalID, .birthPlace, .birthDate, .birthPlaceAndDate, .sex, .address, .phone]
      where plans[place][field].map({ table.owners.owners[$0] != .subject }) ?? false {
        plans[place][field] = nil
      }
    }
    if !plans.contains(where: { $0.dataset == .relatives }) {
      let isFlat = table.ownElement == nil
      let namesOfficials = isFlat ? table.isListOfOfficials : plans.contains { $0.dataset == .officials }
      plans += wideFamilies(in: table, namesOfficials: namesOfficials)
    }
    return plans
  }

  /// A column called just `nama` is the package's in a table of packages, and the vendor's in one of bids.
  func addBareName(to plan: inout ReadingPlan, in table: ColumnTable) {
    let isAboutVendors = plan.hasAny([.vendorTaxID, .vendorTaxID16, .vendorCode]) || table.isAboutVendors
    let name = table.ownColumn(named: ["nama", "name"])
    switch plan.dataset {
    case .tenders where !plan.has(.packageName) && !isAboutVendors && !table.hasCivilServant: plan[.packageName] = name
    case .bids where !plan.has(.vendorName) && isAboutVendors && !table.hasCivilServant: plan[.vendorName] = name
    case .officials, .postings, .relatives, .vendors, .vendorPeople, .tenders, .bids, .roles, .units, .declarations:
      break
    }
  }

  /// Whether the columns that a dataset must have are there, and none that would make the table something else.
  private func isMeant(_ plan: ReadingPlan, in table: ColumnTable) -> Bool {
    let vendor: [Field] = [.vendorTaxID, .vendorTaxID16, .vendorCode, .vendorName]
    let taxNumbers: [Field] = [.vendorTaxID, .vendorTaxID16]
    let numbers = taxNumbers + [.vendorCode]
    return switch plan.dataset {
    case .officials:
      plan.has(.nip) && table.isOwn(plan, .name) && !table.isAboutPackages && !table.isAboutVendors
        && (!table.isAboutRelatives || table.hasOfficialsName) && !table.isFamilyElement
        // In an element that names the official, what else has a name is not the official.
        && (table.isOwn(plan, .nip) || !table.hasAround(Aliases.names(of: .name, in: .officials)))
    case .postings:
      plan.has(.nip) && table.isOwn(plan, .unit) && !table.isAboutPackages && !table.isAboutVendors
        && !table.isAboutRelatives
    case .relatives:
      plan.has(.nip) && plan.has(.relation) && table.isOwn(plan, .name) && !table.isAboutPackages
    case .vendors:
      table.isOwn(plan, .vendorName)
        && (!table.isBareCode(plan) || plan.hasAny([.businessID, .legalForm] + taxNumbers)) && plan.hasAny(numbers)
        && !table.isAboutPackages && !table.isAboutPeople
        && !table.hasCivilServant
    case .vendorPeople:
      plan.hasAny(vendor) && table.isOwn(plan, .name)
        && (plan.hasAny([.personRole, .share, .holderCapital]) || table.ownElement != nil || table.hasPersonColumn)
        && !table.isAboutRelatives && (!table.isAboutPackages || table.hasSignatory)
        && (!table.hasCivilServant || table.hasSignatory) && plan[.name] != plan[.vendorName]
    case .tenders:
      table.isOwn(plan, .packageCode) && plan.hasAny([.packageName, .ceiling, .estimate]) && !table.hasAction
        && !table.isSelfManaged
    case .bids:
      plan.has(.packageCode) && plan.hasAny(vendor) && vendor.contains { table.isOwn(plan, $0) } && !table.hasAction
        && !table.hasExplicitRole
    case .roles:
      plan.has(.packageCode) && !table.hasAction && !table.isSelfManaged
        && (table.isOwn(plan, .nip) && plan.has(.role)
          || Self.impliedRoles.contains { table.isOwn(plan, $0.field) })
    case .units:
      table.isOwn(plan, .unitName) && plan.has(.unitCode) && !table.hasCivilServant && !table.isAboutPackages
        && !table.isAboutVendors && !table.isAboutPeople && !table.hasPackageName
    case .declarations:
      plan.has(.nip) && plan.has(.action) && (plan.hasAny(vendor) || plan.has(.packageCode))
        && (vendor + [.nip, .action, .packageCode]).contains { table.isOwn(plan, $0) }
    }
  }

  /// Columns of an announcement that give an official a role, and the role's usual short form.
  static let impliedRoles: [(field: Field, role: String)] = [
    (.nipPPK, "PPK"), (.nipPokja, "Pokja Pemilihan"), (.nipProcurementOfficer, "Pejabat Pengadaan"),
    (.nipPPTK, "PPTK"), (.nipKPA, "KPA"), (.nipPA, "PA"),
  ]
}

extension Recogniser {
  /// The dataset that lacks fewest of its required columns, for the message about a table that is none.
  ///
  /// - Returns: The dataset and the names of the columns it would still need; `nil` where nothing fits at all.
  func nearest(to columns: [ColumnName]) -> (dataset: Dataset, missing: [String])? {
    let table = ColumnTable(columns: columns, ownElement: nil, mapping: mapping, relation: relation)
    var best: (dataset: Dataset, missing: [String], found: Int)?
    for dataset in Dataset.allCases {
      let plan = table.plan(dataset) ?? ReadingPlan(dataset)
      let needed = Self.required(dataset)
      let missing = needed.filter { !plan.hasAny($0.fields) }
      let found = plan.usedColumns.count
      guard found > 0, missing.count < needed.count else { continue }
      if let best, (best.missing.count, -best.found) <= (missing.count, -found) { continue }
      best = (dataset, missing.map(\.name), found)
    }
    return best.map { ($0.dataset, $0.missing) }
  }

  /// What a row of a dataset must have: each requirement by any of some fields, with a name for messages.
  static func required(_ dataset: Dataset) -> [(name: String, fields: [Field])] {
    let vendor: (name: String, fields: [Field]) = (
      "npwp_penyedia or kd_penyedia", [.vendorTaxID, .vendorTaxID16, .vendorCode]
    )
    let anyVendor: (name: String, fields: [Field]) = (
      "npwp_penyedia, kd_penyedia or nama_penyedia", [.vendorTaxID, .vendorTaxID16, .vendorCode, .vendorName]
    )
    let code: (name: String, fields: [Field]) = ("kd_tender", [.packageCode])
    return switch dataset {
    case .officials: [("nip", [.nip]), ("nama", [.name])]
    case .postings: [("nip", [.nip]), ("unit_kerja", [.unit])]
    case .relatives: [("nip", [.nip]), ("hubungan", [.relation]), ("nama", [.name])]
    case .vendors: [("nama_penyedia", [.vendorName]), vendor]
    case .vendorPeople: [anyVendor, ("nama", [.name]), ("jabatan", [.personRole, .share, .holderCapital])]
    case .tenders: [code, ("nama_paket", [.packageName, .ceiling, .estimate])]
    case .bids: [code, anyVendor]
    case .roles: [code, ("nip", [.nip] + impliedRoles.map(\.field)), ("peran", [.role] + impliedRoles.map(\.field))]
    case .units: [("nama_satker", [.unitName]), ("kd_satker", [.unitCode])]
    case .declarations:
      [("nip", [.nip]), ("npwp_penyedia or kd_tender", anyVendor.fields + [.packageCode]), ("tindakan", [.action])]
    }
  }
}
