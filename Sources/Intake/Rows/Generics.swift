import Records

/// Takes away identifiers that too many rows of a file share under different names: they stand for "not known".
///
/// > Whoever must fill in a NIK and has none types the office's own, or the example of the form. Such a number would
/// > make one person of everybody who bears it.
struct Generics {
  /// A value on more rows than this, and on more than ``largestShare`` of them, is nobody's.
  static let mostRows = 20
  /// From 0 to 1.
  static let largestShare = 0.01
  /// A number that is one person's own stands under one name, in perhaps two spellings.
  private static let mostNames = 2
  /// How many counters the first look has; so few stay in the nearest cache.
  private static let counters = 4096

  private let limit: Int
  private let plans: [ReadingPlan]

  init(rowsRead: Int, plans: [ReadingPlan]) {
    limit = max(Self.mostRows, Int(Double(rowsRead) * Self.largestShare))
    self.plans = plans
  }

  func clear(from tables: inout FileTables, _ warnings: inout Warnings) {
    let arena = tables.arena
    clear(.nationalID, .officials, &tables.officials, arena, &warnings) {
      ($0.nationalID?.value, $0.name)
    } drop: {
      $0.nationalID = nil
    }
    clear(.phone, .officials, &tables.officials, arena, &warnings) {
      ($0.phone?.value, $0.name)
    } drop: {
      $0.phone = nil
    }
    clear(.nationalID, .relatives, &tables.relatives, arena, &warnings) {
      ($0.nationalID?.value, $0.name)
    } drop: {
      $0.nationalID = nil
    }
    clear(.phone, .relatives, &tables.relatives, arena, &warnings) {
      ($0.phone?.value, $0.name)
    } drop: {
      $0.phone = nil
    }
    clear(.nationalID, .vendorPeople, &tables.vendorPeople, arena, &warnings) {
      ($0.nationalID?.value, $0.name)
    } drop: {
      $0.nationalID = nil
    }
    clear(.phone, .vendorPeople, &tables.vendorPeople, arena, &warnings) {
      ($0.phone?.value, $0.name)
    } drop: {
      $0.phone = nil
    }
    clear(.phone, .vendors, &tables.vendors, arena, &warnings) {
      ($0.phone?.value, $0.vendor.name)
    } drop: {
      $0.phone = nil
    }
  }

  /// - Parameters:
  ///   - read: A row's identifier as a number, and the name beside it.
  ///   - drop: Empties the identifier.
  private func clear<Record: Row>(
    _ field: Field, _ dataset: Dataset, _ rows: inout [Record], _ arena: TextArena, _ warnings: inout Warnings,
    _ read: (Record) -> (number: UInt64?, name: TextID), drop: (inout Record) -> Void
  ) {
    guard rows.count > limit else { return }
    // Few files have such a value, so a first look counts by parts of the numbers, which costs next to nothing.
    var counts = [Int](repeating: 0, count: Self.counters)
    for row in rows {
      if let number = read(row).number { counts[Self.counter(of: number)] += 1 }
    }
    guard counts.contains(where: { $0 > limit }) else { return }
    var places: [UInt64: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      guard let number = read(row).number, counts[Self.counter(of: number)] > limit else { continue }
      places[number, default: []].append(index)
    }
    let plan = plans.first { $0.dataset == dataset && $0.has(field) }
    let column = plan.flatMap { plan in plan[field].map { plan.columnNames[$0] } } ?? ""
    for found in places.values.filter({ $0.count > limit }).sorted(by: { $0[0] < $1[0] }) {
      var names: Set<String> = []
      for index in found where names.count <= Self.mostNames {
        names.insert(ColumnName.normalForm(arena.string(read(rows[index]).name)))
      }
      guard names.count > Self.mostNames else { continue }
      for index in found {
        drop(&rows[index])
        warnings.add(.generic(field), column: column, line: Int(rows[index].source.line))
      }
    }
  }

  private static func counter(of value: UInt64) -> Int {
    Int(truncatingIfNeeded: (value &* 0x9e37_79b9_7f4a_7c15) >> 52)
  }
}

extension Diagnostic.Message {
  fileprivate static func generic(_ field: Field) -> Self {
    Self(
      code: field == .phone ? "phone-generic" : "nik-generic",
      problem: "one \(field == .phone ? "telephone number" : "NIK") stands on too many rows under different names",
      remedy: "ask the office for the persons' own numbers; until then this one tells nothing of them")
  }
}
