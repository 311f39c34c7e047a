import Records

/// The linker's result as it is kept for later nights, on which the same people need not be compared again.
///
/// What it rests on is stated in full: the files that people and vendors come from, which rows are of one vendor, and
/// the policy. Packages and bids come and go without it.
struct KeptLinks {
  private let shelf: any Shelf
  /// For each vendor's person the first one of the same vendor; -1 for none.
  private let vendors: [Int]
  /// For each vendor with people, in their order, how many rows of the vendors' table it has, and these.
  private let seats: [Int]
  private let name: String

  /// The tables that linking reads.
  private static let datasets: [Dataset] = [.officials, .relatives, .vendors, .vendorPeople]

  init(_ registry: Registry, _ directory: VendorDirectory, _ policy: ScreeningPolicy, on shelf: any Shelf) {
    self.shelf = shelf
    var first: [Int: Int] = [:]
    var seats: [Int] = []
    vendors = directory.ofPerson.enumerated().map { row, vendor in
      guard vendor >= 0 else { return -1 }
      if let known = first[vendor] { return known }
      first[vendor] = row
      let rows = directory.vendors[vendor].rows.filter { $0.dataset == .vendors }.map(\.index)
      seats += [rows.count] + rows
      return row
    }
    self.seats = seats
    let files = registry.sources.filter { !Set($0.datasets).isDisjoint(with: Self.datasets) }
    let parts =
      policy.thresholds.map { "\($0.name)=\($0.value)" } + [policy.model.version, policy.nameFrequencies.version]
      + files.flatMap { [$0.digest, $0.path] }
    // Ages count in years, so that within a year all nights compare alike.
    name = "links \(policy.night.year) " + parts.joined(separator: "\n")
  }

  func load() -> Linker.Result? {
    guard var reader = shelf.reader(of: name) else { return nil }
    do {
      guard try reader.all(Int.self) == vendors, try reader.all(Int.self) == seats else { return nil }
      var result = Linker.Result()
      result.uncompared = try reader.value()
      result.spellings = try reader.value()
      result.links = try reader.links()
      result.vendorLinks = try reader.links()
      return reader.isAtEnd() ? result : nil
    } catch {
      return nil
    }
  }

  func keep(_ result: Linker.Result) {
    guard var writer = shelf.writer(of: name) else { return }
    writer.put(all: vendors)
    writer.put(all: seats)
    writer.put(result.uncompared)
    writer.put(result.spellings)
    writer.put(result.links)
    writer.put(result.vendorLinks)
    writer.close()
  }
}

extension KeptWriter {
  fileprivate mutating func put(_ links: [PersonLink]) {
    put(links.count)
    for link in links {
      put(link.kind.rawValue)
      put(link.nip)
      put(link.governmentRow)
      put(link.vendorRow)
      put(link.comparisons.count)
      for comparison in link.comparisons {
        put(comparison.subject.rawValue)
        put(comparison.level)
        put(comparison.verdict.rawValue)
        put(comparison.bits)
        put(comparison.phrase)
        put(comparison.left)
        put(comparison.right)
      }
      put(link.priorBits)
      put(link.probability)
      put(link.grade.rawValue)
      put(link.expectedNamesakes)
    }
  }

  private mutating func put(_ row: RowReference) {
    put(row.dataset.rawValue)
    put(row.index)
  }
}

extension KeptReader {
  fileprivate mutating func links() throws(Damage) -> [PersonLink] {
    let count = try value(Int.self)
    var links: [PersonLink] = []
    for _ in 0..<max(0, count) {
      let kind = try one(PersonLink.Kind.self)
      let nip = try value(CivilServantID?.self)
      let rows = (try row(), try row())
      var comparisons: [Comparison] = []
      for _ in 0..<max(0, try value(Int.self)) {
        comparisons.append(
          Comparison(
            subject: try one(), level: try text(), verdict: try one(), bits: try value(), phrase: try phrase(),
            left: try text(), right: try text()))
      }
      links.append(
        PersonLink(
          kind: kind, nip: nip, governmentRow: rows.0, vendorRow: rows.1, comparisons: comparisons,
          priorBits: try value(), probability: try value(), grade: try one(), expectedNamesakes: try value()))
    }
    return links
  }

  private mutating func one<Value: RawRepresentable<String>>(
    _: Value.Type = Value.self
  ) throws(Damage) -> Value {
    guard let value = Value(rawValue: try text()) else { throw Damage() }
    return value
  }

  private mutating func row() throws(Damage) -> RowReference {
    RowReference(try one(Dataset.self), try value())
  }
}
