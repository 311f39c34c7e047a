import Records
import Testing

@testable import Casework

@Suite struct SentenceTests {
  private static let since = Period(from: Invented.date(2019, 1, 15), to: nil)
  private static let base = Sentence(
    official: "Yohanes Lado, S.T.", role: .init(name: "PPK", isOnPackage: true), unit: "Dinas Pekerjaan Umum",
    package: .init(code: "10024510", name: "Rehabilitasi Gedung"),
    relative: .init(name: "Maria Bere", kinship: Invented.wife), person: "MARIA BERE",
    holding: .init(role: "Direktur", share: Fraction(millionths: 333_333), depth: 1, period: since),
    vendor: "CV Mitra Karya", outcome: .won)

  struct Example: CustomTestStringConvertible {
    let name: String
    let sentence: Sentence
    let indonesian: String
    let english: String
    var testDescription: String { name }
  }

  private static func changed(_ change: (inout Sentence) -> Void) -> Sentence {
    var sentence = base
    change(&sentence)
    return sentence
  }

  static let examples = [
    Example(
      name: "role on the package", sentence: base,
      indonesian: "Yohanes Lado, S.T., PPK pada paket Rehabilitasi Gedung (10024510), menyatakan Maria Bere sebagai "
        + "istri (UU 30/2014 butir 3); MARIA BERE, yang diindikasikan orang yang sama, tercatat sebagai Direktur "
        + "dengan saham 33,33 % pada CV Mitra Karya sejak 2019-01-15; penyedia itu menjadi pemenang paket itu; "
        + "perlu klarifikasi.",
      english: "Yohanes Lado, S.T., PPK on package Rehabilitasi Gedung (10024510), declared Maria Bere as wife "
        + "(UU 30/2014 item 3); MARIA BERE, indicated to be the same person, is recorded as Direktur with a share of "
        + "33.33% at CV Mitra Karya since 2019-01-15; that vendor won that package; needs clarification."),
    Example(
      name: "the official in person",
      sentence: changed {
        $0.relative = nil
        $0.person = "YOHANES LADO"
        $0.outcome = .bid
      },
      indonesian: "Yohanes Lado, S.T., PPK pada paket Rehabilitasi Gedung (10024510), diindikasikan orang yang sama "
        + "dengan YOHANES LADO, yang tercatat sebagai Direktur dengan saham 33,33 % pada CV Mitra Karya sejak "
        + "2019-01-15; penyedia itu menyampaikan penawaran pada paket itu; perlu klarifikasi.",
      english: "Yohanes Lado, S.T., PPK on package Rehabilitasi Gedung (10024510), is indicated to be the same person "
        + "as YOHANES LADO, who is recorded as Direktur with a share of 33.33% at CV Mitra Karya since 2019-01-15; "
        + "that vendor made an offer for that package; needs clarification."),
    Example(
      name: "a posting, a chain of companies, an ended holding",
      sentence: changed {
        $0.role = .init(name: "Dinas Kesehatan", isOnPackage: false)
        $0.package = .init(code: "10024510", name: "")
        $0.relative = .init(
          name: "Budi Lado",
          kinship: .init(
            asWritten: "ipar", term: "ipar", english: "sibling-in-law", listItems: "8|9", degree: 2))
        $0.holding = .init(
          role: "", share: Fraction(millionths: 360_000), depth: 3,
          period: Period(from: Invented.date(2019, 1, 15), to: Invented.date(2024, 6, 30)))
        $0.companies = ["PT Induk Lontar", "PT Tengah Lontar"]
        $0.outcome = .contracted
      },
      indonesian: "Yohanes Lado, S.T., bertugas di Dinas Kesehatan tanpa peran pada paket 10024510, menyatakan Budi "
        + "Lado sebagai ipar (UU 30/2014 butir 8 atau 9); MARIA BERE, yang diindikasikan orang yang sama, tercatat "
        + "pada PT Induk Lontar sejak 2019-01-15 sampai 2024-06-30, yang memegang saham CV Mitra Karya melalui PT "
        + "Tengah Lontar, bagian tidak langsung 36 %; penyedia itu menjadi pemenang dan berkontrak pada paket itu; perlu klarifikasi.",
      english: "Yohanes Lado, S.T., posted in Dinas Kesehatan without a role on package 10024510, declared Budi Lado "
        + "as sibling-in-law (UU 30/2014 items 8 or 9); MARIA BERE, indicated to be the same person, is recorded at "
        + "PT Induk Lontar from 2019-01-15 to 2024-06-30, which holds shares of CV Mitra Karya through PT Tengah "
        + "Lontar, an indirect share of 36%; that vendor won that package and "
        + "signed the contract; needs clarification."),
    Example(
      name: "no package, outside the list, no dates",
      sentence: changed {
        $0.role = nil
        $0.package = nil
        $0.relative = .init(
          name: "Rosa Lado",
          kinship: .init(asWritten: "sepupu", term: "sepupu", english: "cousin", listItems: "", degree: 4),
          isOutside: true)
        $0.holding = .init(role: "Komisaris", share: nil, depth: 1, period: Period(from: nil, to: nil))
      },
      indonesian: "Yohanes Lado, S.T., bertugas di Dinas Pekerjaan Umum, menyatakan Rosa Lado sebagai sepupu (di luar "
        + "daftar undang-undang); MARIA BERE, yang diindikasikan orang yang sama, tercatat sebagai Komisaris pada CV "
        + "Mitra Karya sejak tanggal yang tidak diketahui; perlu klarifikasi.",
      english: "Yohanes Lado, S.T., posted in Dinas Pekerjaan Umum, declared Rosa Lado as cousin (not on the law's "
        + "list); MARIA BERE, indicated to be the same person, is recorded as Komisaris at CV Mitra Karya since "
        + "an unknown date; needs clarification."),
    Example(
      name: "a relative of a relative",
      sentence: changed {
        $0.relative = .init(
          name: "Budi Bere",
          kinship: .init(
            asWritten: "adik", term: "saudara (adik)", english: "younger sibling", listItems: "", degree: nil,
            derivedThrough: Phrase("istri", "wife")), isOutside: true)
        $0.person = "BUDI BERE"
      },
      indonesian:
        "Yohanes Lado, S.T., PPK pada paket Rehabilitasi Gedung (10024510), menyatakan seorang istri yang juga "
        + "pegawai dan menyatakan Budi Bere sebagai saudara (adik) (hubungan turunan); BUDI BERE, yang diindikasikan "
        + "orang yang sama, tercatat sebagai Direktur dengan saham 33,33 % pada CV Mitra Karya sejak 2019-01-15; "
        + "penyedia itu menjadi pemenang paket itu; perlu klarifikasi.",
      english: "Yohanes Lado, S.T., PPK on package Rehabilitasi Gedung (10024510), declared a wife who serves as well "
        + "and declared Budi Bere as younger sibling (a derived relation); BUDI BERE, indicated to be the same person, "
        + "is recorded as Direktur with a share of 33.33% at CV Mitra Karya since 2019-01-15; that vendor won that "
        + "package; needs clarification."),
    Example(
      name: "neither role nor unit",
      sentence: changed {
        $0.role = nil
        $0.unit = ""
        $0.package = nil
        $0.relative = nil
        $0.holding = .init(
          role: "Direktur", share: nil, depth: 2, period: Period(from: nil, to: Invented.date(2024, 6, 30)))
        $0.companies = ["PT Induk Lontar"]
      },
      indonesian: "Yohanes Lado, S.T. diindikasikan orang yang sama dengan MARIA BERE, yang tercatat sebagai Direktur "
        + "pada PT Induk Lontar sampai 2024-06-30 (tanggal mulai tidak diketahui), yang memegang saham CV Mitra Karya; "
        + "perlu klarifikasi.",
      english: "Yohanes Lado, S.T. is indicated to be the same person as MARIA BERE, who is recorded as Direktur at "
        + "PT Induk Lontar until 2024-06-30 (starting date unknown), which holds shares of CV Mitra Karya; needs "
        + "clarification."),
  ]

