/// The persons and entities of a file of ownership statements, which its relationships name by their records.
///
/// A record may have several statements over time; the latest counts, by its date and then by its place in the file.
struct StatementParties {
  struct Party {
    var isEntity = false
    /// Whether it is a state or one of its bodies, which is no vendor.
    var isState = false
    var name: [UInt8] = []
    var birthDate: [UInt8] = []
    var birthPlace: [UInt8] = []
    var nationalID: [UInt8] = []
    var taxID: [UInt8] = []
    var address: [UInt8] = []
  }

  private struct Latest {
    let date: [UInt8]
    /// Which of the file's statements it is, from 0.
    let order: Int
  }

  private var latest: [[UInt8]: Latest] = [:]
  private var parties: [[UInt8]: Party] = [:]

  subscript(_ record: ArraySlice<UInt8>) -> Party? { parties[Array(record)] }

  /// Whether a statement is its record's latest.
  func isLatest(_ record: ArraySlice<UInt8>, _ order: Int) -> Bool { latest[Array(record)]?.order == order }

  func has(_ record: ArraySlice<UInt8>) -> Bool { latest[Array(record)] != nil }

  /// Notes a statement.
  mutating func note(_ tree: JSONTree, _ order: Int) {
    guard let record = tree.text(["recordId"], of: 0), let details = tree.child("recordDetails", of: 0) else { return }
    let key = Array(record)
    let date = Array(tree.text(["statementDate"], of: 0) ?? [])
    if let known = latest[key], date.lexicographicallyPrecedes(known.date) { return }
    latest[key] = Latest(date: date, order: order)
    switch tree.string(["recordType"], of: 0) {
    case "entity": parties[key] = Self.entity(tree, details)
    case "person": parties[key] = Self.person(tree, details)
    default: break
    }
  }

  private static func entity(_ tree: JSONTree, _ details: Int) -> Party {
    var party = Party(isEntity: true)
    let kind = tree.string(["entityType", "type"], of: details)
    party.isState = kind == "state" || kind == "stateBody"
    party.name = Array(tree.text(["name"], of: details) ?? [])
    party.taxID = number(["NPWP", "DJP"], tree, details)
    party.address = address(tree, details)
    return party
  }

  private static func person(_ tree: JSONTree, _ details: Int) -> Party {
    var party = Party()
    let names = tree.entries("names", of: details)
    // The legal name; else whichever comes first.
    let name = names.first { tree.string(["type"], of: $0) == "legal" } ?? names.first
    if let name {
      let parts: [StaticString] = ["givenName", "patronymicName", "familyName"]
      party.name = Array(
        tree.text(["fullName"], of: name)
          ?? Array(parts.compactMap { tree.text([$0], of: name) }.joined(separator: " ".utf8))[...])
    }
    party.birthDate = Array(tree.text(["birthDate"], of: details) ?? [])
    party.birthPlace = Array(
      tree.text(["placeOfBirth", "name"], of: details) ?? tree.text(["placeOfBirth", "address"], of: details) ?? [])
    party.nationalID = number(["NIK", "KTP", "IDCARD"], tree, details)
    party.taxID = number(["NPWP", "DJP"], tree, details)
    party.address = address(tree, details)
    return party
  }

  /// The number of an Indonesian register, among a record's identifiers.
  static func number(_ schemes: [String], _ tree: JSONTree, _ details: Int) -> [UInt8] {
    for identifier in tree.entries("identifiers", of: details) {
      let scheme =
        ((tree.string(["scheme"], of: identifier) ?? "") + (tree.string(["schemeName"], of: identifier) ?? ""))
        .uppercased()
      guard scheme.hasPrefix("ID") || scheme.hasPrefix("NIK") || scheme.hasPrefix("NPWP") || scheme.hasPrefix("NIB")
      else { continue }
      if schemes.contains(where: { scheme.contains($0) }) { return Array(tree.text(["id"], of: identifier) ?? []) }
    }
    return []
  }

  static func address(_ tree: JSONTree, _ details: Int) -> [UInt8] {
    Array(tree.entries("addresses", of: details).lazy.compactMap { ReleaseRows.address(tree, $0) }.first ?? [])
  }
}
