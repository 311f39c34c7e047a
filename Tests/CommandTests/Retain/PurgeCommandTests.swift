import Foundation
import Glibc
import Testing

/// A person who has to go: out of every run, out of the casebook, and with a record that says so.
@Suite struct PurgeCommandTests {
  /// Whom the small input's only case names besides the official.
  private static let name = "Maria Fransiska Contoh"
  private static let note = "catatan tentang kasus ini"

  /// Three nights of the small input and of somebody else's case, with a decision on each.
  private static func workspace() throws -> Workspace {
    let workspace = try SmallInput().workspace()
    try workspace.write(
      """
      nip;nama;nik;tanggal_lahir;jenis_kelamin;unit_kerja;jabatan;tmt_jabatan
      198202022006021002;Petrus Lain Mau;5371010202820002;02-02-1982;L;Dinas Lain;Kepala Bidang;01-01-2020

      """, to: "input/pegawai2.csv")
    try workspace.write(
      """
      id;kd_penyedia;npwp_penyedia;nama_penyedia;nama;nik;tanggal_lahir;jabatan;porsi_saham;mulai;selesai
      P2;500002;02.345.678.1-922.000;CV LAIN JAYA;Petrus Lain Mau;5371010202820002;02-02-1982;Direktur;60;01-02-2015;

      """, to: "input/pengurus2.csv")
    try workspace.write(
      """
      kd_tender;nama_paket;nama_satker;tahun_anggaran;hps;tgl_pengumuman_tender;tgl_penetapan_pemenang;nip_ppk
      90010002;Pengadaan Kursi Contoh;Dinas Lain;2026;100000000;2026-03-01;2026-04-01;198202022006021002

      """, to: "input/paket2.csv")
    try workspace.write(
      """
      kd_tender;kd_penyedia;nama_penyedia;npwp_penyedia;nilai_penawaran;pemenang
      90010002;500002;CV LAIN JAYA;02.345.678.1-922.000;95000000;1

      """, to: "input/peserta2.csv")
    // Two rows that cannot be read: one of them names the wife.
    try workspace.write(
      "id;nip;hubungan;nama;nik\nK8;198001012005011001;ISTRI;\(name);\(SmallInput.wifeNIK);x;y\n"
        + (1...40).map { "L\($0);198202022006021002;ANAK;Anak Lain \($0);\n" }.joined(), to: "input/keluarga2.csv")
    for day in ["2026-11-21", "2026-11-22", "2026-11-23"] {
      #expect(try workspace.program.run(night(day)).status == 0)
      let ids = try PublishedFolder(workspace.path("output")).table("flagged-pairs.csv").column("id_kasus")
      try #require(ids.count == 2)
      for id in ids where day == "2026-11-22" {
        let decide = [
          "review", "decide", id, "--output", "output", "--verdict", "perlu_klarifikasi", "--reason", note, "--by",
          "Auditor Satu", "--as-of", "2026-11-22",
        ]
        #expect(try workspace.program.run(decide).status == 0)
      }
    }
    return workspace
  }

  private static func night(_ day: String) -> [String] {
    ["run", "--input", "input", "--output", "output", "--as-of", day, "--quiet"]
  }

  private static func purge(_ more: [String]) -> [String] {
    ["purge", "--output", "output", "--by", "Petugas Contoh", "--reason", "surat 12", "--as-of", "2026-11-24"] + more
  }

  private let workspace: Workspace

  init() throws { workspace = try Self.workspace() }

  /// How many files of the output folder hold a text.
  private func files(with text: String) throws -> [String] {
    let needle = Data(text.utf8)
    return try Tree.files(below: workspace.path("output")).filter { Data($0.value).range(of: needle) != nil }.keys
      .sorted()
  }

