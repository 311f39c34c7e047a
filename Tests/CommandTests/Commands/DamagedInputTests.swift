import Testing

/// What a delivery in a bad state changes in the reports: damaged values, contradictions, overlapping exports.
@Suite struct DamagedInputTests {
  private func published(_ input: SmallInput) throws -> (workspace: Workspace, folder: PublishedFolder) {
    let workspace = try input.workspace()
    try workspace.write(Fixtures.key + "\n", to: "key")
    let outcome = try workspace.program.run(SmallInput.run())
    #expect(outcome.status == 0, "\(outcome.messages)")
    return (workspace, PublishedFolder(workspace.path("output")))
  }

  private func evidence(_ folder: PublishedFolder) throws -> String {
    String(decoding: try folder.bytes("evidence.jsonl"), as: UTF8.self)
  }

  @Test func `what was repaired stands in the evidence and in the trail`() throws {
    var input = SmallInput()
    input.files["keluarga.csv"] = """
      id;nip;hubungan;nama;nik;tanggal_lahir;jenis_kelamin
      K1;'198001012005011001;ISTRI;Maria Fransiska Contoh;5,37E+15;12-03-85;P

      """
    let (workspace, folder) = try published(input)
    let text = try evidence(folder)
    for code in ["apostrophe", "float_refused", "two_digit_year"] { #expect(text.contains("\"\(code)\""), "\(code)") }
    let id = try #require(try folder.table("flagged-pairs.csv").column("id_kasus").first)
    let trail = try workspace.program.run("explain", id, "--run", "output")
    #expect(trail.status == 0)
    for phrase in ["nomor dalam notasi ilmiah; tidak dipakai", "abad dari tahun dua angka ditambahkan"] {
      #expect(trail.output.contains(phrase), "\(phrase)")
    }
  }

  @Test func `a contradicting row of the relative's NIK lowers the case, and says which rows`() throws {
    let (kept, before) = try published(SmallInput())
    let alone = try withExtendedLifetime(kept) { try #require(try before.table("flagged-pairs.csv").rows.first) }
    for second in ["20-07-1979", "12-03-1985"] {
      var input = SmallInput()
      input.files["keluarga-lain.csv"] = """
        id;nip;hubungan;nama;nik;tanggal_lahir;jenis_kelamin
        K2;198001012005011001;ISTRI;Maria Fransiska Contoh;5371015203850002;\(second);P

        """
      let (workspace, folder) = try published(input)
      defer { withExtendedLifetime(workspace) {} }
      let found = try #require(try folder.table("flagged-pairs.csv").rows.first)
      let isDisputed = second != "12-03-1985"
      #expect((try #require(found["mutu_identitas"]) > #require(alone["mutu_identitas"])) == isDisputed)
      let text = try evidence(folder)
      #expect(text.contains("baris dengan NIK yang sama berbeda tentang tanggal lahir") == isDisputed)
      if isDisputed {
        #expect(found["penyangkal"]?.contains("berbeda tentang tanggal lahir") == true)
        #expect(text.contains("keluarga.csv#2") && text.contains("keluarga-lain.csv#2"))
      }
    }
  }

  @Test func `overlapping exports change no finding`() throws {
    let (kept, before) = try published(SmallInput())
    var input = SmallInput()
    for (name, text) in SmallInput().files {
      // The same rows with other line ends and one more that nothing rests on, as a later export has them.
      input.files["lama-\(name)"] = text.replacing("\n", with: "\r\n")
    }
    let more = "\n198001012005011009;Orang Lain;;;L;Dinas Lain;Staf;01-01-2021\n"
    input.files["pegawai-baru.csv"] = (SmallInput().files["pegawai.csv"] ?? "").trimmed + more
    let (other, after) = try published(input)
    defer { withExtendedLifetime((kept, other)) {} }
    for name in ["flagged-pairs.csv", "findings.csv", "person-links.csv"] {
      let (one, two) = (try before.table(name), try after.table(name))
      #expect(!one.rows.isEmpty)
      #expect(one.rows.count == two.rows.count, "\(name)")
      let places: Set = ["id_kasus", "id_tautan", "bukti", "sumber_keluarga", "sumber_pengurus"]
      for (row, again) in zip(one.rows, two.rows) {
        #expect(
          row.filter { !places.contains($0.key) } == again.filter { !places.contains($0.key) }, "\(name)")
      }
    }
  }
}

extension String {
  fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
