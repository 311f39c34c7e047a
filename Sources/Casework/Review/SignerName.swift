/// An auditor's name as signatures are compared: without regard to case, blanks and signs that nobody sees.
///
/// Titles are left as they are: who signs once with and once without one is taken for two people, which a reader of
/// the list sees, while two people taken for one would stop work.
struct SignerName: Hashable {
  private let folded: String

  init(_ name: String) {
    var seen = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where scalar.properties.generalCategory != .format { seen.append(scalar) }
    folded = String(seen).split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