  @Test func `a dry run tells in which files of which runs the person stands, and changes nothing`() throws {
    let before = try Tree.files(below: workspace.path("output"))
    for number in [SmallInput.officialNIP, SmallInput.wifeNIK, "5371010101800001"] {
      let outcome = try workspace.program.run("purge", "--output", "output", "--person", number, "--dry-run")
      #expect(outcome.status == 0 && outcome.messages == "")
      let lines = outcome.output.split(separator: "\n").map(String.init)
      for day in ["2026-11-21", "2026-11-22", "2026-11-23"] {
        for name in ["flagged-pairs.csv", "findings.csv", "evidence.jsonl", "person-links.csv"] {
          #expect(lines.contains { $0.hasPrefix(day) && $0.hasSuffix("/\(name): 1 rows") }, "\(day) \(name)")
        }
      }
      #expect(lines.contains("casebook: 1 cases, 3 states, 1 decisions"))
      // The NIK in the staff registry is in no row that was set aside.
      #expect(outcome.output.contains("quarantine.csv: 1 rows") == (number != "5371010101800001"))
    }
    let other = try workspace.program.run("purge", "--output", "output", "--person", "5371015203850009", "--dry-run")
    #expect(other.output.contains("nothing is held"))
    #expect(try Tree.files(below: workspace.path("output")) == before)
  }

