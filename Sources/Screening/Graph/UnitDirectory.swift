import Records

/// Tells which names of work units mean one unit: full name, short name and code.
struct UnitDirectory {
  private var canonical: [String: String] = [:]
  private var governments: [String: Set<String>] = [:]

  init(_ registry: Registry) {
    for unit in registry.units {
      let name = Self.form(registry.text(unit.name, at: unit.source))
      for other in [unit.code, unit.shortName] {
        let form = Self.form(registry.text(other, at: unit.source))
        if !form.isEmpty { canonical[form] = name }
      }
      let government = Self.government(registry.text(unit.government, at: unit.source))
      // A unit's name that two governments use tells neither.
      if !government.isEmpty { governments[name, default: []].insert(government) }
    }
  }

  /// A unit's key; empty for an empty name.
  func key(_ name: String) -> String {
    let form = Self.form(name)
    return canonical[form] ?? form
  }

  /// The government that a unit belongs to; `nil` where no registry says.
  func government(_ key: String) -> String? { governments[key].flatMap { $0.count == 1 ? $0.first : nil } }

  /// A government's name for comparison: `Pemerintah Prov. NTT` and `Provinsi Nusa Tenggara Timur` are one, a town
  /// and the regency around it are two.
  static func government(_ name: String) -> String {
    var words: [String] = []
    for word in name.uppercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      switch word {
      case "PEMERINTAH", "PEMDA", "PEMPROV", "PEMKAB", "DAERAH": continue
      case "PROV", "PROVINSI": continue
      case "KAB": words.append("KABUPATEN")
      case "NTT": words += ["NUSA", "TENGGARA", "TIMUR"]
      default: words.append(String(word))
      }
    }
    return words.joined(separator: " ")
  }

  /// Capitals and digits with single blanks; the province's name behind the unit's is passed over, a regency's or
  /// town's is not, since its offices bear the same names.
  private static func form(_ name: String) -> String {
    var words = name.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let province = words.firstIndex(where: { $0 == "PROVINSI" || $0 == "PROV" }), province > 0 {
      words.removeSubrange(province...)
    }
    return words.joined(separator: " ")
  }
}
