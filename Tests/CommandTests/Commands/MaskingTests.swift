import Foundation
import Testing

/// Numbers of persons and names of children in what the program writes.
@Suite struct MaskingTests {
  /// Numbers of persons in the province's files: NIK (also as a person's sixteen-digit NPWP), NIP, mobile phones.
  static let numbers: Set<String> = {
    var numbers: Set<String> = []
    for bytes in ((try? Tree.files(below: Fixtures.province)) ?? [:]).values {
      let runs = bytes.split { !(0x30...0x39).contains($0) }
      for run in runs {
        let isPerson = run.count == 18 || run.count == 16 && run.first != 0x30
        let isPhone = (10...13).contains(run.count) && run.starts(with: [0x30, 0x38])
        if isPerson || isPhone { numbers.insert(String(decoding: run, as: UTF8.self)) }
      }
    }
    return numbers
  }()

  /// The numbers that a text shows, whatever blanks, dots or hyphens stand between their digits.
  static func shown(in text: String, of numbers: Set<String> = numbers) -> Set<String> {
    let lengths = Set(numbers.map(\.utf8.count))
    var (shown, digits): (Set<String>, [UInt8]) = ([], [])
    func look() {
      for length in lengths where digits.count >= length {
        for start in 0...(digits.count - length) {
          let number = String(decoding: digits[start..<(start + length)], as: UTF8.self)
          if numbers.contains(number) { shown.insert(number) }
        }
      }
      digits.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: digits.append(byte)
      case 0x20, 0x2D, 0x2E: break
      default: if digits.count >= 10 { look() } else { digits.removeAll(keepingCapacity: true) }
      }
    }
    look()
    return shown
  }

  @Test func `the province is full of numbers, and the search finds them`() {
    #expect(Self.numbers.count > 800)
    #expect(Self.shown(in: "x 1980 0101.2005-01 1001 y", of: [SmallInput.officialNIP]).count == 1)
  }

  @Test(arguments: [false, true], PublishedFolder.reports + ["run.json"])
  func `no report shows a number of a person`(_ isEnglish: Bool, _ name: String) throws {
    let province = try (isEnglish ? Province.english : Province.masked).get()
    #expect(Self.shown(in: try province.published.text(name)).isEmpty)
  }

  @Test func `no console output shows a number of a person`() throws {
    let province = try Province.masked.get()
    let program = province.workspace.program
    var said = province.outcome.everything
    for arguments in [
      ["inspect", Fixtures.province], ["inspect", "--json", Fixtures.province], ["verify", "output"],
      ["doctor", "--output", "output"],
    ] { said += try program.run(arguments).everything }
    for column in [("flagged-pairs.csv", "id_kasus"), ("person-links.csv", "id_tautan")] {
      for id in try province.published.table(column.0).column(column.1) {
        said += try program.run("explain", id).everything
        said += try program.run("explain", id, "--json").everything
      }
    }
    #expect(said.count > 100_000)
    #expect(Self.shown(in: said).isEmpty)
  }

  @Test func `a sole trader's tax number is masked, a company's is not`() throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Fixtures.province)/penyedia/penyedia.csv")))
    let vendors = Table(bytes).rows.filter { !($0["npwp_penyedia"] ?? "").isEmpty }
    let isPerson = { (row: [String: String]) in row["bentuk_usaha"] == "Orang Perseorangan" }
    let digits = { (row: [String: String]) in (row["npwp_penyedia"] ?? "").filter(\.isNumber) }
    var text = ""
    for name in PublishedFolder.reports { text += try Province.masked.get().published.text(name) }
    let all = String(text.utf8.filter { ![0x2D, 0x2E].contains($0) }.map { Character(UnicodeScalar($0)) })
    #expect(vendors.contains(where: isPerson))
    for vendor in vendors.filter(isPerson) { #expect(!all.contains(digits(vendor)), "\(vendor["kd_penyedia"] ?? "")") }
    #expect(vendors.contains { !isPerson($0) && all.contains(digits($0)) })
  }

  @Test func `--unmask shows the numbers and records the reason`() throws {
    let province = try Province.unmasked.get()
    let published = province.published
    #expect(try published.record().unmaskReason == "uji coba")
    #expect(try Province.masked.get().published.record().unmaskReason == nil)
    #expect(published.latest != (try Province.masked.get().published.latest))
    let nips = try published.table("flagged-pairs.csv").column("nip_pejabat")
    #expect(nips.allSatisfy { $0.count == 18 && Self.numbers.contains($0) })
    #expect(!Self.shown(in: try published.text("evidence.jsonl")).isEmpty)
    #expect(Self.shown(in: province.outcome.everything).isEmpty)
    for name in try Tree.names(below: province.workspace.path("output")) {
      guard let mode = Tree.mode(province.workspace.path("output/\(name)")) else { continue }
      #expect(mode & 0o077 == 0, "\(name)")
    }
  }

  /// A child of fourteen who holds shares; another, whose row is torn.
  private func family() -> SmallInput {
    var input = SmallInput()
    input.files["keluarga.csv", default: ""] += """
      K2;198001012005011001;ANAK;Yosefina Ananda Contoh;5371014607120002;06-07-2012;P
      K3;198001012005011001;ANAK;Benediktus Ananda Contoh;5371010607140003;06-07-2014;L;lebih

      """
    for index in 1...60 {
      input.files["keluarga.csv", default: ""] += "L\(index);198001012005011001;SAUDARA;Lain Lagi;;1970-01-02;L\n"
    }
    input.files["pengurus.csv", default: ""] += """
      P2;500001;01.234.567.4-922.000;CV CONTOH JAYA;YOSEFINA ANANDA CONTOH;5371014607120002;06-07-2012;\
      Komisaris;40;01-02-2015;

      """
    return input
  }

  @Test(arguments: ["id", "en"])
  func `a child's name is initials everywhere`(_ language: String) throws {
    let workspace = try family().workspace()
    #expect(try workspace.program.run(SmallInput.run("--lang", language)).status == 0)
    let published = PublishedFolder(workspace.path("output"))
    var text = ""
    for name in PublishedFolder.reports + ["run.json"] { text += try published.text(name) }
    let links = try published.table("person-links.csv")
    #expect(links.lines.count == 2)
    for id in links.lines.map({ $0[0] }) { text += try workspace.program.run("explain", id).everything }
    #expect(try published.table("quarantine.csv").lines.count == 1)
    #expect(text.contains("Y. A. C."))
    for name in ["yosefina", "benediktus", "ananda"] { #expect(!text.lowercased().contains(name)) }
  }

  @Test func `a child's name is shown in full where the run is unmasked`() throws {
    let workspace = try family().workspace()
    #expect(try workspace.program.run(SmallInput.run("--unmask", "--reason", "permintaan Inspektorat")).status == 0)
    let published = PublishedFolder(workspace.path("output"))
    #expect(try published.text("person-links.csv").contains("Yosefina Ananda Contoh"))
    #expect(try published.text("quarantine.csv").contains("Benediktus Ananda Contoh"))
    #expect(try published.text("run.json").contains("permintaan Inspektorat"))
  }

  @Test func `numbers that somebody wrote into names, paths and reasons are masked too`() throws {
    var input = SmallInput()
    let people = input.files["pengurus.csv"]?.replacing("CV CONTOH JAYA", with: "CV CONTOH \(SmallInput.wifeNIK)")
    input.files["pengurus.csv"] = nil
    input.files["pengurus-\(SmallInput.wifeNIK).csv"] = people
    input.files["peserta.csv"] = input.files["peserta.csv"]?
      .replacing("CV CONTOH JAYA", with: "CV CONTOH 5371 0152 0385 0002")
    input.files["paket.csv"] = input.files["paket.csv"]?
      .replacing("Meja Contoh", with: "Meja untuk \(SmallInput.officialNIP)")
    input.files["pegawai.csv", default: ""] += "\(SmallInput.officialNIP)\n"
    for index in 1...40 { input.files["pegawai.csv", default: ""] += "1985010120100110\(index + 10);Lain;;;;;;\n" }
    let workspace = try input.workspace()
    let outcome = try workspace.program.run(SmallInput.run())
    #expect(outcome.status == 0)
    let published = PublishedFolder(workspace.path("output"))
    #expect(try published.table("flagged-pairs.csv").lines.count == 1)
    let numbers: Set = [SmallInput.officialNIP, SmallInput.wifeNIK]
    for name in PublishedFolder.reports + ["run.json"] {
      #expect(Self.shown(in: try published.text(name), of: numbers).isEmpty, "\(name)")
    }
    #expect(Self.shown(in: outcome.everything, of: numbers).isEmpty)
    let verification = try workspace.program.run("verify", "output")
    #expect(verification.status == 0)
    #expect(Self.shown(in: verification.everything, of: numbers).isEmpty)
  }

  @Test func `a file of which a person's number is the name shows none of it in messages`() throws {
    let workspace = try SmallInput().workspace()
    try workspace.write("%PDF-1.7\n", to: "input/\(SmallInput.wifeNIK).pdf")
    try workspace.write("x;\(SmallInput.officialNIP)\n1;2\n", to: "input/asing.csv")
    let numbers: Set = [SmallInput.officialNIP, SmallInput.wifeNIK]
    let run = try workspace.program.run(SmallInput.run())
    #expect(run.status == 0)
    #expect(Self.shown(in: run.everything, of: numbers).isEmpty)
    #expect(Self.shown(in: try PublishedFolder(workspace.path("output")).text("run.json"), of: numbers).isEmpty)
    #expect(Self.shown(in: try workspace.program.run("inspect", "input").everything, of: numbers).isEmpty)
    #expect(Self.shown(in: try workspace.program.run("inspect", "--json", "input").everything, of: numbers).isEmpty)
  }
}
