/// The way from an official to a relative: up to a parent, down to a child, across to a spouse.
///
/// Degree and list are read off the way, not off the word, because the laws count differently.
///
/// > KUHPerdata articles 290-297: each birth is a degree; in the side line births are counted up to the nearest common
/// > ancestor and down again; affinity is between one spouse and the other's blood relatives.
struct KinPath: Hashable, Sendable {
  enum Step: Character, Hashable, Sendable {
    case up = "U"
    case down = "D"
    case spouse = "S"
  }

  let steps: [Step]

  /// - Parameter text: Such as `UUD`, a parent's sibling (up, up, down).
  init(_ text: String) { steps = text.compactMap(Step.init(rawValue:)) }

  init(steps: [Step]) { self.steps = steps }

  /// Such as `U-U-D`; empty where the way is not known.
  var text: String { steps.map { String($0.rawValue) }.joined(separator: "-") }

  var isKnown: Bool { !steps.isEmpty }

  /// Births on the way; 0 for spouses.
  var births: Int { steps.count { $0 != .spouse } }

  /// How many marriages are on the way.
  var marriages: Int { steps.count - births }

  /// Whether the civil code sees blood or affinity in it: no marriage, or one at an end of the way.
  var isBloodOrAffinity: Bool {
    switch marriages {
    case 0: isKnown
    case 1: steps.first == .spouse || steps.last == .spouse
    default: false
    }
  }

  /// This way and then another one, from the relative on.
  func followed(by other: KinPath) -> KinPath {
    isKnown && other.isKnown ? KinPath(steps: steps + other.steps) : KinPath("")
  }

  /// The way of a canonical term; unknown for a term that does not tell, such as `ipar` (of two kinds) or `lainnya`.
  init(ofTerm term: String) {
    let plain = term.split(separator: " ").filter { !Self.likeBlood.contains($0) }.joined(separator: " ")
    self.init(Self.paths[plain] ?? "")
  }

  /// Step and adopted kin stand where blood kin do.
  private static let likeBlood: Set<Substring> = ["tiri", "angkat", "kandung", "laki-laki", "perempuan"]

  private static let paths: [String: String] = [
    "suami": "S", "istri": "S", "pasangan": "S", "anak": "D", "orang tua": "U", "ayah": "U", "ibu": "U",
    "mertua": "SU", "ayah mertua": "SU", "ibu mertua": "SU", "menantu": "DS", "saudara": "UD", "saudara (kakak)": "UD",
    "saudara (adik)": "UD", "ipar (saudara pasangan)": "SUD", "ipar (pasangan saudara)": "UDS", "biras": "SUDS",
    "kakek": "UU", "nenek": "UU", "kakek/nenek": "UU", "kakek/nenek pasangan": "SUU", "cucu": "DD",
    "cucu menantu": "DDS", "buyut": "UUU", "cicit": "DDD", "paman": "UUD", "bibi": "UUD", "paman/bibi": "UUD",
    "paman/bibi semenda": "UUDS", "paman/bibi pasangan": "SUUD", "keponakan": "UDD", "keponakan pasangan": "SUDD",
    "keponakan menantu": "UDDS", "sepupu": "UUDD", "sepupu pasangan": "SUUDD", "sepupu dua kali": "UUUDDD",
    "saudara kakek/nenek": "UUUD", "cucu saudara": "UDDD", "besan": "DSU",
  ]
}
