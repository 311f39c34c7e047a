import Records

/// The one sentence that tells a case about two bidders to someone who knows nothing of the program.
struct BidderSentence: Sendable {
  /// The person's names in the two vendors' papers, or the one company's name twice.
  var names: (one: String, other: String)
  /// Whether a company, known by its number, joins them.
  var isCompany: Bool
  var vendors: (one: String, other: String)
  var package: Sentence.Package?
  var outcome: BidOutcome

  func text(in language: Language) -> String {
    let name = names.one == names.other ? names.one : "\(names.one) / \(names.other)"
    let subject =
      isCompany ? Phrase("badan usaha yang sama", "the same company") : Phrase("orang yang sama", "the same person")
    let package = self.package.map { $0.name.isEmpty ? $0.code : "\($0.name) (\($0.code))" } ?? ""
    let far = outcome >= .won ? Phrase("; salah satunya menang", "; one of them won") : Phrase("", "")
    return language.of(
      Phrase(
        "\(vendors.one) dan \(vendors.other), keduanya peserta paket \(package), diindikasikan terkait melalui "
          + "\(subject.indonesian): \(name)\(far.indonesian); \(Phrase.clarification.indonesian).",
        "\(vendors.one) and \(vendors.other), both bidders for package \(package), are indicated to be tied by "
          + "\(subject.english): \(name)\(far.english); \(Phrase.clarification.english)."))
  }
}
