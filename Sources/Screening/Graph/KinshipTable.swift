import Records

/// The terms that family registers use, with the degree and the place on the law's list that each has.
struct KinshipTable: Sendable {
  struct Entry: Sendable {
    /// The canonical term, such as `ipar`.
    let term: String
    /// Degree by KUHPerdata 290-297; `nil` where the civil code counts none.
    let degree: Int?
    /// Items of UU 30/2014's list, such as `8|9`; empty where the relation is not listed.
    let listItems: String
    /// Whether the term means the official himself.
    let isSelf: Bool
    /// What the term says of the relative's sex.
    let sex: Sex?
    /// Whether the civil code counts it as blood or affinity; step and adopted kin count as blood.
    let isBloodOrAffinity: Bool
    /// Whether what the term means is recalled and unconfirmed.
    let isUnsure: Bool
    /// By how many years such a relative is born after the official; `nil` where the term says too little.
    let birthYears: ClosedRange<Int>?

    /// The way from the official to the relative.
    var path: KinPath { KinPath(ofTerm: term) }

    /// Whether the term names a relative at all, and not a friend, a guardian or nothing certain.
    var isKin: Bool { path.isKnown || isBloodOrAffinity || term.hasPrefix("mantan") }

    /// Spouse, parents and children, and what stands for them.
    var isClosest: Bool {
      (degree == 0 || degree == 1) && !term.contains("mertua") && !term.contains("menantu")
        && !term.hasPrefix("mantan")
    }
  }

  private var entries: [String: Entry] = [:]

  init() {
    for row in KnowledgeTable(PackageResources.kinship_csv).rows where row.count >= 6 {
      let item = row[5].split(separator: " ").first { $0.hasPrefix("UU30=") }.map { String($0.dropFirst(5)) } ?? ""
      let isSelf = row[1] == "diri"
      // The head of a family card is not necessarily the official, so the term says nothing of the relation.
      if isSelf, row[0].contains("kepala") || row[0].hasPrefix("kk") { continue }
      let isItem = item.allSatisfy { $0.isNumber || $0 == "|" }
      entries[Self.form(row[0])] = Entry(
        term: row[1], degree: Int(row[3]), listItems: isItem && !isSelf ? item : "", isSelf: isSelf,
        sex: Self.sex(of: row[0], canonical: row[1]),
        isBloodOrAffinity: ["darah", "semenda", "angkat", "tiri"].contains(row[4]),
        isUnsure: row[5].split(separator: " ").first { $0.hasPrefix("conf=") } == "conf=low"
          || Self.fosterWords.contains { row[0].contains($0) },
        birthYears: Self.birthYears(of: row[1]))
    }
  }

  /// The entry of a term as written; ordinals and marks of death around a known term are passed over.
  ///
  /// - Returns: `nil` for a term that the table does not know.
  func entry(for term: String) -> Entry? {
    let form = Self.form(term)
    if let entry = entries[form] { return entry }
    var words = form.split(separator: " ").map(String.init)
    // "Ayah (alm.)", "anak ke-3 (kandung)": the mark of death goes, and so does a status that changes nothing.
    words.removeAll { Self.deceased.contains($0) || $0 == "kandung" || $0 == "sah" }
    // "Anak (AT)": forms mark a child as the official's own, a step child or an adopted one.
    if words.count > 1, words.first == "anak", let mark = words.last, let status = Self.childMarks[mark] {
      words[words.count - 1] = status
      words.removeAll { $0.isEmpty }
    }
    if let entry = entries[words.joined(separator: " ")] { return entry }
    // "Istri ke 2", "anak ke-7", "isteri III": the ordinal says which one, not what relation.
    while let last = words.last, words.count > 1, Self.isOrdinal(last) { words.removeLast() }
    return entries[words.joined(separator: " ")]
  }

  /// What a term says of the sex: its first word (`istri saudara` is a woman), or a word for man or woman in it.
  private static func sex(of term: String, canonical: String) -> Sex? {
    let words = form(term).split(separator: " ").map(String.init)
    if words.contains("laki") { return .male }
    if words.contains("perempuan") { return .female }
    let heads = [words.first, canonical.contains("/") ? nil : canonical.split(separator: " ").first.map(String.init)]
    for head in heads.compactMap({ $0 }) {
      if men.contains(head) { return .male }
      if women.contains(head) { return .female }
    }
    return nil
  }

