/// Spellings of given names and house names that stand for one name, and letter rules of the old spelling.
struct SpellingTable: Sendable {
  private var canonical: [String: [String]] = [:]

  /// Rules that always hold between two spellings of one name; weak, loose and ambiguous ones are left to later facts.
  private static let used: Set<String> = [
    "arabic", "arabic-fused", "arabic-christian", "christian", "abbr", "ortho-old-name", "fam-ntt",
  ]

  init() {
    for row in KnowledgeTable(PackageResources.spelling_csv).rows where row.count >= 3 {
      let rule = row[row.count - 1]
      let kind = rule.split(separator: ";").first.map(String.init) ?? ""
      guard Self.used.contains(kind), !rule.contains("weak"), !rule.contains("loose"), !rule.contains("ambiguous"),
        !rule.contains("collides"), !rule.contains("own name"), row[0] != row[1]
      else { continue }
      let variant = Self.plain(row[0])
      let name = Self.words(row[1])
      guard variant.count > 1, !name.isEmpty else { continue }
      canonical[variant] = name
    }
  }

  /// The canonical tokens of one token, or of two that stand together; `nil` where the table has neither.
  func canonical(_ token: String, _ next: String? = nil) -> [String]? {
    canonical[next.map { token + " " + $0 } ?? token]
  }

  /// Old spelling made new, and doubled letters single: `Soetjipto` becomes `sucipto`.
  ///
  /// Applied to both sides of every comparison, so that it only ever brings spellings together.
  func modernised(_ token: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < token.count {
      let byte = token[index]
      let next = index + 1 < token.count ? token[index + 1] : 0
      switch (byte, next) {
      case (0x74, 0x6A):  // tj
        result.append(0x63)
        index += 2
      case (0x64, 0x6A):  // dj
        result.append(0x6A)
        index += 2
      case (0x6E, 0x6A), (0x73, 0x6A):  // nj, sj
        result += [byte, 0x79]
        index += 2
      case (0x6F, 0x65):  // oe
        result.append(0x75)
        index += 2
      case (0x70, 0x68):  // ph
        result.append(0x66)
        index += 2
      case (0x74, 0x68), (0x64, 0x68), (0x62, 0x68):  // th, dh, bh
        result.append(byte)
        index += 2
      default:
        if result.last != byte { result.append(byte) }
        index += 1
      }
    }
    return result
  }

  private static func plain(_ text: String) -> String { words(text).joined(separator: " ") }

  private static func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Letters.words(of: bytes.span).map(\.string)
  }
}
