import Foundation
import Testing

/// The invented JSON exports, as `benturan inspect` shows them.
@Suite struct JSONExportTests {
  struct Shown: CustomTestStringConvertible {
    let file: String
    let form: String
    let rows: Int
    /// Rows as they are understood, or parts of them, and warnings.
    let lines: [String]
    var testDescription: String { file }
  }

  @Test(arguments: [
    Shown(
      file: "isb-tender-selesai-nilai.json", form: "json", rows: 2,
      lines: [
        "line 2, tenders: year=2025 | government=Provinsi Nusa Tenggara Timur | unit_code=1.03.0.00.0.00.01.0000 | "
          + "unit=DINAS PEKERJAAN UMUM DAN PERUMAHAN RAKYAT | lpse=953 | package_code=10080301000 | pagu=Rp 1200000000",
        "hps=Rp 1198500000.5",
        "line 2, bids: lpse=953 | package_code=10080301000 | bid_value=Rp 1150000000 | contract_value=Rp 1149000000",
        "line 11, bids: lpse=953 | package_code=10080302000 | awarded_on=2025-06-01 | vendor_code=612302 | "
          + "vendor_name=CV \"Cahaya\" Lontar\n",
      ]),
    Shown(
      file: "pegawai.jsonl", form: "json lines", rows: 3,
      lines: [
        "line 1, officials: nip=19**************01 | name=Yakobus Contoh Manafe | birth_place=Ba'a | "
          + "birth_date=1981-04-12 | sex=male | unit=Dinas Kesehatan | position=Kepala Seksi\n",
        "birth_place=Atambua | birth_date=no whole date | sex=female",
        "line 4, officials: ", "tanggal_lahir: only a year, or a month of a year", "[date-partial], 1 times, line 2",
      ]),
    Shown(
      file: "ocds-release-package.json", form: "json ocds", rows: 6,
      lines: [
        "vendors: vendor_code=601311 | vendor_name=CV Seroja Timur | vendor_npwp=01.417.094.8-922.000 | "
          + "nib=9120000100311 | address=Jl. Contoh 3, Kupang\n",
        "tenders: package_code=10080311000 | package_name=Rehabilitasi Gedung Contoh | unit=Dinas Pekerjaan Umum | ",
        "pagu=Rp 800000000 | hps=Rp 798000000 | method=open | category=works | announced_on=2025-02-03 | "
          + "awarded_on=2025-03-05 | contracted_on=2025-03-20 | contract_value=Rp 759000000 | winner_name=CV Seroja Timur",
        "bids: package_code=10080311000 | bid_value=Rp 760000000 | vendor_code=601311 | vendor_name=CV Seroja Timur",
        "bids: package_code=10080311000 | bid_value=Rp 755000000 | reason=disqualified | vendor_code=601312",
        "bids: package_code=10080311000 | awarded_on=2025-03-05 | contract_number=K-311/2025 | "
          + "contracted_on=2025-03-20 | contract_value=Rp 759000000 | vendor_code=601311 | vendor_name=CV Seroja Timur",
      ]),
    Shown(
      file: "ocds-record-package.json", form: "json ocds", rows: 4,
      lines: [
        "tenders: package_code=10080321000 | package_name=Pengadaan Alat Kesehatan Contoh | unit=Dinas Kesehatan",
        "tenders: package_code=10080322000 | package_name=Pengadaan Meja Contoh | unit=Dinas Sosial | hps=Rp 90000000\n",
        "bids: package_code=10080321000 | awarded_on=2025-06-15 | vendor_code=601321 | vendor_name=CV Haumeni Contoh",
      ]),
    Shown(
      file: "bods-statements.json", form: "json bods", rows: 4,
      lines: [
        "vendors: vendor_code=contoh-entitas-1 | vendor_name=CV Seroja Timur | vendor_npwp=01.417.094.8-922.000 | "
          + "nib=9120000100311 | address=Jl. Contoh 3, Kupang | registered_on=2016-08-17\n",
        "name=Maria Contoh Bria | holder_kind=person | nik=53************02 | birth_date=1986-09-02 | "
          + "birth_place=Atambua | person_role=shareholding (pemegang saham) | share=60.0 % | from=2018-03-01\n",
        "person_role=seniorManagingOfficial (pimpinan) | from=2018-03-01\n",
        "name=Fransiskus Contoh Tnines | holder_kind=person | birth_date=no whole date | "
          + "person_role=shareholding (pemegang saham) | share=25.0 % | from=2016-08-17 | to=2024-12-31\n",
        "interestedParty/birthDate: only a year, or a month of a year",
      ]),
  ])
  func `each is read whole, with the rows that it states`(_ shown: Shown) throws {
    let workspace = try Workspace()
    try workspace.copy("\(Fixtures.exports)/\(shown.file)", to: shown.file)
    let outcome = try workspace.program.run("inspect", "--as-of", Fixtures.asOf, shown.file)
    #expect(outcome.status == 0 && outcome.messages.isEmpty)
    #expect(outcome.output.hasPrefix("\(shown.file): \(shown.form), "))
    #expect(outcome.output.contains("rows: \(shown.rows) read = \(shown.rows) accepted + 0 set aside; 0 blank\n"))
    for line in shown.lines { #expect(outcome.output.contains(line), "\(line)\n\(outcome.output)") }
    #expect(!outcome.output.contains("unreadable") && !outcome.output.contains("error: "))
  }

  @Test func `a year alone, where a standard's row is cited, stands in the trail as what it is`() throws {
    var input = SmallInput()
    input.files["pengurus.csv"] = nil
    input.files["pemilik.json"] = """
      [{"statementId": "1", "recordId": "e", "recordType": "entity", "recordDetails": {"name": "CV CONTOH JAYA",
        "entityType": {"type": "registeredEntity"}, "identifiers": [{"scheme": "ID-NPWP", "id": "01.417.094.8-922.000"}]}},
       {"statementId": "2", "recordId": "p", "recordType": "person", "recordDetails": {"birthDate": "1985",
        "names": [{"fullName": "Maria Fransiska Contoh"}], "identifiers": [{"scheme": "ID-NIK", "id": "5371015203850002"}]}},
       {"statementId": "3", "recordId": "r", "recordType": "relationship", "recordDetails": {"subject": "e",
        "interestedParty": "p", "interests": [{"type": "shareholding", "share": {"exact": 60}}]}}]

      """
    let bids = try #require(input.files["peserta.csv"])
    input.files["peserta.csv"] = bids.replacing("01.234.567.4-922.000", with: "01.417.094.8-922.000")
    let workspace = try input.workspace()
    let outcome = try workspace.program.run(SmallInput.run())
    #expect(outcome.status == 0, "\(outcome.messages)")
    let evidence = String(
      decoding: try PublishedFolder(workspace.path("output")).bytes("evidence.jsonl"), as: UTF8.self)
    #expect(evidence.contains("\"year_only\"") && evidence.contains("pemilik.json"))
  }
}
