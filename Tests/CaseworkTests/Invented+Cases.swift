import Records

@testable import Casework

extension Invented {
  /// Two cases: a wife who directs the winner (three findings), and a child who is a partner of a bidder (one).
  static let twoCases: Invented = {
    var world = Invented()
    let officials = world.addSource("asn.csv", [.officials], rows: 2)
    let relatives = world.addSource("keluarga.csv", [.relatives], rows: 2, quarantined: 1)
    let people = world.addSource("pengurus.csv", [.vendorPeople], rows: 2)
    let tenders = world.addSource("paket.csv", [.tenders, .roles], rows: 2)
    world.addPeople(officials, relatives, people)
    world.addPackages(tenders)
    world.addLinks()
    world.addFindings()
    world.quarantine = [
      QuarantinedRow(
        location: world.place(relatives, line: 9),
        message: .init(code: "fields-fewer", problem: "the row has 3 fields, not 5", remedy: "correct the row"),
        text: "197804122003121001;5371014504800001;Maria Bere")
    ]
    world.judgement.coverage = [
      RuleCoverage(
        rule: "kin-holds-bidder", packages: 10, clear: 5, flagged: 2,
        unchecked: [.init(code: "owners", datum: Phrase("pengurus penyedia", "the vendor's people"), count: 3)])
    ]
    world.judgement.remarks = [
      .init(code: "relation-unknown", phrase: Phrase("istilah asing", "unknown term"), count: 1)
    ]
    return world
  }()

  private mutating func addPeople(_ officials: FileID, _ relatives: FileID, _ people: FileID) {
    for (index, (nip, name)) in [(Self.nip, "Yohanes Lado, S.T."), (Self.otherNIP, "Ana Doko")].enumerated() {
      var official = Official(source: place(officials, line: UInt32(index + 2)), nip: nip)
      official.name = text(name, in: officials)
      official.unit = text("Dinas Pekerjaan Umum", in: officials)
      registry.officials.append(official)
    }
    for (index, (nip, name, relation, nik, born)) in [
      (Self.nip, "Maria Bere", "istri", Self.wifeNIK, Self.date(1980, 4, 5)),
      (Self.otherNIP, "Ria Putri Doko", "anak", Self.childNIK, Self.date(2012, 3, 20)),
    ].enumerated() {
      var relative = Relative(source: place(relatives, line: UInt32(index + 2)), official: nip)
      relative.name = text(name, in: relatives)
      relative.relation = text(relation, in: relatives)
      relative.key = text("K-\(index + 1)", in: relatives)
      relative.nationalID = nik
      relative.birthDate = born
      registry.relatives.append(relative)
    }
    for (index, (name, role, company)) in [
      ("MARIA BERE", "Direktur", "CV Mitra Karya"), ("RIA P DOKO", "Persero", "CV Bukit Timur"),
    ].enumerated() {
      var person = VendorPerson(source: place(people, line: UInt32(index + 2)))
      person.name = text(name, in: people)
      person.role = text(role, in: people)
      person.key = text("P-\(index + 1)", in: people)
      person.vendor.name = text(company, in: people)
      person.vendor.taxID = index == 0 ? Self.company : nil
      person.period = Period(from: Self.date(2019, 1, 15), to: nil)
      registry.vendorPeople.append(person)
    }
  }

  private mutating func addPackages(_ file: FileID) {
    for (index, name) in ["Rehabilitasi Gedung Sekolah", "Sosialisasi Anti Korupsi"].enumerated() {
      var tender = Tender(source: place(file, line: UInt32(index + 2)))
      tender.package.code = text("1002451\(index)", in: file)
      tender.name = text(name, in: file)
      registry.tenders.append(tender)
      var role = Role(source: place(file, line: UInt32(index + 2)), nip: index == 0 ? Self.nip : Self.otherNIP)
      role.role = text("PPK", in: file)
      registry.roles.append(role)
      judgement.packages.append(
        PackageProfile(
          code: "1002451\(index)", name: name, unit: "Dinas Pekerjaan Umum",
          period: Period(from: Self.date(2024, 2, 1), to: Self.date(2024, 5, 30)), rows: [RowReference(.tenders, index)]
        ))
    }
    judgement.officials = [
      OfficialProfile(
        nip: Self.nip, name: "Yohanes Lado, S.T.", unit: "Dinas Pekerjaan Umum", rows: [RowReference(.officials, 0)]),
      OfficialProfile(
        nip: Self.otherNIP, name: "Ana Doko", unit: "Dinas Pekerjaan Umum", rows: [RowReference(.officials, 1)]),
    ]
    judgement.vendors = [
      VendorProfile(
        key: "npwp:012345674", name: "CV Mitra Karya", taxID: Self.company, code: "88121",
        rows: [RowReference(.vendorPeople, 0)]),
      VendorProfile(
        key: "nama:bukit timur", name: "CV Bukit Timur", taxID: nil, code: "", rows: [RowReference(.vendorPeople, 1)]),
    ]
  }

  private mutating func addLinks() {
    judgement.links = [
      PersonLink(
        kind: .relative, nip: Self.nip, governmentRow: RowReference(.relatives, 0),
        vendorRow: RowReference(.vendorPeople, 0),
        comparisons: [
          Comparison(
            subject: .name, level: "equal", verdict: .agrees, bits: 9.1204,
            phrase: Phrase("nama sama", "names equal"), left: "Maria Bere", right: "MARIA BERE"),
          Comparison(
            subject: .nationalID, level: "equal", verdict: .agrees, bits: 21.5,
            phrase: Phrase("NIK sama", "NIK equal"), left: "5371014504800001", right: "5371014504800001"),
          Comparison(
            subject: .address, level: "differs", verdict: .against, bits: -1.25,
            phrase: Phrase("alamat berbeda", "addresses differ"), left: "Jl. Kelapa 3", right: "Jl. Jati 8"),
        ],
        priorBits: -14, probability: 0.99999, grade: .a, expectedNamesakes: 3.4),
      PersonLink(
        kind: .relative, nip: Self.otherNIP, governmentRow: RowReference(.relatives, 1),
        vendorRow: RowReference(.vendorPeople, 1),
        comparisons: [
          Comparison(
            subject: .name, level: "initials", verdict: .agrees, bits: 11, phrase: Phrase("nama mirip", "names alike"),
            left: "Ria Putri Doko", right: "RIA P DOKO")
        ],
        priorBits: -14, probability: 0.81, grade: .d, expectedNamesakes: 0.2),
    ]
  }
}
