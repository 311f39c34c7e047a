import Records

/// Tells which mentions of vendors are one vendor.
///
/// A tax number names the taxpayer; a code of the exporting system joins rows that share it, unless those rows carry
/// different tax numbers; a business number (NIB) leads a row without a tax number to the one vendor that has it; a name
/// joins a row only where it has no number at all and the name leads to one vendor.
struct VendorDirectory {
  /// What is known of one vendor from all rows that mention it.
  struct Vendor {
    var key: String
    var name: String
    var taxID: TaxID?
    var code: String
    var rows: [RowReference]
  }

  private(set) var vendors: [Vendor] = []
  /// For each row of these tables, the vendor it mentions; -1 where it mentions none.
  private(set) var ofPerson: [Int] = []
  private(set) var ofBid: [Int] = []
  private(set) var ofWinner: [Int] = []
  private(set) var ofDeclaration: [Int] = []
  /// For each row of `vendor_people` whose holder is itself a company, that company.
  private(set) var ofHolder: [Int: Int] = [:]
  /// Codes that came with more than one tax number, so that they join nothing.
  private(set) var contradictoryCodes = 0

  private var personal: [NationalID: UInt64] = [:]
  private var byTax: [UInt64: Int] = [:]
  private var byCode: [String: Int] = [:]
  /// By business number (NIB); -1 for one that came with more than one vendor.
  private var byBusiness: [BusinessID: Int] = [:]
  private var byName: [String: Int] = [:]
  private var byNameAlone: [String: Int] = [:]
  /// Names that more than one vendor with a number bears.
  private var sharedNames: Set<String> = []

  init(_ registry: Registry) {
    personal = Self.personalNumbers(of: registry)
    let codes = codes(of: registry)
    contradictoryCodes = codes.count { $0.value.count > 1 }
    // Numbers first, in all tables, so that a name can find the vendor that its number made.
    for numbersOnly in [true, false] {
      // Rows with a tax number first, so that a business number can lead a row without one to them.
      for hasTaxID in [true, false] {
        for (index, row) in registry.vendors.enumerated() where (row.vendor.taxID != nil) == hasTaxID {
          let vendor = place(
            row.vendor, RowReference(.vendors, index), row.source, codes, registry, numbersOnly, row.businessID)
          if let number = row.businessID, vendor >= 0, numbersOnly {
            byBusiness[number] = (byBusiness[number] ?? vendor) == vendor ? vendor : -1
          }
        }
      }
      ofPerson = registry.vendorPeople.enumerated().map { index, row in
        place(row.vendor, RowReference(.vendorPeople, index), row.source, codes, registry, numbersOnly)
      }
      for (index, row) in registry.vendorPeople.enumerated() where row.isCompany {
        var holder = VendorMention()
        (holder.taxID, holder.name) = (row.taxID, row.name)
        let vendor = place(holder, nil, row.source, codes, registry, numbersOnly)
        if vendor >= 0 { ofHolder[index] = vendor }
      }
      ofBid = registry.bids.enumerated().map { index, row in
        place(row.vendor, RowReference(.bids, index), row.source, codes, registry, numbersOnly)
      }
      ofWinner = registry.tenders.enumerated().map { index, row in
        place(row.winner, RowReference(.tenders, index), row.source, codes, registry, numbersOnly)
      }
      ofDeclaration = registry.declarations.enumerated().map { index, row in
        place(row.vendor, RowReference(.declarations, index), row.source, codes, registry, numbersOnly)
      }
    }
  }

  /// The tax numbers with which each code came.
  private func codes(of registry: Registry) -> [String: Set<UInt64>] {
    var codes: [String: Set<UInt64>] = [:]
    for (mention, source) in Self.mentions(in: registry) {
      guard !mention.code.isEmpty, let number = number(of: mention) else { continue }
      codes[registry.text(mention.code, at: source), default: []].insert(number)
    }
    return codes
  }