  @Test(arguments: examples)
  func `says what registers state and asks for clarification`(_ example: Example) {
    #expect(example.sentence.text(in: .indonesian) == example.indonesian)
    #expect(example.sentence.text(in: .english) == example.english)
  }

  @Test(arguments: examples, BidOutcome.allCases)
  func `is neutral whatever the vendor did`(_ example: Example, _ outcome: BidOutcome) {
    var sentence = example.sentence
    sentence.outcome = outcome
    for language in Language.allCases {
      #expect(NeutralWording.words(in: sentence.text(in: language)).isEmpty)
    }
  }

  @Test func `names both bidders and what ties them`() {
    var sentence = BidderSentence(
      names: ("Maria Bere", "MARIA BERE"), isCompany: false, vendors: ("CV Mitra Karya", "CV Lontar Jaya"),
      package: .init(code: "10024510", name: "Rehabilitasi Gedung"), outcome: .won)
    #expect(
      sentence.text(in: .indonesian)
        == "CV Mitra Karya dan CV Lontar Jaya, keduanya peserta paket Rehabilitasi Gedung (10024510), diindikasikan "
        + "terkait melalui orang yang sama: Maria Bere / MARIA BERE; salah satunya menang; perlu klarifikasi.")
    sentence.names = ("PT Induk Lontar", "PT Induk Lontar")
    sentence.isCompany = true
    sentence.outcome = .bid
    #expect(
      sentence.text(in: .english)
        == "CV Mitra Karya and CV Lontar Jaya, both bidders for package Rehabilitasi Gedung (10024510), are indicated "
        + "to be tied by the same company: PT Induk Lontar; needs clarification.")
    for language in Language.allCases { #expect(NeutralWording.words(in: sentence.text(in: language)).isEmpty) }
  }
}
