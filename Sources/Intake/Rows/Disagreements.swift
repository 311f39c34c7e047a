import Records

/// Finds rows of one key that contradict each other; both are kept, and the later one is reported.
enum Disagreements {
  struct Found {
    let location: SourceLocation
    let column: String
    let message: Diagnostic.Message
  }

  /// - Returns: In the order of the registry's rows.
  static func find(in registry: Registry) -> [Found] {
    officials(registry) + vendors(registry) + tenders(registry)
  }

  private static func officials(_ registry: Registry) -> [Found] {
    var first: [CivilServantID: Int] = [:]
    var found: [Found] = []
    for (index, official) in registry.officials.enumerated() {
      guard let earlier = first[official.nip].map({ registry.officials[$0] }) else {
        first[official.nip] = index
        continue
      }
      if differ(earlier.birthDate, official.birthDate) {
        found.append(
          Found(location: official.source, column: "tanggal_lahir", message: .disagree("NIP", "birth dates")))
      }
      if differ(earlier.nationalID, official.nationalID) {
        found.append(Found(location: official.source, column: "nik", message: .disagree("NIP", "NIKs")))
      }
      if differ(earlier.sex, official.sex) {
        found.append(Found(location: official.source, column: "jenis_kelamin", message: .disagree("NIP", "sexes")))
      }
      let (one, other) = (
        words(registry.text(earlier.name, at: earlier.source)), words(registry.text(official.name, at: official.source))
      )
      if !one.isEmpty, !other.isEmpty, one.isDisjoint(with: other) {
        found.append(Found(location: official.source, column: "nama", message: .disagree("NIP", "names")))
      }
    }
    return found
  }

  /// The words of a name, initials apart; registers differ in spellings and titles, which contradicts nothing.
  private static func words(_ name: String) -> Set<Substring> {
    Set(name.lowercased().split { !$0.isLetter }.filter { $0.count > 1 })
  }

  private static func vendors(_ registry: Registry) -> [Found] {
    var first: [UInt64: Int] = [:]
    var found: [Found] = []
    for (index, vendor) in registry.vendors.enumerated() {
      guard let key = vendor.vendor.taxID?.joinKey else { continue }
      guard let earlier = first[key].map({ registry.vendors[$0] }) else {
        first[key] = index
        continue
      }
      if differ(earlier.businessID, vendor.businessID) {
        found.append(Found(location: vendor.source, column: "nib", message: .disagree("NPWP", "NIBs")))
      }
      let (one, other) = (
        registry.text(earlier.vendor.name, at: earlier.source), registry.text(vendor.vendor.name, at: vendor.source)
      )
      if ColumnName.normalForm(one) != ColumnName.normalForm(other) {
        found.append(Found(location: vendor.source, column: "nama_penyedia", message: .disagree("NPWP", "names")))
      }
    }
    return found
  }

  private static func tenders(_ registry: Registry) -> [Found] {
    var first: [String: Int] = [:]
    var found: [Found] = []
    for (index, tender) in registry.tenders.enumerated() {
      let key =
        registry.text(tender.package.code, at: tender.source) + "/"
        + registry.text(tender.package.service, at: tender.source)
      guard let earlier = first[key].map({ registry.tenders[$0] }) else {
        first[key] = index
        continue
      }
      if differ(earlier.ceiling, tender.ceiling) {
        found.append(Found(location: tender.source, column: "pagu", message: .disagree("package code", "ceilings")))
      }
      if differ(earlier.estimate, tender.estimate) {
        found.append(Found(location: tender.source, column: "hps", message: .disagree("package code", "estimates")))
      }
    }
    return found
  }

  /// Whether both are known and not equal.
  private static func differ<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
    guard let one, let other else { return false }
    return one != other
  }
}

extension Diagnostic.Message {
  fileprivate static func disagree(_ key: String, _ what: String) -> Self {
    Self(
      code: "rows-disagree", problem: "rows of one \(key) state different \(what)",
      remedy: "both rows are kept; ask the office which one is right")
  }
}
