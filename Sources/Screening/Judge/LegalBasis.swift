package import Records

/// The provisions that rules rest on, in one table with the year from which each is in force.
package struct LegalBasis: Sendable {
  /// The short citation for outputs; without the law's title, since it may hold words that accuse.
  package let citation: Phrase
  package let inForceFrom: Int
  /// What a person should know before relying on it; empty where its text was read in full.
  package let caution: Phrase?

  static let interest = LegalBasis(
    citation: Phrase("UU 30/2014 pasal 42 ayat (1)", "Law 30/2014 article 42(1)"), inForceFrom: 2014, caution: nil)
  static let kin = LegalBasis(
    citation: Phrase("UU 30/2014 pasal 43 ayat (1) huruf b", "Law 30/2014 article 43(1)b"), inForceFrom: 2014,
    caution: nil)
  static let ownInterest = LegalBasis(
    citation: Phrase("UU 30/2014 pasal 43 ayat (1) huruf a", "Law 30/2014 article 43(1)a"), inForceFrom: 2014,
    caution: nil)
  static let procurementEthics = LegalBasis(
    citation: Phrase("Perpres 16/2018 pasal 7 ayat (1) huruf e", "Presidential Regulation 16/2018 article 7(1)e"),
    inForceFrom: 2018,
    caution: Phrase(
      "dibaca dari sumber sekunder; pengaruh Perpres 46/2025 belum dikonfirmasi",
      "read in secondary sources; the effect of Presidential Regulation 46/2025 is unconfirmed"))
  static let procurementControl = LegalBasis(
    citation: Phrase("Perpres 16/2018 pasal 7 ayat (2) huruf e", "Presidential Regulation 16/2018 article 7(2)e"),
    inForceFrom: 2018,
    caution: Phrase(
      "pengaruh Perpres 46/2025 belum dikonfirmasi", "the effect of Presidential Regulation 46/2025 is unconfirmed"))
  static let cooperative = LegalBasis(
    citation: Phrase("Perpres 16/2018 pasal 7 ayat (2) huruf d", "Presidential Regulation 16/2018 article 7(2)d"),
    inForceFrom: 2018,
    caution: Phrase(
      "pengaruh Perpres 46/2025 belum dikonfirmasi", "the effect of Presidential Regulation 46/2025 is unconfirmed"))
  static let sharedOfficers = LegalBasis(
    citation: Phrase("Perpres 16/2018 pasal 7 ayat (2) huruf a", "Presidential Regulation 16/2018 article 7(2)a"),
    inForceFrom: 2018,
    caution: Phrase(
      "pengaruh Perpres 46/2025 belum dikonfirmasi", "the effect of Presidential Regulation 46/2025 is unconfirmed"))
  static let commonControl = LegalBasis(
    citation: Phrase("Perpres 16/2018 pasal 7 ayat (2) huruf f", "Presidential Regulation 16/2018 article 7(2)f"),
    inForceFrom: 2018,
    caution: Phrase(
      "ambang 50 persen dibaca dari peraturan pendahulunya; pengaruh Perpres 46/2025 belum dikonfirmasi",
      "the 50 per cent were read in its predecessor; the effect of Presidential Regulation 46/2025 is unconfirmed"))
  static let bidRigging = LegalBasis(
    citation: Phrase("UU 5/1999 pasal 22", "Law 5/1999 article 22"), inForceFrom: 1999,
    caution: Phrase(
      "kaitan antarpeserta hanya petunjuk tidak langsung", "ties between bidders are circumstantial only"))
  static let takingPart = LegalBasis(
    citation: Phrase("UU 31/1999 jo. UU 20/2001 pasal 12 huruf i", "Law 31/1999 with Law 20/2001 article 12(i)"),
    inForceFrom: 2001,
    caution: Phrase("unsur kesengajaan tidak dapat dilihat dari data", "intent cannot be seen in data"))
  static let province = LegalBasis(
    citation: Phrase("Pergub NTT 60/2020", "NTT Governor's Regulation 60/2020"), inForceFrom: 2020,
    caution: Phrase("teks pasal belum dikonfirmasi", "the text of its articles is unconfirmed"))
}

extension Phrase {
  /// Several citations as one criterion, each with what a person should know before relying on it.
  init(citing bases: [LegalBasis]) {
    func cited(_ word: (Phrase) -> String) -> String {
      bases.map { word($0.citation) + ($0.caution.map { " (\(word($0)))" } ?? "") }.joined(separator: "; ")
    }
    self.init(cited(\.indonesian), cited(\.english))
  }
}
