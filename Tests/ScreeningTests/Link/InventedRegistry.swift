import Records

@testable import Screening

/// A registry of rows that a test writes out one by one, all of one file.
struct InventedRegistry {
  var registry = Registry()

  /// What a row tells beside the name.
  struct Facts {
    var nik: UInt64?
    var born: String?
    var address = ""
    var phone: UInt64?
    var sex: Sex?
  }

  static let night = CalendarDate(year: 2026, month: 11, day: 23)!

  /// Officials' numbers, of people who were born in 1980.
  static func nip(_ serial: Int) -> CivilServantID { CivilServantID(value: 198_001_012_010_011_001 + UInt64(serial))! }

  init() {
    registry.arenas = [TextArena()]
    registry.sources = [
      SourceFile(
        path: "a.csv", byteCount: 0, digest: "", form: "csv", datasets: [], counts: .init(), warnings: [],
        unknownColumns: [])
    ]
  }

  mutating func official(_ serial: Int, _ name: String, _ facts: Facts = Facts()) {
    var row = Official(source: place(registry.officials.count), nip: Self.nip(serial))
    row.name = text(name)
    row.nationalID = facts.nik.flatMap { NationalID(value: $0) }
    row.birthDate = facts.born.flatMap { CalendarDate(iso: $0) }
    row.address = text(facts.address)
    row.phone = facts.phone.flatMap { PhoneNumber(value: $0) }
    row.sex = facts.sex
    registry.officials.append(row)
  }

  mutating func relative(_ name: String, _ relation: String, of official: Int, _ facts: Facts = Facts()) {
    var row = Relative(source: place(registry.relatives.count), official: Self.nip(official))
    row.name = text(name)
    row.relation = text(relation)
    row.nationalID = facts.nik.flatMap { NationalID(value: $0) }
    row.birthDate = facts.born.flatMap { CalendarDate(iso: $0) }
    row.address = text(facts.address)
    row.phone = facts.phone.flatMap { PhoneNumber(value: $0) }
    row.sex = facts.sex
    registry.relatives.append(row)
  }

  mutating func vendorPerson(_ name: String, in vendor: String, _ facts: Facts = Facts()) {
    var row = VendorPerson(source: place(registry.vendorPeople.count))
    row.name = text(name)
    row.vendor.name = text(vendor)
    row.nationalID = facts.nik.flatMap { NationalID(value: $0) }
    row.birthDate = facts.born.flatMap { CalendarDate(iso: $0) }
    row.address = text(facts.address)
    row.phone = facts.phone.flatMap { PhoneNumber(value: $0) }
    row.sex = facts.sex
    registry.vendorPeople.append(row)
  }

  private func place(_ row: Int) -> SourceLocation {
    SourceLocation(file: FileID(index: 0), line: UInt32(row + 2), position: 0)
  }

  private mutating func text(_ text: String) -> TextID { registry.arenas[0].intern(text) }
}

extension Registry {
  func linker(threads: Int = 1) -> Linker {
    Linker(
      registry: self, policy: ScreeningPolicy(night: InventedRegistry.night), directory: VendorDirectory(self),
      threads: threads)
  }

  func links(threads: Int = 1) -> [PersonLink] { linker(threads: threads).link().links }
}

extension PersonLink {
  subscript(subject: Comparison.Subject) -> Comparison? { comparisons.first { $0.subject == subject } }

  /// Both names as written.
  var names: String { "\(self[.name]?.left ?? "") = \(self[.name]?.right ?? "")" }
}
