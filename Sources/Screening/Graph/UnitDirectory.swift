import Records

/// Tells which names of work units mean one unit: full name, short name and code.
struct UnitDirectory {
  private var canonical: [String: String] = [:]
  private var governments: [String: String] = [:]

  init(_ registry: Registry) {
    for unit in registry.units {
      let name = Self.form(registry.text(unit.name, at: unit.source))
      for other in [unit.code, unit.shortName] {
        let form = Self.form(registry.text(other, at: unit.source))
        if !form.isEmpty { canonical[form] = name }
      }
      let government = Self.form(registry.text(unit.government, at: unit.source))
      if !government.isEmpty { governments[name] = government }
    }
  }

  /// A unit's key; empty for an empty name.
  func key(_ name: String) -> String {
    let form = Self.form(name)
    return canonical[form] ?? form
  }

  /// The government that a unit belongs to; `nil` where no registry says.
  func government(_ key: String) -> String? { governments[key] }

  /// Capitals and digits with single blanks; the province's name behind the unit's is passed over.
  private static func form(_ name: String) -> String {
    var words = name.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let province = words.firstIndex(where: { $0 == "PROVINSI" || $0 == "PROV" || $0 == "KABUPATEN" || $0 == "KAB" }),
      province > 0
    {
      words.removeSubrange(province...)
    }
    return words.joined(separator: " ")
  }
}
