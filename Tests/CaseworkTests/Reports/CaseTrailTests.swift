import Records
import Testing

@testable import Casework

@Suite struct CaseTrailTests {
  private func trail(_ run: Language, _ terminal: Language? = nil) throws -> String {
    let bytes = Casebook.reports(of: Invented.twoCases.night, Invented.settings(run))[Evidence.name] ?? []
    let record = try #require(JSONText.value(EvidenceRecord.self, from: bytes.prefix { $0 != 0x0A }))
    return CaseTrail(record, language: terminal).text
  }

  @Test(arguments: Language.allCases)
  func `no line is wider than a hundred columns`(_ language: Language) throws {
    for line in try trail(language).split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test(arguments: [
    "RANTAI (INDIKASI PERTAMA)", "TANGGAL", "APAKAH ORANG YANG SAMA?", "MENGAPA TINGKAT INI", "INDIKASI PER PAKET",
    "YANG MENJERNIHKAN", "SUMBER",
    "  titik awal: dua orang sembarang  -14.000",
    "  nama                             +9.120   -4.880  nama sama",
    "  NIK                             +21.500  +16.620  NIK sama",
    "  alamat                           -1.250  +15.370  alamat berbeda",
    "  jumlah                          +15.370",
    "  Mendukung:\n  - nama sama\n  - NIK sama\n  Menyangkal:\n  - alamat berbeda\n  Dikurangi, tanpa menurunkan mutu:\n  - tidak ada\n  Tidak dibandingkan:\n  - tidak ada",
    "  keluarga.csv, SHA-256 111111111111, baris 2, posisi 80\n      NIP = 19**************01 [tanda petik di depan angka dilepas]",
    "  saham/jabatan    2019-01-15 .. ?           Direktur pada CV Mitra Karya",
    "      \"Jl. Kelapa 3\" / \"Jl. Jati 8\"",
  ])
  func `shows the chain, the waterfall, three kinds of facts and the sources`(_ part: String) throws {
    #expect(try trail(.indonesian).contains(part))
  }

  @Test func `headings may be in another language than the run`() throws {
    let text = try trail(.indonesian, .english)
    #expect(text.contains("CHAIN") && text.contains("level critical") && text.contains("nama sama"))
  }

  @Test func `a word that fits no line is cut`() {
    var page = TerminalPage()
    page.add(String(repeating: "x", count: 250), after: "  - ")
    page.add("ekor", after: "  ")
    #expect(page.lines.map(\.count) == [100, 100, 62, 6])
  }
}
