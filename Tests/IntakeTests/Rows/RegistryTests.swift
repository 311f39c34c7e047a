import Foundation
import Records
import Testing

@testable import Intake

@Suite struct RegistryTests {
  private func read(_ folder: ScratchFolder, threads: Int = 1) throws -> Reading {
    var policy = SourceReader.Policy(night: try #require(CalendarDate(year: 2026, month: 11, day: 23)))
    policy.threads = threads
    return try SourceReader(policy).read([folder.path])
  }

  private static let staff = """
    nip,nama,nik,tanggal_lahir,jenis_kelamin
    197904122005011001,Melkianus Ndaumanu,5314021204790001,1979-04-12,L
    198307192009032002,Yuliana Bria,5304115907830001,1983-07-19,P

    """

  @Test func `rows that two files repeat exactly are kept once and counted`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.staff, to: "a.csv")
    try folder.write(Self.staff.replacing("Yuliana Bria", with: "Yuliana F. Bria"), to: "b.csv")
    let reading = try read(folder)
    #expect(reading.registry.officials.count == 3)
    #expect(reading.registry.repeats == [.officials: 1])
    #expect(reading.registry.sources.map(\.counts.accepted) == [2, 2])
  }

  @Test func `a file that is there twice adds nothing`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.staff, to: "a.csv")
    try folder.write(Self.staff, to: "salinan/a.csv")
    try folder.write(Self.staff.replacing(",", with: ";"), to: "titik koma.csv")
    try folder.write(Self.staff.replacing("\n", with: "\r\n"), to: "crlf.csv")
    try folder.write(CSVSnifferTests.utf16(Self.staff, isLittle: true), to: "lebar.csv")
    let reading = try read(folder)
    #expect(reading.registry.officials.count == 2)
    #expect(reading.registry.repeats == [.officials: 8])
    #expect(reading.registry.sources.allSatisfy { $0.counts.accepted == 2 })
  }

  @Test func `rows of one key that disagree are both kept and reported`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.staff, to: "a.csv")
    try folder.write(
      """
      nip,nama,nik,tanggal_lahir,jenis_kelamin
      197904122005011001,Melkianus Ndaumanu,5314021204790002,1979-04-13,P

      """, to: "b.csv")
    let reading = try read(folder)
    #expect(reading.registry.officials.count == 3)
    let warnings = reading.registry.sources.flatMap(\.warnings).filter { $0.message.code == "rows-disagree" }
    #expect(Set(warnings.map(\.column)) == ["nik", "tanggal_lahir", "jenis_kelamin"])
    #expect(warnings.allSatisfy { $0.count == 1 && $0.lines == [2] })
  }

  @Test func `names of one NIP disagree only where they have no word in common`() throws {
    for (name, isReported) in [
      ("MELKIANUS NDAUMANU, S.E.", false), ("M. Ndaumanu", false), ("M. N.", false), ("Yosefina Tefa", true),
    ] {
      let folder = try ScratchFolder()
      try folder.write("nip,nama\n197904122005011001,Melkianus Ndaumanu\n", to: "a.csv")
      try folder.write("nip,nama\n197904122005011001,\"\(name)\"\n", to: "b.csv")
      let reading = try read(folder)
      #expect(reading.registry.officials.count == 2)
      let found = reading.registry.sources.flatMap(\.warnings).filter { $0.message.code == "rows-disagree" }
      #expect(found.map(\.column) == (isReported ? ["nama"] : []), "\(name)")
    }
  }

  @Test func `vendors and packages that disagree are reported, spelling apart`() throws {
    let folder = try ScratchFolder()
    try folder.write(
      """
      npwp,nama_perusahaan,nib
      01.417.093.0-922.000,CV. SINAR GEWANG,9120000100231
      014170930922000,CV Sinar Gewang,
      01.417.093.0-921.001,CV SINAR LAIN,9120000100232

      """, to: "penyedia.csv")
    try folder.write(
      """
      kd_tender,kd_lpse,nama_paket,pagu,hps
      10080101000,953,Jalan,100,90
      10080101000,953,Jalan,100,91
      10080101000,954,Jalan,200,90

      """, to: "paket.csv")
    let reading = try read(folder)
    #expect(reading.registry.vendors.count == 3)
    #expect(reading.registry.tenders.count == 3)
    let found = reading.registry.sources.map { source in
      source.warnings.filter { $0.message.code == "rows-disagree" }.map { "\($0.column)@\($0.lines)" }
    }
    #expect(found == [["hps@[3]"], ["nama_penyedia@[4]", "nib@[4]"]])
  }

  /// Sums over each table's rows, in their order.
  private func sums(_ registry: Registry) -> [Dataset: [ContentHash.Value]] {
    let counts: [Dataset: Int] = [
      .officials: registry.officials.count, .postings: registry.postings.count, .relatives: registry.relatives.count,
      .vendors: registry.vendors.count, .vendorPeople: registry.vendorPeople.count, .tenders: registry.tenders.count,
      .bids: registry.bids.count, .roles: registry.roles.count, .units: registry.units.count,
      .declarations: registry.declarations.count,
    ]
    return Dictionary(
      uniqueKeysWithValues: counts.map { dataset, count in
        (dataset, (0..<count).map { registry.contentHash(of: RowReference(dataset, $0)) })
      })
  }

  @Test(.enabled(if: Nearby.exports != nil, "fixtures/exports is beside the tests"))
  func `neither names nor folders nor threads change a row or the order of rows`() throws {
    let exports = try #require(Nearby.exports)
    let names = Nearby.files(in: exports, ending: ".csv")
    var random = Seeded(21)
    var expected: [Dataset: [ContentHash.Value]]?
    for turn in 0..<4 {
      let folder = try ScratchFolder()
      for (index, name) in names.shuffled(using: &random).enumerated() {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(exports)/\(name)"))
        try folder.write(
          bytes, to: turn == 0 ? name : "\(index % 3)/\(UInt64.random(in: 0...UInt64.max, using: &random)).txt")
      }
      let reading = try read(folder, threads: 1 + turn)
      let found = sums(reading.registry)
      #expect(found.values.map(\.count).reduce(0, +) > 100)
      #expect(expected ?? found == found)
      expected = found
      let paths = reading.registry.sources.map(\.path.utf8).map(Array.init)
      #expect(paths == paths.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func `a file over the limit is named, and one that feeds nothing is not`() throws {
    let folder = try ScratchFolder()
    let good = (10...28).map { "1979041220050110\($0),Nama \($0)\n" }.joined()
    try folder.write("nip,nama\n" + good + "x,y,z\n", to: "tepat.csv")
    try folder.write("nip,nama\n" + good + "x,y,z\n1\n", to: "lebih.csv")
    try folder.write("apa,saja\n1\n2\n3\n", to: "lain.csv")
    let reading = try read(folder)
    #expect(reading.overLimit.map(\.path) == ["lebih.csv"])
    #expect(reading.quarantine.count == 6)
    #expect(reading.registry.sources.map(\.counts.quarantined) == [3, 2, 1])
    #expect(reading.missingDatasets.count == 1)
  }

  @Test func `digests of a folder are those of the reading`() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.staff, to: "a.csv")
    try folder.write("", to: "kosong.csv")
    try folder.write("PK\u{3}\u{4}", to: "lembar.xlsx")
    let reading = try read(folder)
    let digests = try SourceReader.digests(of: [folder.path])
    #expect(Dictionary(uniqueKeysWithValues: reading.registry.sources.map { ($0.path, $0.digest) }) == digests)
    #expect(
      reading.faults.map { "\($0.path) \($0.message.code)" } == ["kosong.csv file-empty", "lembar.xlsx archive-broken"])
  }
}
