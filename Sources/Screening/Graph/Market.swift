import OrderedCollections
import Records

/// Which vendor stood where in which package.
struct Market {
  /// A vendor's part in a package.
  struct Participation {
    let package: Int
    let vendor: Int
    var outcome: BidOutcome
    var value: Money?
    var rows: [RowReference]
  }

  let directory: PackageDirectory
  /// By package, in the order of vendors.
  private(set) var participations: [[Participation]] = []
  /// Participations of each vendor, as package and place.
  private(set) var ofVendor: [[(package: Int, place: Int)]] = []

  var packages: [PackageDirectory.Package] { directory.packages }

  init(_ registry: Registry, _ vendors: VendorDirectory) {
    directory = PackageDirectory(registry, vendors)
    ofVendor = vendors.vendors.map { _ in [] }
    participations.reserveCapacity(packages.count)
    for (index, package) in packages.enumerated() {
      var byVendor: OrderedDictionary<Int, Participation> = [:]
      func add(_ vendor: Int, _ outcome: BidOutcome, _ value: Money?, _ row: RowReference) {
        guard vendor >= 0 else { return }
        var entry =
          byVendor[vendor] ?? Participation(package: index, vendor: vendor, outcome: outcome, value: nil, rows: [])
        entry.outcome = max(entry.outcome, outcome)
        entry.value = entry.value ?? value
        entry.rows.append(row)
        byVendor[vendor] = entry
      }
      for bid in package.bids {
        add(vendors.ofBid[bid], registry.bids[bid].outcome, registry.bids[bid].bidValue, RowReference(.bids, bid))
      }
      for winner in package.winners {
        let outcome: BidOutcome = registry.tenders[winner.row].contractedOn == nil ? .won : .contracted
        add(winner.vendor, outcome, nil, RowReference(.tenders, winner.row))
      }
      participations.append(byVendor.values.sorted { $0.vendor < $1.vendor })
      for (place, entry) in participations[index].enumerated() { ofVendor[entry.vendor].append((index, place)) }
    }
  }

  /// Packages in which two vendors both took part, as places in the participations.
  func meetings(_ one: Int, _ other: Int) -> [(package: Int, one: Int, other: Int)] {
    var meetings: [(package: Int, one: Int, other: Int)] = []
    var next = ofVendor[other].makeIterator()
    var theirs = next.next()
    // Both lists are in the order of packages.
    for own in ofVendor[one] {
      while let entry = theirs, entry.package < own.package { theirs = next.next() }
      if let entry = theirs, entry.package == own.package { meetings.append((own.package, own.place, entry.place)) }
    }
    return meetings
  }
}

extension [Market.Participation] {
  /// Those who bid; where nobody is known to have bid, whoever registered may yet.
  var bidders: Self {
    let bids = filter { $0.outcome > .registered }
    return bids.isEmpty ? self : bids
  }
}
