import Foundation
import Testing

/// The province against what was put into it on purpose.
@Suite struct TruthTests {
  /// A conflict: rule, official, vendor, and the package where the rule is about one.
  struct Conflict: Hashable, CustomStringConvertible {
    let rule: String
    let nip: String
    let npwp: String
    let package: String

    init(_ rule: String, _ nip: String, _ npwp: String, _ package: String) {
      self.rule = rule
      self.nip = nip
      self.npwp = npwp.filter(\.isNumber)
      // An official of another unit has no part in any one package: the pair is the conflict.
      self.package = rule == "kin-holds-vendor-elsewhere" ? "" : package
    }

    var description: String { "\(rule) \(nip) \(npwp) \(package)" }
  }

  private let truth: [[String: String]]
  private let trueLinks: [[String: String]]
  private let found: [Conflict: [String: String]]
  private let links: [[String: String]]

  init() throws {
    let published = try Province.unmasked.get().published
    let read = { (name: String) in
      Table(Array(try Data(contentsOf: URL(fileURLWithPath: "\(Fixtures.truth)/\(name)")))).rows
    }
    truth = try read("conflicts.csv")
    trueLinks = try read("person-links.csv")
    links = try published.table("person-links.csv").rows
    var pairs: [String: [String: String]] = [:]
    for pair in try published.table("flagged-pairs.csv").rows { pairs[pair["id_kasus"] ?? ""] = pair }
    var found: [Conflict: [String: String]] = [:]
    for finding in try published.table("findings.csv").rows {
      let pair = try #require(pairs[finding["id_kasus"] ?? ""])
      let conflict = Conflict(
        finding["aturan"] ?? "", pair["nip_pejabat"] ?? "", pair["npwp_penyedia"] ?? "", finding["kode_paket"] ?? "")
      found[conflict] = finding
    }
    self.found = found
  }

  private func conflict(_ row: [String: String]) -> Conflict {
    Conflict(row["aturan"] ?? "", row["nip"] ?? "", row["npwp_penyedia"] ?? "", row["kode_paket"] ?? "")
  }

  @Test func `a conflict in force, by a bidder whose person is recognised, is found`() throws {
    let probable = Set(
      links.filter { Double($0["peluang"] ?? "") ?? 0 > 0.5 }.map { [$0["nip"], $0["kode_penyedia"]] })
    let due = truth.filter { row in
      row["waktu"] == "berlaku" && row["hasil"] != "mendaftar" && probable.contains([row["nip"], row["kode_penyedia"]])
    }
    let missed = due.map(conflict).filter { found[$0] == nil }
    #expect(due.count >= 20)
    #expect(missed.isEmpty, "\(due.count - missed.count) of \(due.count) found")
  }

  /// `npwp_penyedia` holds fifteen digits in both tables; `npwp_penyedia_16`, the NIK, stands only beside the bid.
  @Test func `a sole trader known by the old number here and by the new one there is one vendor`() throws {
    var input = SmallInput()
    input.files["pengurus.csv"] = input.files["pengurus.csv"]?
      .replacing("01.234.567.4-922.000", with: "09.690.132.7-924.000")
    input.files["peserta.csv"] = """
      kd_tender;kd_penyedia;nama_penyedia;npwp_penyedia;npwp_penyedia_16;nilai_penawaran;pemenang
      90010001;500001;MARIA FRANSISKA CONTOH;09.690.132.7-924.000;\(SmallInput.wifeNIK);95000000;1

      """
    let workspace = try input.workspace()
    #expect(try workspace.program.run(SmallInput.run()).status == 0)
    #expect(try PublishedFolder(workspace.path("output")).table("flagged-pairs.csv").lines.count == 1)
  }

  @Test func `no case is urgent that was not put there`() {
    let known = Set(truth.map(conflict))
    let urgent = found.filter { ["kritis", "tinggi"].contains($0.value["tingkat"]) }.keys
    #expect(urgent.count >= 5)
    #expect(Set(urgent).subtracting(known).isEmpty)
  }

  @Test func `nothing at all is found that was not put there`() {
    let rules = Set(truth.compactMap { $0["aturan"] })
    #expect(rules.count == 4)
    let judged = found.keys.filter { rules.contains($0.rule) }
    #expect(Set(judged).subtracting(truth.map(conflict)).isEmpty)
  }

  /// The truth's rules are those about officials and the law's list; the others tell of ties between the same people.
  @Test func `what other rules tell rests on true pairs of persons, and is for information`() {
    let rules = Set(truth.compactMap { $0["aturan"] })
    let known = Set(trueLinks.map { [$0["nip"], $0["kode_penyedia"]] })
    let codes = Dictionary(
      links.map { ($0["npwp_penyedia"]?.filter(\.isNumber), $0["kode_penyedia"]) }, uniquingKeysWith: { one, _ in one })
    let others = found.filter { !rules.contains($0.key.rule) }
    #expect(others.count == 1)
    for (conflict, finding) in others {
      #expect(known.contains([conflict.nip, codes[conflict.npwp] ?? nil]), "\(conflict)")
      #expect(conflict.rule == "kin-outside-list" && finding["tingkat"] == "rendah")
    }
  }

  /// Floors as measured; they may rise.
  @Test func `links find nearly all true pairs of persons and no others`() {
    let intended = Set(trueLinks.map { [$0["nip"], $0["kunci_pengurus"]] })
    let pairs = { (least: Double) in
      Set(links.filter { Double($0["peluang"] ?? "") ?? 0 > least }.map { [$0["nip"], $0["kunci_pengurus"]] })
    }
    // One wife is declared in two files.
    #expect(intended.count == 26 && trueLinks.count == 27)
    #expect(pairs(0.5).intersection(intended).count >= 24)
    #expect(pairs(0.5).subtracting(intended).isEmpty)
    #expect(pairs(0).subtracting(intended).count <= 2)
    // That a sole trader owns himself is not said again where the register of owners says it.
    #expect(links.allSatisfy { $0["kunci_pengurus"] != "" })
  }

  @Test func `the traps - twins, father and child, namesakes - are not taken for one person`() throws {
    let traps = Table(Array(try Data(contentsOf: URL(fileURLWithPath: "\(Fixtures.truth)/hard-negatives.csv")))).rows
    #expect(traps.count == 12)
    for trap in traps {
      let taken = links.filter {
        $0["kunci_keluarga"] == trap["kunci_keluarga"] && $0["kunci_pengurus"] == trap["kunci_pengurus"]
          && Double($0["peluang"] ?? "") ?? 1 > 0.5
      }
      #expect(taken.isEmpty, "\(trap["jenis"] ?? "")")
    }
  }
}
