import Records
import Testing

@Suite struct ContentHashTests {
  private static let night = CalendarDate(year: 2026, month: 11, day: 23)
  private static let day = CalendarDate(year: 1980, month: 3, day: 2)
  private static let place = Records.SourceLocation(file: FileID(index: 0), line: 2, position: 40)
  private static let elsewhere = Records.SourceLocation(file: FileID(index: 7), line: 99, position: 4_000)

  /// Checks that each change, and each pair of changes, makes another content.
  private func expectAllDiffer<Record: Row>(
    _ base: Record, _ arena: TextArena, _ changes: [(inout Record) -> Void],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let hash = ContentHash(arena: arena)
    var seen: Set<ContentHash.Value> = [hash.value(of: base)]
    var moved = base
    moved.source = Self.elsewhere
    #expect(seen.contains(hash.value(of: moved)), "the place is no content", sourceLocation: sourceLocation)
    for (index, change) in changes.enumerated() {
      var changed = base
      change(&changed)
      #expect(seen.insert(hash.value(of: changed)).inserted, "change \(index)", sourceLocation: sourceLocation)
      for (other, further) in changes.enumerated().dropFirst(index + 1) {
        var twice = changed
        further(&twice)
        #expect(
          seen.insert(hash.value(of: twice)).inserted, "changes \(index) and \(other)", sourceLocation: sourceLocation)
      }
    }
  }

  private func nip(_ value: UInt64 = 197_804_122_003_122_001) throws -> CivilServantID {
    try #require(CivilServantID(value: value))
  }

  @Test func `an official differs by each field`() throws {
    var arena = TextArena()
    let text = arena.intern("Kupang")
    let other = try nip(197_804_122_003_122_002)
    let nik = NationalID(value: 5_371_010_203_800_001)
    let phone = PhoneNumber(value: 81_238_001_234)
    let changed = Official(source: Self.place, nip: other)
    let base = Official(source: Self.place, nip: try nip())
    expectAllDiffer(
      base, arena,
      [
        { $0.nationalID = nik }, { $0.name = text }, { $0.birthPlace = text }, { $0.birthDate = Self.day },
        { $0.sex = .female }, { $0.unit = text }, { $0.position = text }, { $0.period.from = Self.night },
        { $0.period.to = Self.night }, { $0.address = text }, { $0.phone = phone },
      ])
    let hash = ContentHash(arena: arena)
    #expect(hash.value(of: changed) != hash.value(of: base))
  }

  @Test func `a relative differs by each field`() throws {
    var arena = TextArena()
    let text = arena.intern("Kupang")
    let nik = NationalID(value: 5_371_010_203_800_001)
    let phone = PhoneNumber(value: 81_238_001_234)
    expectAllDiffer(
      Relative(source: Self.place, official: try nip()), arena,
      [
        { $0.part = 3 }, { $0.relation = text }, { $0.key = text }, { $0.name = text }, { $0.nationalID = nik },
        { $0.birthPlace = text }, { $0.birthDate = Self.day }, { $0.sex = .male }, { $0.occupation = text },
        { $0.address = text }, { $0.phone = phone }, { $0.isAlive = true }, { $0.declaredOn = Self.night },
      ])
    let hash = ContentHash(arena: arena)
    var alive = Relative(source: Self.place, official: try nip())
    var dead = alive
    (alive.isAlive, dead.isAlive) = (true, false)
    #expect(hash.value(of: alive) != hash.value(of: dead))
  }

  @Test func `a vendor differs by each field`() {
    var arena = TextArena()
    let text = arena.intern("CV SINAR")
    let npwp = TaxID(value: 14_170_930_922_000)
    let nib = BusinessID(value: 9_120_000_100_231)
    let phone = PhoneNumber(value: 81_238_001_234)
    expectAllDiffer(
      Vendor(source: Self.place), arena,
      [
        { $0.vendor.taxID = npwp }, { $0.vendor.personalID = NationalID(value: 14_170_930_922_000) },
        { $0.vendor.code = text }, { $0.vendor.name = text }, { $0.businessID = nib },
        { $0.legalForm = text }, { $0.address = text }, { $0.phone = phone }, { $0.registeredOn = Self.night },
      ])
  }

  @Test func `a vendor's person differs by each field`() {
    var arena = TextArena()
    let text = arena.intern("CV SINAR")
    let npwp = TaxID(value: 14_170_930_922_000)
    let nik = NationalID(value: 5_371_010_203_800_001)
    let phone = PhoneNumber(value: 81_238_001_234)
    expectAllDiffer(
      VendorPerson(source: Self.place), arena,
      [
        { $0.key = text }, { $0.vendor.taxID = npwp }, { $0.vendor.code = text }, { $0.vendor.name = text },
        { $0.name = text }, { $0.role = text }, { $0.nationalID = nik }, { $0.taxID = npwp }, { $0.birthPlace = text },
        { $0.birthDate = Self.day }, { $0.sex = .male }, { $0.address = text }, { $0.phone = phone },
        { $0.share = Share(notation: .bare, amount: 30_000_000) }, { $0.period.from = Self.night },
        { $0.period.to = Self.night }, { $0.isCompany = true },
      ])
    let hash = ContentHash(arena: arena)
    var percent = VendorPerson(source: Self.place)
    var sheets = percent
    percent.share = Share(notation: .ofWhole, amount: 300)
    sheets.share = Share(notation: .sheets, amount: 300)
    #expect(hash.value(of: percent) != hash.value(of: sheets))
  }

  @Test func `a tender differs by each field`() {
    var arena = TextArena()
    let text = arena.intern("10080101000")
    let npwp = TaxID(value: 14_170_930_922_000)
    let money = Money(sen: -1)
    expectAllDiffer(
      Tender(source: Self.place), arena,
      [
        { $0.package.code = text }, { $0.package.service = text }, { $0.name = text }, { $0.unit = text },
        { $0.unitCode = text }, { $0.government = text }, { $0.year = 2025 }, { $0.method = text },
        { $0.ceiling = money }, { $0.estimate = money }, { $0.announcedOn = Self.day }, { $0.awardedOn = Self.day },
        { $0.contractedOn = Self.day }, { $0.winner.taxID = npwp }, { $0.winner.code = text },
        { $0.winner.name = text }, { $0.contractValue = money },
      ])
  }

  @Test func `a bid differs by each field`() {
    var arena = TextArena()
    let text = arena.intern("10080101000")
    let npwp = TaxID(value: 14_170_930_922_000)
    expectAllDiffer(
      Bid(source: Self.place), arena,
      [
        { $0.package.code = text }, { $0.package.service = text }, { $0.vendor.taxID = npwp },
        { $0.vendor.code = text }, { $0.vendor.name = text }, { $0.bidValue = Money(sen: 0) },
        { $0.outcome = .contracted }, { $0.reason = text },
      ])
  }

  @Test func `postings, roles, units and declarations differ by each field`() throws {
    var arena = TextArena()
    let text = arena.intern("Dinas Kesehatan")
    let npwp = TaxID(value: 14_170_930_922_000)
    expectAllDiffer(
      Posting(source: Self.place, nip: try nip()), arena,
      [
        { $0.unit = text }, { $0.position = text }, { $0.period.from = Self.night }, { $0.period.to = Self.night },
      ])
    expectAllDiffer(
      Role(source: Self.place, nip: try nip()), arena,
      [
        { $0.package.code = text }, { $0.package.service = text }, { $0.role = text }, { $0.decreedOn = Self.day },
        { $0.period.from = Self.night }, { $0.period.to = Self.night },
      ])
    expectAllDiffer(
      Unit(source: Self.place), arena,
      [{ $0.name = text }, { $0.code = text }, { $0.shortName = text }, { $0.government = text }])
    expectAllDiffer(
      Declaration(source: Self.place, nip: try nip()), arena,
      [
        { $0.vendor.taxID = npwp }, { $0.vendor.code = text }, { $0.vendor.name = text }, { $0.package.code = text },
        { $0.package.service = text }, { $0.action = text }, { $0.date = Self.day },
      ])
  }

  @Test func `equal rows of different arenas have equal sums`() throws {
    var one = TextArena()
    var other = TextArena()
    for filler in 0..<500 { _ = other.intern("pengisi \(filler)") }
    func official(_ arena: inout TextArena) throws -> Official {
      var official = Official(source: Self.place, nip: try nip())
      official.birthPlace = arena.intern("Ba'a")
      official.name = arena.append("Melkianus Ndaumanu".bytes.span)
      official.unit = arena.intern("Dinas Pekerjaan Umum")
      return official
    }
    let (left, right) = (try official(&one), try official(&other))
    #expect(left.name != right.name)
    #expect(ContentHash(arena: one).value(of: left) == ContentHash(arena: other).value(of: right))
  }

  @Test func `a registry finds a row's place, text and sums by its reference`() throws {
    var registry = Registry()
    var arena = TextArena()
    var relative = Relative(source: Self.place, official: try nip())
    relative.name = arena.intern("Welmintje Foeh")
    relative.part = 4
    registry.relatives = RelativeTable([relative])
    registry.arenas = [arena]
    registry.sources = [
      SourceFile(
        path: "keluarga/keluarga.csv", byteCount: 1, digest: "", form: "csv , utf-8", datasets: [.relatives],
        counts: .init(),
        warnings: [], unknownColumns: [])
    ]
    let row = RowReference(.relatives, 0)
    #expect(registry.location(of: row) == Self.place)
    #expect(registry.part(of: row) == 4)
    #expect(registry.contentHash(of: row) == ContentHash(arena: arena).value(of: relative))
    #expect(registry.text(relative.name, at: relative.source) == "Welmintje Foeh")
    #expect(registry.text(.none, at: relative.source).isEmpty)
    #expect(registry.citation(Self.place) == "keluarga/keluarga.csv#2")
  }
}