  /// For each sole trader's NIK the one old tax number that rows give beside it.
  private static func personalNumbers(of registry: Registry) -> [NationalID: UInt64] {
    var found: [NationalID: Set<UInt64>] = [:]
    for (mention, _) in mentions(in: registry) {
      guard let person = mention.personalID, let number = mention.taxID else { continue }
      found[person, default: []].insert(number.joinKey)
    }
    return found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private static func mentions(in registry: Registry) -> [(VendorMention, SourceLocation)] {
    registry.vendors.map { ($0.vendor, $0.source) } + registry.vendorPeople.map { ($0.vendor, $0.source) }
      + registry.bids.map { ($0.vendor, $0.source) } + registry.tenders.map { ($0.winner, $0.source) }
      + registry.declarations.map { ($0.vendor, $0.source) }
  }

  /// The number that a mention states: the old tax number, else the one that belongs to the NIK, else the NIK.
  private func number(of mention: VendorMention) -> UInt64? {
    if let number = mention.taxID { return number.joinKey }
    guard let person = mention.personalID else { return nil }
    return personal[person] ?? TaxID(value: person.value)?.joinKey
  }

  private mutating func place(
    _ mention: VendorMention, _ row: RowReference?, _ source: SourceLocation, _ codes: [String: Set<UInt64>],
    _ registry: Registry, _ numbersOnly: Bool, _ businessID: BusinessID? = nil
  ) -> Int {
    let code = registry.text(mention.code, at: source)
    let number = number(of: mention) ?? (codes[code].flatMap { $0.count == 1 ? $0.first : nil })
    let hasNumber = number != nil || !code.isEmpty
    if numbersOnly != hasNumber {
      // The second pass only repeats what the first one found.
      guard hasNumber else { return -1 }
      return number.flatMap { byTax[$0] } ?? byCode[code] ?? -1
    }
    let name = registry.text(mention.name, at: source)
    lazy var folded = CompanyName.folded(name)
    let vendor: Int
    if let number {
      vendor = byTax[number] ?? add("npwp:" + String(paddedDigits: number, count: 9))
      byTax[number] = vendor
    } else if !code.isEmpty {
      let sameBusiness = businessID.flatMap { byBusiness[$0] }.flatMap { $0 < 0 ? nil : $0 }
      vendor = byCode[code] ?? sameBusiness ?? add("kode:\(code)")
      byCode[code] = vendor
    } else {
      guard !folded.isEmpty else { return -1 }
      // Where several vendors with numbers bear the name, rows with nothing else are one more, of unknown number.
      let isShared = sharedNames.contains(folded)
      vendor = (isShared ? byNameAlone : byName)[folded] ?? add("nama:\(folded)")
      if isShared { byNameAlone[folded] = vendor } else { byName[folded] = vendor }
    }
    if let row { vendors[vendor].rows.append(row) }
    // A vendor's first name was noted when it came first.
    let isNoted = vendors[vendor].name == name
    if vendors[vendor].name.isEmpty { vendors[vendor].name = name }
    if vendors[vendor].code.isEmpty { vendors[vendor].code = code }
    if vendors[vendor].taxID == nil {
      vendors[vendor].taxID = mention.taxID ?? mention.personalID.flatMap { TaxID(value: $0.value) }
    }
    if numbersOnly, !isNoted, !folded.isEmpty, byName.updateValue(vendor, forKey: folded) ?? vendor != vendor {
      sharedNames.insert(folded)
    }
    return vendor
  }

  /// The only vendor that bears a name; `nil` where none or several do.
  func vendor(named name: String) -> Int? {
    let folded = CompanyName.folded(name)
    return sharedNames.contains(folded) ? nil : byName[folded]
  }

  private mutating func add(_ key: String) -> Int {
    vendors.append(Vendor(key: key, name: "", taxID: nil, code: "", rows: []))
    return vendors.count - 1
  }
}

/// A company's name for comparison: letters and digits, with its legal form first.
enum CompanyName {
  /// `CV. X`, `X, CV` and `CV.X` are one; `CV X` and `PT X` are two.
  static func folded(_ name: String) -> String {
    var words = words(of: name)
    guard let first = words.first, let last = words.last else { return "" }
    if !forms.contains(first), forms.contains(last), words.count > 1 {
      words.removeLast()
      words.insert(last, at: 0)
    }
    return words.joined(separator: " ")
  }

  /// The names of those who bid together, from a name such as `PT A - CV B KSO`; empty for any other name.
  static func partners(in name: String) -> [String] {
    let words = words(of: name)
    let isJoint =
      words.contains { ["KSO", "JO"].contains($0) }
      || zip(words, words.dropFirst()).contains { $0 == "JOINT" && ($1 == "OPERATION" || $1 == "VENTURE") }
      || zip(words, words.dropFirst()).contains { $0 == "KERJA" && $1 == "SAMA" }
    guard isJoint else { return [] }
    var partners: [[String]] = []
    for word in words {
      if forms.contains(word) { partners.append([]) }
      if jointWords.contains(word) || partners.isEmpty { continue }
      partners[partners.count - 1].append(word)
    }
    return partners.filter { $0.count > 1 }.map { $0.joined(separator: " ") }
  }

  /// Whether a name is a cooperative's.
  static func isCooperative(_ name: String) -> Bool {
    words(of: name).contains { ["KOPERASI", "KSU", "KOP", "KUD", "KPRI", "KOPKAR", "PRIMKOP"].contains($0) }
  }

  private static let jointWords: Set<String> = [
    "KSO", "JO", "JOINT", "OPERATION", "VENTURE", "KERJA", "SAMA", "OPERASI", "DAN",
  ]

  private static func words(of name: String) -> [String] {
    // Nearly all names are ASCII, where letters need no tables.
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return name.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    return name.utf8.split { byte in
      !(byte &- 0x30 < 10) && !((byte | 0x20) &- 0x61 < 26)
    }.map { word in
      String(decoding: word.map { $0 >= 0x61 ? $0 - 0x20 : $0 }, as: UTF8.self)
    }
  }

  private static let forms: Set<String> = [
    "PT", "CV", "UD", "FA", "FIRMA", "PD", "TOKO", "KOPERASI", "KSU", "KOP", "YAYASAN", "PERUM", "PERUMDA", "BUMDES",
    "PO",
  ]
}
