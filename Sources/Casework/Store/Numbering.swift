import Records

/// Gives cases and person links ids that are the same on every night and say nothing about anyone.
package struct Numbering: Sendable {
  private let key: SiteKey

  init(key: SiteKey) { self.key = key }

  /// `BK-XXXX-XXXX-C` for each pair of official and vendor, or of two bidders, in the order given.
  ///
  /// Ids are given in the order of the pairs' keys, so that the rare collision is settled alike on every night.
  func caseIDs(of pairs: [(one: String, vendor: String)]) -> [String] {
    var taken: Set<String> = []
    var ids = Array(repeating: "", count: pairs.count)
    for index in pairs.indices.sorted(by: { pairs[$0] < pairs[$1] }) {
      ids[index] = id("BK", of: ["kasus", pairs[index].one, pairs[index].vendor], besides: &taken)
    }
    return ids
  }

  /// `BT-XXXX-XXXX-C` for each link, in the order given.
  ///
  /// A link is known by what both rows say, not by where they stand.
  func linkIDs(of links: [PersonLink], in registry: Registry) -> [String] {
    var taken: Set<String> = []
    let names = links.map { link in
      let rows = [link.governmentRow, link.vendorRow].map { registry.contentHash(of: $0).text }
      return ["tautan", link.kind.rawValue, link.nip?.digits ?? ""] + rows
    }
    var ids = Array(repeating: "", count: links.count)
    for index in links.indices.sorted(by: { names[$0].lexicographicallyPrecedes(names[$1]) }) {
      ids[index] = id("BT", of: names[index], besides: &taken)
    }
    return ids
  }

  /// `BP-XXXX-XXXX-C` for each package, in the order given.
  func packageIDs(of codes: [String]) -> [String] {
    var taken: Set<String> = []
    return codes.map { id("BP", of: ["paket", $0], besides: &taken) }
  }

  /// The first code from the digest, then from the digest with a counter, that is writable and not taken.
  private func id(_ kind: String, of parts: [String], besides taken: inout Set<String>) -> String {
    var counter = 0
    while true {
      let digest = key.digest(of: counter == 0 ? parts : parts + [String(counter)])
      let value = digest[..<5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      if let code = CrockfordCode(value) {
        let id = "\(kind)-\(code.text)"
        if taken.insert(id).inserted { return id }
      }
      counter += 1
    }
  }

  /// The canonical form of an id as an operator typed it.
  ///
  /// - Returns: `nil` where it is no id of a case or a link, or its check symbol does not fit.
  package static func canonical(_ typed: String) -> String? {
    let kind = typed.prefix(2).uppercased()
    guard kind == "BK" || kind == "BT", let code = CrockfordCode(typed: typed.dropFirst(2)) else { return nil }
    return "\(kind)-\(code.text)"
  }
}

extension ContentHash.Value {
  /// 32 hex digits.
  fileprivate var text: String { String(paddedHex: low) + String(paddedHex: high) }
}

extension String {
  /// A number's sixteen hex digits.
  fileprivate init(paddedHex value: UInt64) {
    let digits = String(value, radix: 16)
    self = String(repeating: "0", count: 16 - digits.count) + digits
  }
}
