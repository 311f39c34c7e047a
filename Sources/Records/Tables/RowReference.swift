/// Names one record: its table and its place there.
package struct RowReference: Hashable, Comparable, Sendable {
  package let dataset: Dataset
  package let index: Int

  package init(_ dataset: Dataset, _ index: Int) {
    self.dataset = dataset
    self.index = index
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.dataset, left.index) < (right.dataset, right.index)
  }
}

extension Registry {
  /// How many rows a table has.
  package func count(of dataset: Dataset) -> Int {
    switch dataset {
    case .officials: officials.count
    case .postings: postings.count
    case .relatives: relatives.count
    case .vendors: vendors.count
    case .vendorPeople: vendorPeople.count
    case .tenders: tenders.count
    case .bids: bids.count
    case .roles: roles.count
    case .units: units.count
    case .declarations: declarations.count
    }
  }

  /// Where a record was read.
  package func location(of row: RowReference) -> SourceLocation {
    switch row.dataset {
    case .officials: officials[row.index].source
    case .postings: postings[row.index].source
    case .relatives: relatives[row.index].source
    case .vendors: vendors[row.index].source
    case .vendorPeople: vendorPeople[row.index].source
    case .tenders: tenders[row.index].source
    case .bids: bids[row.index].source
    case .roles: roles[row.index].source
    case .units: units[row.index].source
    case .declarations: declarations[row.index].source
    }
  }

  /// Which person of a wide row a record is; 0 everywhere else.
  package func part(of row: RowReference) -> Int {
    row.dataset == .relatives ? Int(relatives[row.index].part) : 0
  }

  /// The sums over a record's content, equal on every night on which it says the same.
  package func contentHash(of row: RowReference) -> ContentHash.Value {
    let hash = ContentHash(arena: arenas[Int(location(of: row).file.index)])
    return switch row.dataset {
    case .officials: hash.value(of: officials[row.index])
    case .postings: hash.value(of: postings[row.index])
    case .relatives: hash.value(of: relatives[row.index])
    case .vendors: hash.value(of: vendors[row.index])
    case .vendorPeople: hash.value(of: vendorPeople[row.index])
    case .tenders: hash.value(of: tenders[row.index])
    case .bids: hash.value(of: bids[row.index])
    case .roles: hash.value(of: roles[row.index])
    case .units: hash.value(of: units[row.index])
    case .declarations: hash.value(of: declarations[row.index])
    }
  }
}