  /// Foster children are not adopted ones, though registers write them alike.
  private static let fosterWords = ["asuh", "piara", "pungut"]

  private static let men: Set<String> = [
    "suami", "ayah", "bapak", "bapa", "papa", "kakek", "opa", "paman", "om", "putra", "pakde", "paklik",
  ]
  private static let women: Set<String> = [
    "istri", "isteri", "ibu", "mama", "nenek", "oma", "bibi", "tante", "putri", "bude", "bulik",
  ]

  /// By how many years a relative of this kind is born after the official: the least and the most; `nil` where the
  /// term says too little. Wide enough that nearly all families fit.
  private static func birthYears(of term: String) -> ClosedRange<Int>? {
    switch term.split(separator: " ").first {
    case "suami", "istri", "pasangan": -25...25
    case "ayah", "ibu", "orang": -55 ... -14
    case "mertua": -60 ... -8
    case "anak": 14...55
    case "menantu": 2...60
    case "saudara": -28...28
    case "ipar": -35...35
    case "kakek", "nenek", "kakek/nenek": -100 ... -30
    case "cucu": 30...100
    case "paman", "bibi", "paman/bibi": -50...8
    case "keponakan": -8...50
    default: nil
    }
  }

  private static func isOrdinal(_ word: String) -> Bool {
    let number = word.hasPrefix("ke") ? word.dropFirst(2) : word[...]
    return word == "ke" || ordinals.contains(word) || numbers.contains(String(number))
      || !number.isEmpty && number.allSatisfy(\.isNumber)
  }

  private static let childMarks = ["ak": "", "at": "tiri", "aa": "angkat"]
  private static let deceased: Set<String> = ["alm", "almh", "almarhum", "almarhumah"]
  private static let ordinals: Set<String> = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "pertama", "sulung", "bungsu", "tunggal",
  ]
  private static let numbers: Set<String> = [
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
  ]

  /// Lower case, with single blanks; hyphens, dots and slashes part words.
  private static func form(_ term: String) -> String {
    var words: [String] = []
    var word = ""
    for character in term.lowercased() {
      if character.isLetter || character.isNumber || character == "'" {
        word.append(character)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.joined(separator: " ")
  }

  /// The relation in English, for sentences; the canonical term where there is none.
  static func english(_ term: String) -> String {
    let plain = term.split(separator: " ").filter { $0 != "kandung" }.joined(separator: " ")
    return translations[plain] ?? translations[term] ?? term
  }

  private static let translations: [String: String] = [
    "suami": "husband", "istri": "wife", "pasangan": "spouse", "mantan pasangan": "former spouse", "anak": "child",
    "anak tiri": "stepchild", "anak angkat": "adopted child", "ayah": "father", "ibu": "mother", "orang tua": "parent",
    "ayah tiri": "stepfather", "ibu tiri": "stepmother", "ayah angkat": "adoptive father",
    "ibu angkat": "adoptive mother", "orang tua tiri": "step-parent", "orang tua angkat": "adoptive parent",
    "mertua": "parent-in-law", "ayah mertua": "father-in-law", "ibu mertua": "mother-in-law",
    "menantu": "child-in-law", "saudara": "sibling", "saudara (kakak)": "elder sibling",
    "saudara (adik)": "younger sibling", "saudara laki-laki": "brother", "saudara perempuan": "sister",
    "saudara tiri": "step-sibling", "saudara angkat": "adoptive sibling", "ipar": "sibling-in-law",
    "ipar (saudara pasangan)": "spouse's sibling", "ipar (pasangan saudara)": "sibling's spouse",
    "kakek": "grandfather",
    "nenek": "grandmother", "kakek/nenek": "grandparent", "kakek/nenek tiri": "step-grandparent",
    "kakek/nenek angkat": "adoptive grandparent", "kakek/nenek pasangan": "spouse's grandparent", "cucu": "grandchild",
    "cucu tiri": "step-grandchild", "cucu angkat": "adoptive grandchild", "cucu menantu": "grandchild's spouse",
    "paman": "uncle", "bibi": "aunt", "paman/bibi": "uncle or aunt", "keponakan": "nephew or niece",
    "sepupu": "cousin", "besan": "child's parent-in-law", "biras": "spouse's sibling's spouse",
    "buyut": "great-grandparent", "cicit": "great-grandchild",
  ]
}