  @Test func `nothing of the person is left, everybody else is, and the chain holds`() throws {
    #expect(try !files(with: Self.name).isEmpty && !files(with: Self.note).isEmpty)
    let copies = try files(with: "Petrus Lain Mau")
    try workspace.write("old copy with \(Self.note)", to: "output/casebook.sqlite.bak")
    let outcome = try workspace.program.run(Self.purge(["--person", SmallInput.wifeNIK]))
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.contains("the inputs are as they were"))
    #expect(try files(with: Self.name) == [])
    #expect(try files(with: "Yohanes Contoh Rihi") == [])
    #expect(try files(with: "Petrus Lain Mau") == copies)
    // The other case's decision has the same note.
    let casebook = Data(try workspace.bytes("output/casebook.sqlite"))
    let first = try #require(casebook.range(of: Data(Self.note.utf8)))
    #expect(casebook[first.upperBound...].range(of: Data(Self.note.utf8)) == nil)
    #expect(!(try workspace.tree("output").contains { $0.hasPrefix("casebook.sqlite-") || $0.hasSuffix(".bak") }))
    let verified = try workspace.program.run("verify", "output")
    #expect(verified.status == 0, "\(verified.messages)")
    #expect(
      verified.output.contains("purge on 2026-11-24 by Petugas Contoh (surat 12): 1 persons' numbers; 3 runs cut"))
    #expect(try workspace.program.run("doctor", "--output", "output").status == 0)
    for run in try workspace.tree("output/runs").filter({ !$0.contains("/") }) {
      #expect(try workspace.program.run("verify", "output/runs/\(run)").status == 0)
      #expect(Tree.mode(workspace.path("output/runs/\(run)/purged.json")) == 0o600)
    }
    let again = try workspace.program.run(Self.purge(["--person", SmallInput.wifeNIK]))
    #expect(again.status == 0 && again.output.contains("nothing is held"))
    #expect(try workspace.program.run("verify", "output").status == 0)
  }

  @Test func `a purged night is not told again, and the next one is, with decisions resting on those purged`() throws {
    #expect(try workspace.program.run(Self.purge(["--person", SmallInput.wifeNIK])).status == 0)
    #expect(try workspace.program.run(Self.night("2026-11-23")).status == 0)
    #expect(try files(with: Self.name) == [])
    for name in ["keluarga.csv", "keluarga2.csv", "pengurus.csv"] { try workspace.remove("input/\(name)") }
    try workspace.write(
      "id;nip;hubungan;nama\nK9;198202022006021002;ANAK;Anak Lain Sekali\n", to: "input/keluarga.csv")
    #expect(try workspace.program.run(Self.night("2026-11-24")).status == 0)
    #expect(try files(with: Self.name) == [])
    let published = PublishedFolder(workspace.path("output"))
    let id = try #require(published.table("flagged-pairs.csv").column("id_kasus").first)
    let decide = [
      "review", "decide", id, "--output", "output", "--verdict", "sudah_ditangani", "--reason", "lagi", "--by",
      "Auditor Satu", "--as-of", "2026-11-24",
    ]
    #expect(try workspace.program.run(decide).status == 0)
    #expect(try workspace.program.run(Self.night("2026-11-25")).status == 0)
    let verified = try workspace.program.run("verify", "output")
    #expect(verified.status == 0, "\(verified.messages)")
  }

  @Test func `a purged run that is changed is found, and so is the record of the purge`() throws {
    #expect(try workspace.program.run(Self.purge(["--person", SmallInput.wifeNIK])).status == 0)
    let run = try #require(workspace.tree("output/runs").first)
    for (name, code) in [("findings.csv", "[output-changed]"), ("purged.json", "[chain-purge]")] {
      let bytes = try workspace.bytes("output/runs/\(run)/\(name)")
      try workspace.write(bytes + [0x20], to: "output/runs/\(run)/\(name)")
      let found = try workspace.program.run("verify", "output")
      #expect(found.status == 65 && found.messages.contains(code), "\(found.messages)")
      try workspace.write(bytes, to: "output/runs/\(run)/\(name)")
    }
    var bytes = try workspace.bytes("output/casebook.sqlite")
    let place = try #require(Data(bytes).range(of: Data("Petugas Contoh".utf8)))
    bytes[place.lowerBound] ^= 1
    try workspace.write(bytes, to: "output/casebook.sqlite")
    let found = try workspace.program.run("verify", "output")
    #expect(found.status == 65 && found.messages.contains("[chain-journal]"))
  }

  @Test func `nights before a date go as a whole, the latest never`() throws {
    let latest = PublishedFolder(workspace.path("output")).latest
    let outcome = try workspace.program.run(Self.purge(["--before", "2026-12-31", "--json"]))
    #expect(outcome.status == 0)
    #expect(try workspace.tree("output/runs").filter { !$0.contains("/") }.map { "runs/\($0)" } == [latest])
    let verified = try workspace.program.run("verify", "output")
    #expect(verified.status == 0)
    #expect(verified.output.contains(": purged on 2026-11-24\n"))
    #expect(verified.output.contains("what is from before 2026-12-31; 0 runs cut, 2 taken out"))
    #expect(try workspace.program.run(Self.night("2026-11-25")).status == 0)
    // The night before is gone, and its inputs make the same run: it is not made again.
    let again = try workspace.program.run(Self.night("2026-11-22"))
    #expect(again.status == 65 && again.messages.contains("[run-withdrawn]"))
    #expect(try workspace.program.run("verify", "output").status == 0)
  }

  @Test(arguments: [
    [], ["--person", "123"], ["--person", "01.234.567.4-922.000"],
    ["--person", "198001012005011001", "--before", "2026-01-01"],
    ["--person", "198001012005011001", "--by", "A"], ["--before", "2026-01-01", "--reason", "r"],
  ])
  func `a purge without a person or a date, or without who and why, is refused`(_ arguments: [String]) throws {
    let outcome = try workspace.program.run(["purge", "--output", "output"] + arguments)
    #expect(outcome.status == 64)
    #expect(!outcome.messages.contains("198001012005011001"))
    #expect(try workspace.program.run("purge", "--output", "none", "--before", "2026-01-01", "--dry-run").status == 66)
  }

  @Test(.enabled(if: KillShim.compiler != nil, "no C compiler: the program cannot be killed at a chosen call"))
  func `killed at any change, the next command ends what counts and drops what does not`() throws {
    let shim = try KillShim(in: workspace)
    try FileManager.default.moveItem(atPath: workspace.path("output"), toPath: workspace.path("before"))
    var number = 0
    var (wasWhole, wasCut, isDone) = (false, false, false)
    while !isDone {
      number += 1
      try #require(number < 400, "the program is never done")
      try? workspace.remove("output")
      #expect(try workspace.program.run("/bin/cp", ["-a", "before", "output"]).status == 0)
      var program = workspace.program
      program.environment = shim.environment(killingAt: number, below: workspace.path("output"))
      isDone = try program.run(Self.purge(["--person", SmallInput.wifeNIK])).signal == nil
      let verified = try workspace.program.run("verify", "output")
      #expect(verified.status == 0, "killed at change \(number): \(verified.messages)")
      let isRecorded = verified.output.contains("purge on 2026-11-24")
      #expect(try files(with: Self.name).isEmpty == isRecorded, "killed at change \(number)")
      #expect(!(try workspace.tree("output").contains { $0.hasPrefix(".purging") }))
      if isRecorded { wasCut = true } else { wasWhole = true }
    }
    #expect(wasWhole && wasCut && number > 30)
  }
}
