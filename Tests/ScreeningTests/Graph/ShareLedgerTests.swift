import Records
import Testing

@testable import Screening

@Suite struct ShareLedgerTests {
  struct Register: CustomTestStringConvertible, Sendable {
    let what: String
    /// Holder, share, from, to and, where it is none of a shareholder's, the office.
    let rows: [String]
    /// Millionths of the whole; `nil` where nobody knows.
    let shares: [Int64?]
    var testDescription: String { what }
  }

  private func ledger(_ rows: [String]) throws -> (ledger: ShareLedger, rows: Int) {
    let lines = rows.map { row in
      let fields = row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      let (dates, office) = (fields.dropFirst(2).prefix(2), fields.count > 4 ? fields[4] : "Pemegang Saham")
      let days = dates.isEmpty ? ";" : dates.joined(separator: ";")
      return "03.412.778.7-922.000;CV Lontar;\(fields[0]);\(office);\(fields[1]);\(days)"
    }
    let header = "npwp_penyedia;nama_penyedia;nama;jabatan;porsi_saham;mulai;selesai"
    let registry = try InventedTables(["pengurus.csv": ([header] + lines).joined(separator: "\n")]).registry()
    return (ShareLedger(registry, VendorDirectory(registry)), registry.vendorPeople.count)
  }

  @Test(arguments: [
    Register(what: "marks of percent", rows: ["Ani;60%", "Budi;40 %"], shares: [600_000, 400_000]),
    Register(what: "marks of percent need no sum", rows: ["Ani;12,5%"], shares: [125_000]),
    Register(what: "bare numbers that sum to a hundred", rows: ["Ani;60", "Budi;40"], shares: [600_000, 400_000]),
    Register(
      what: "decimal commas", rows: ["Ani;33,33", "Budi;33,33", "Cici;33,34"], shares: [333_300, 333_300, 333_400]),
    Register(what: "bare numbers that sum to one", rows: ["Ani;0,25", "Budi;0,75"], shares: [250_000, 750_000]),
    Register(what: "one who holds everything", rows: ["Ani;100"], shares: [1_000_000]),
    Register(what: "one who holds everything, as a fraction", rows: ["Ani;1"], shares: [1_000_000]),
    Register(
      what: "rounded to whole numbers", rows: ["Ani;33", "Budi;33", "Cici;33"], shares: [330_000, 330_000, 330_000]),
    Register(what: "bare numbers that sum to neither", rows: ["Ani;30", "Budi;20"], shares: [nil, nil]),
    Register(what: "one bare number of several holders", rows: ["Ani;30", "Budi;"], shares: [nil, nil]),
    Register(what: "vulgar fractions", rows: ["Ani;1/3", "Budi;2/3"], shares: [333_333, 666_667]),
    Register(what: "sheets", rows: ["Ani;300 lembar", "Budi;100 lembar"], shares: [750_000, 250_000]),
    Register(what: "one holder's sheets say nothing of the whole", rows: ["Ani;300 lembar"], shares: [nil]),
    Register(what: "money paid in", rows: ["Ani;Rp 30.000.000", "Budi;Rp 10.000.000"], shares: [750_000, 250_000]),
    Register(
      what: "percent and bare numbers mixed: each by itself", rows: ["Ani;60%", "Budi;40"], shares: [600_000, nil]),
    Register(
      what: "sheets beside another holder's percent say nothing of the whole",
      rows: ["Ani;60%", "Budi;300 lembar", "Cici;100 lembar"], shares: [600_000, nil, nil]),
    Register(
      what: "the same holders in percent and in sheets",
      rows: ["Ani;60%", "Budi;40%", "Ani;300 lembar", "Budi;200 lembar"], shares: [600_000, 400_000, 600_000, 400_000]),
    Register(
      what: "shares that change hands are summed day by day",
      rows: ["Ani;60;2015-01-01;2019-12-31", "Budi;40;2015-01-01;", "Cici;60;2020-01-01;"],
      shares: [600_000, 400_000, 600_000]),
    Register(
      what: "sheets that change hands",
      rows: ["Ani;300 lembar;2015-01-01;2019-12-31", "Budi;100 lembar;2015-01-01;", "Cici;300 lembar;2020-01-01;"],
      shares: [750_000, 250_000, 750_000]),
    Register(
      what: "sheets of holders who came at different times and all still hold",
      rows: ["Ani;800 lembar;2015-04-10;", "Budi;200 lembar;2014-12-15;"], shares: [800_000, 200_000]),
    Register(
      what: "sheets that pass from hand to hand on one day",
      rows: ["Ani;300 lembar;2015-01-01;2020-01-01", "Budi;100 lembar;2015-01-01;", "Cici;300 lembar;2020-01-01;"],
      shares: [750_000, 250_000, 750_000]),
    Register(
      what: "sheets whose holder left with no other in the place",
      rows: ["Ani;300 lembar;2015-01-01;2024-01-01", "Budi;100 lembar;2015-01-01;"], shares: [750_000, 250_000]),
    Register(
      what: "a director's row and a shareholder's state one holding",
      rows: ["Ani;60;;;Direktur", "Ani;60", "Budi;40"], shares: [600_000, 600_000, 400_000]),
  ])
  func `reads what holders hold from all of a vendor's rows`(_ register: Register) throws {
    let (ledger, rows) = try ledger(register.rows)
    #expect(rows == register.shares.count)
    #expect((0..<rows).map { ledger.share(of: $0)?.millionths } == register.shares)
  }

  @Test func `rows that state one holding are told, and those of other times are not`() throws {
    #expect(try ledger(["Ani;60;;;Direktur", "ANI;60", "Budi;40"]).ledger.repeats == [1])
    #expect(try ledger(["Ani;60%;2015-01-01;2018-12-31", "Ani;60%;2020-01-01;", "Budi;40%"]).ledger.repeats.isEmpty)
  }

  @Test func `one vendor's holders say nothing of another's`() throws {
    let text = """
      npwp_penyedia;nama_penyedia;nama;jabatan;porsi_saham
      03.412.778.7-922.000;CV Lontar;Ani;Pemegang Saham;60
      03.412.778.7-922.000;CV Lontar;Budi;Pemegang Saham;40
      02.980.416.8-922.000;CV Gewang;Cici;Pemegang Saham;0,4
      02.980.416.8-922.000;CV Gewang;Dedi;Pemegang Saham;0,6
      """
    let registry = try InventedTables(["pengurus.csv": text]).registry()
    let ledger = ShareLedger(registry, VendorDirectory(registry))
    #expect((0..<4).map { ledger.share(of: $0)?.millionths } == [600_000, 400_000, 400_000, 600_000])
  }
}
