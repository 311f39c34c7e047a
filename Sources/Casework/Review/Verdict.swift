import Records

/// What an auditor made of a case.
package enum Verdict: String, CaseIterable, Codable, Hashable, Sendable {
  case notSamePerson = "bukan_orang_sama"
  case handled = "sudah_ditangani"
  case needsClarification = "perlu_klarifikasi"
  case finished = "selesai"

  /// Reads a verdict as people write it: any case, with blanks, hyphens or nothing for `_`.
  package init?(written text: String) {
    let letters = Self.letters(of: text)
    guard let verdict = Self.allCases.first(where: { Self.letters(of: $0.rawValue) == letters }) else { return nil }
    self = verdict
  }

  /// The verdict that was most likely meant by something else; `nil` where none is near.
  package static func nearest(to text: String) -> Verdict? {
    let letters = letters(of: text)
    // A cell of another column may hold anything; whatever is longer was not meant for a verdict.
    guard (3...40).contains(letters.count) else { return nil }
    let distances = allCases.map { (verdict: $0, distance: levenshtein(letters, Self.letters(of: $0.rawValue))) }
    return distances.filter { $0.distance <= letters.count / 3 }.min { $0.distance < $1.distance }?.verdict
  }

  /// A text's letters a to z, small.
  private static func letters(of text: String) -> [UInt8] {
    text.lowercased().utf8.filter { (0x61...0x7A).contains($0) }
  }
}
