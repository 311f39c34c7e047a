import Records

extension Recogniser {
  /// Plans for a list of vendors that names one or a few people of each in columns of their own, such as
  /// `Nama Direktur`: the vendors, and people whose role the column's name tells.
  ///
  /// - Returns: `nil` where the table is none.
  func rosterPlans(in table: ColumnTable) -> [ReadingPlan]? {
    guard table.ownElement == nil, table.isAboutVendors, !table.isAboutPackages, !table.hasCivilServant,
      !table.isAboutRelatives, !table.statesRoles
    else { return nil }
    let people = table.columns.indices.compactMap { column in
      table.columns[column].forms.lazy.compactMap { VendorRole.byColumn[$0] }.first.map { (column, role: $0) }
    }
    guard let base = table.plan(.vendorPeople), !people.isEmpty,
      base.hasAny([.vendorTaxID, .vendorTaxID16, .vendorCode, .vendorName])
    else { return nil }
    var plans: [ReadingPlan] = []
    if let vendors = table.plan(.vendors), vendors.has(.vendorName),
      vendors.hasAny([.vendorTaxID, .vendorTaxID16, .vendorCode])
    {
      plans.append(vendors)
    }
    for (turn, person) in people.enumerated() {
      var plan = ReadingPlan(.vendorPeople, impliedRole: person.role.name)
      for field in [Field.vendorName, .vendorCode, .vendorTaxID, .vendorTaxID16] { plan[field] = base[field] }
      plan[.name] = person.0
      let end = turn + 1 < people.count ? people[turn + 1].0 : table.columns.count
      addFacts(to: &plan, person.role, between: person.0, end, in: table)
      plans.append(plan)
    }
    return plans
  }

  /// What is told of the person: by columns that name the role too, and by plain ones behind the person's name. A plain
  /// address, telephone or tax number is the vendor's.
  private func addFacts(
    to plan: inout ReadingPlan, _ role: VendorRole, between start: Int, _ end: Int, in table: ColumnTable
  ) {
    let plain: Set<Field> = [.nationalID, .birthPlace, .birthDate, .birthPlaceAndDate, .sex]
    for (field, names) in Aliases.vendorPeople where field != .name && field != .personRole && !plan.has(field) {
      let named = table.columns(named: role.endings.flatMap { Self.names(of: field, endingIn: $0) })
      let near = plain.contains(field) ? table.columns(named: names).filter { $0 > start && $0 < end } : []
      plan[field] = (named + near).first { table.owners.owners[$0] == nil }
    }
  }

  private static func names(of field: Field, endingIn ending: String) -> [String] {
    switch field {
    case .address: ["alamat" + ending]
    case .personTaxID: ["npwp" + ending]
    default: Aliases.of(field, inFrontOf: ending)
    }
  }
}

/// A person's role in a vendor, as a column's name tells it.
struct VendorRole {
  let name: String
  /// What stands in the column's name for it, in normal form.
  let endings: [String]

  static let all = [
    VendorRole(name: "Direktur Utama", endings: ["direkturutama", "dirut"]),
    VendorRole(name: "Direktur", endings: ["direktur", "director"]),
    VendorRole(name: "Komisaris", endings: ["komisaris"]),
    VendorRole(name: "Pemegang Saham", endings: ["pemegangsaham"]),
    VendorRole(name: "Pemilik", endings: ["pemilik", "owner"]),
    VendorRole(name: "Pengurus", endings: ["pengurus"]),
    VendorRole(name: "Penanggung Jawab", endings: ["penanggungjawab", "penanggungjwb"]),
    VendorRole(name: "Pimpinan", endings: ["pimpinan"]), VendorRole(name: "Pesero", endings: ["pesero", "persero"]),
  ]

  /// By the names that such columns have, in normal form.
  static let byColumn: [String: VendorRole] = {
    var roles: [String: VendorRole] = [:]
    for role in all {
      for ending in role.endings {
        for name in ["nama" + ending, ending, ending + "nama", ending + "name"] { roles[name] = role }
      }
    }
    return roles
  }()
}
