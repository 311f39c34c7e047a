import Records

/// Families of officials and vendors' people, some of whom are of those families, with gaps and slips.
///
/// No name is shortened to an initial: which of a person's rows comes first then decides how common the name counts.
struct InventedProvince {
  private(set) var rows = InventedRegistry()
  private var random: Seeded

  init(seed: UInt64, families: Int, strangers: Int) {
    random = Seeded(seed)
    for family in 0..<families {
      let house = random.pick(Self.houses)
      rows.official(family, "\(random.pick(Self.given)) \(house)", facts(sparse: false))
      for relation in ["Istri", "Anak", "Saudara"] {
        let name = "\(random.pick(Self.given)) \(relation == "Istri" ? random.pick(Self.houses) : house)"
        let facts = facts(sparse: false)
        rows.relative(name, relation, of: family, thinned(facts))
        guard random.below(8) == 0 else { continue }
        let vendor = "CV \(random.below(families))"
        for _ in 0...random.below(2) { rows.vendorPerson(slipped(name), in: vendor, thinned(facts)) }
      }
    }
    for _ in 0..<strangers {
      rows.vendorPerson(
        "\(random.pick(Self.given)) \(random.pick(Self.houses))", in: "CV \(random.below(families))",
        facts(sparse: true))
    }
  }

  private static let given = [
    "Maria", "Yohanes", "Petrus", "Paulus", "Agustina", "Yustina", "Kristina", "Dominikus", "Marselinus", "Wilhelmina",
    "Benediktus", "Yasinta", "Oktaviana", "Leonardus", "Skolastika", "Emanuel", "Fransiska", "Hironimus", "Imelda",
  ]
  private static let houses = [
    "Nahak", "Bria", "Klau", "Seran", "Fallo", "Lay", "Mau", "Tnunay", "Banunaek", "Nenobais", "Sonbai", "Amtiran",
    "Taolin", "Manubulu", "Hornai", "Bouk", "Berek", "Tefa", "Kollo", "Usfinit", "Atok", "Naisali", "Lopo",
  ]

  private mutating func facts(sparse: Bool) -> InventedRegistry.Facts {
    var facts = InventedRegistry.Facts()
    let (year, month, day) = (1950 + random.below(55), 1 + random.below(12), 1 + random.below(28))
    let isWoman = random.below(2) == 0
    facts.born = CalendarDate(year: year, month: month, day: day)?.description
    facts.sex = isWoman ? .female : .male
    let digits = ((day + (isWoman ? 40 : 0)) * 100 + month) * 100 + year % 100
    facts.nik = UInt64((537_101 * 1_000_000 + digits) * 10_000 + 1 + random.below(9_000))
    facts.address = "Jl. \(random.pick(Self.houses)) No. \(1 + random.below(90)), \(random.pick(Self.given))"
    facts.phone = 81_000_000_000 + UInt64(random.below(1_000_000))
    return sparse ? thinned(facts) : facts
  }

  private mutating func thinned(_ facts: InventedRegistry.Facts) -> InventedRegistry.Facts {
    var facts = facts
    if random.below(2) == 0 { facts.nik = nil }
    if random.below(3) == 0 { facts.born = nil }
    if random.below(2) == 0 { facts.address = "" }
    if random.below(2) == 0 { facts.phone = nil }
    if random.below(3) == 0 { facts.sex = nil }
    return facts
  }

  private mutating func slipped(_ name: String) -> String {
    switch random.below(5) {
    case 0: name.split(separator: " ").reversed().joined(separator: " ")
    case 1: "Hj. \(name)"
    case 2: name.uppercased() + ", S.E."
    default: name
    }
  }
}
