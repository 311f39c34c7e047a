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
  /// Counts numbers by a part of each, which costs next to nothing: few files have one that stands on many rows.
  struct Counters {
    /// So few stay in the nearest cache.
    private var counts = [UInt32](repeating: 0, count: 4096)

    mutating func note(_ value: UInt64) { counts[Self.place(of: value)] &+= 1 }

    /// Whether some number may stand on more rows.
    func exceed(_ limit: Int) -> Bool { counts.contains { $0 > limit } }

    func count(of value: UInt64) -> Int { Int(counts[Self.place(of: value)]) }

    private static func place(of value: UInt64) -> Int {
      Int(truncatingIfNeeded: (value &* 0x9e37_79b9_7f4a_7c15) >> 52)
    }
  }

  private let limit: Int
  private let plans: [ReadingPlan]
  private let relatives: (numbers: Counters, phones: Counters)

  /// - Parameter relatives: What was counted as relatives were read; theirs is the longest table.
  init(rowsRead: Int, plans: [ReadingPlan], relatives: (numbers: Counters, phones: Counters)) {
    limit = max(Self.mostRows, Int(Double(rowsRead) * Self.largestShare))
    self.plans = plans
    self.relatives = relatives
  }

  func clear(from tables: inout FileTables, _ warnings: inout Warnings) {
    let arena = tables.arena
    for row in find(.nationalID, .officials, tables.officials, arena, &warnings, { $0.nationalID?.value }, \.name) {
      tables.officials[row].nationalID = nil
    }
    for row in find(.phone, .officials, tables.officials, arena, &warnings, { $0.phone?.value }, \.name) {
      tables.officials[row].phone = nil
    }
    let numbers = find(
      .nationalID, .relatives, tables.relatives, arena, &warnings, { $0.nationalID?.value }, \.name,
      counts: relatives.numbers)
    let phones = find(
      .phone, .relatives, tables.relatives, arena, &warnings, { $0.phone?.value }, \.name, counts: relatives.phones)
    clear(numbers, phones, from: &tables.relatives)
    for row in find(
      .nationalID, .vendorPeople, tables.vendorPeople, arena, &warnings, { $0.nationalID?.value }, \.name)
    {
      tables.vendorPeople[row].nationalID = nil
    }
    for row in find(.phone, .vendorPeople, tables.vendorPeople, arena, &warnings, { $0.phone?.value }, \.name) {
      tables.vendorPeople[row].phone = nil
    }
    for row in find(.phone, .vendors, tables.vendors, arena, &warnings, { $0.phone?.value }, \.vendor.name) {
      tables.vendors[row].phone = nil
    }
  }

  /// Seldom has a file such identifiers, so the table is left alone where it has none.
  private func clear(_ numbers: [Int], _ phones: [Int], from relatives: inout RelativeTable) {
    if numbers.isEmpty, phones.isEmpty { return }
    let (numbers, phones) = (Set(numbers), Set(phones))
    relatives.change { row, relative in
      if numbers.contains(row) { relative.nationalID = nil }
      if phones.contains(row) { relative.phone = nil }
    }
  }

  /// - Parameters:
  ///   - number: A row's identifier as a number.
  ///   - name: The name beside it.
  ///   - counts: What was counted before; `nil` to count.
  /// - Returns: The rows whose identifier tells nothing.
  private func find<Rows: RandomAccessCollection<Record>, Record: Row>(
    _ field: Field, _ dataset: Dataset, _ rows: Rows, _ arena: TextArena, _ warnings: inout Warnings,
    _ number: @escaping (Record) -> UInt64?, _ name: KeyPath<Record, TextID>, counts: Counters? = nil
  ) -> [Int] where Rows.Index == Int {
    guard rows.count > limit else { return [] }
    let counts = counts ?? self.counts(rows.lazy.compactMap(number))
    guard counts.exceed(limit) else { return [] }
    var places: [UInt64: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      guard let number = number(row), counts.count(of: number) > limit else { continue }
      places[number, default: []].append(index)
    }
    let plan = plans.first { $0.dataset == dataset && $0.has(field) }
    let column = plan.flatMap { plan in plan[field].map { plan.columnNames[$0] } } ?? ""
    var rowsFound: [Int] = []
    for found in places.values.filter({ $0.count > limit }).sorted(by: { $0[0] < $1[0] }) {
      var names: Set<String> = []
      for index in found where names.count <= Self.mostNames {
        names.insert(ColumnName.normalForm(arena.string(rows[index][keyPath: name])))
      }
      guard names.count > Self.mostNames else { continue }
      for index in found { warnings.add(.generic(field), column: column, line: Int(rows[index].source.line)) }
      rowsFound += found
    }
    return rowsFound
  }

  private func counts(_ numbers: some Sequence<UInt64>) -> Counters {
    var counts = Counters()
    for number in numbers { counts.note(number) }
    return counts
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
