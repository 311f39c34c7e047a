/// Words that no output of the program says of anyone: a flag asks for clarification and asserts nothing.
///
/// The check is for the program's own texts: headers, phrases, sentences. A text of the input is printed as it is,
/// so that a package named "Sosialisasi Anti Korupsi" keeps its name.
package enum NeutralWording {
  package static let forbidden = [
    "korupsi", "nepotisme", "bersalah", "terbukti", "pelanggaran", "fraud", "guilty",
  ]

  /// The forbidden words that a text holds, in any case and as parts of words too.
  package static func words(in text: String) -> [String] {
    let lowered = text.lowercased()
    return forbidden.filter { lowered.contains($0) }
  }
}
