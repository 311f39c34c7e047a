import Records

@testable import Screening

/// A registry of people drawn from few values, so that facts agree, slip, differ and are missing.
struct InventedPeople {
  private(set) var registry = Registry()
  private var random: UInt64

  init(seed: UInt64, rows: Int) {
    random = seed
    registry.arenas = [TextArena()]
    for _ in 0..<rows {
      let place = SourceLocation(file: FileID(index: 0), line: 1, position: 0)
      if let nip = CivilServantID(value: 198_001_012_010_011_001 + UInt64(registry.relatives.count)) {
        var relative = Relative(source: place, official: nip)
        relative.name = registry.arenas[0].intern(pick(Self.names))
        relative.relation = registry.arenas[0].intern(pick(["Istri", "Anak", "Ayah", "Kakak"]))
        relative.nationalID = number()
        relative.birthDate = date()
        relative.address = registry.arenas[0].intern(pick(Self.addresses))
        relative.phone = phone()
        registry.relatives.append(relative)
      }
      var person = VendorPerson(source: place)
      person.name = registry.arenas[0].intern(pick(Self.names))
      person.nationalID = number()
      person.birthDate = date()
      person.sex = pick([nil, .male, .female])
      person.address = registry.arenas[0].intern(pick(Self.addresses))
      person.phone = phone()
      registry.vendorPeople.append(person)
    }
  }

  func people(_ night: CalendarDate) -> People {
    Linker(
      registry: registry, policy: ScreeningPolicy(night: night), directory: VendorDirectory(registry), threads: 1
    ).people()
  }

  private static let names = [
    "Maria Nahak", "MARIA NAHAK, S.E.", "Nahak Maria", "M. Nahak", "Maria G. Nahak", "Maria Bria", "Yohanes Bria",
    "Johannes Bria", "Yohnaes Bria", "Suharto", "Nur Hayati", "Nurhayati", "Alm. Petrus Klau", "Ny. Petrus Klau",
    "Ahmad bin Yusuf", "Ahmad", "Frans Seran", "Fransiskus Seran",
  ]
  private static let addresses = [
    "", "Jl. Bukit No. 1, Kel. Oehani", "jalan bukit 1 oehani", "Jl. Bukit No. 9, Oehani", "Jl. Gading 3, Kupang",
  ]

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return values[Int(random >> 33) % values.count]
  }

  private mutating func number() -> NationalID? {
    let numbers: [UInt64?] = [
      nil, nil, 5_371_015_203_850_002, 5_371_015_203_850_012, 5_371_015_203_850_010, 5_371_011_203_850_003,
    ]
    return pick(numbers).flatMap { NationalID(value: $0) }
  }

  private mutating func date() -> CalendarDate? {
    let dates: [(Int, Int, Int)?] = [
      nil, (1985, 3, 12), (1985, 12, 3), (1985, 3, 13), (1985, 7, 1), (1958, 3, 12), (1990, 1, 1), (2015, 4, 4),
    ]
    return pick(dates).flatMap { CalendarDate(year: $0.0, month: $0.1, day: $0.2) }
  }

  private mutating func phone() -> PhoneNumber? {
    let phones: [UInt64?] = [nil, nil, 81_000_000_001, 81_000_000_002]
    return pick(phones).flatMap { PhoneNumber(value: $0) }
  }
}
