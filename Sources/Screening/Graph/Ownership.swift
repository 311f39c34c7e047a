import Records

/// Which companies hold shares of which, and what a person has in a company through them.
struct Ownership {
  /// One company's holding in another.
  struct Edge {
    let holder: Int
    let company: Int
    /// The row that says so; for partners of a joint bid, who are known from its name, the first row that names it.
    let row: RowReference
    let share: Fraction?
    let period: Period
    /// Whether the holder is known by its name only.
    let isByName: Bool
    /// Whether the holder is a partner of a joint bid: it bids itself, whatever its part.
    var isJoint = false
  }

  /// One row by which a person has a part in a company.
  struct Seed {
    let row: Int
    let company: Int
    let share: Fraction?
    let period: Period
    /// Whether the row gives a share, known or not; an office alone does not.
    let owns: Bool
  }

  private(set) var edges: [Edge] = []
  /// Edges by the company that holds, and by the company that is held.
  private(set) var byHolder: [Int: [Int]] = [:]
  private(set) var byCompany: [Int: [Int]] = [:]
  /// How many companies hold themselves through others.
  private(set) var circular = 0
  /// Known holdings of each company, each once.
  private var known: [Int: [(share: Double, period: Period)]] = [:]

  init(_ registry: Registry, _ directory: VendorDirectory, _ shares: ShareLedger) {
    for row in directory.ofHolder.keys.sorted() {
      guard let holder = directory.ofHolder[row] else { continue }
      let (person, company) = (registry.vendorPeople[row], directory.ofPerson[row])
      guard company >= 0, company != holder else { continue }
      add(
        Edge(
          holder: holder, company: company, row: RowReference(.vendorPeople, row), share: shares.share(of: row),
          period: person.period, isByName: person.taxID == nil))
    }
    for (company, vendor) in directory.vendors.enumerated() {
      guard let row = vendor.rows.first else { continue }
      for name in CompanyName.partners(in: vendor.name) {
        guard let partner = directory.vendor(named: name), partner != company else { continue }
        add(
          Edge(
            holder: partner, company: company, row: row, share: nil, period: Period(from: nil, to: nil),
            isByName: true, isJoint: true))
      }
    }
    for company in byCompany.keys.sorted() where reach(from: [company], counting: false).contains(company) {
      circular += 1
    }
    for (row, company) in directory.ofPerson.enumerated() where company >= 0 && !shares.repeats.contains(row) {
      guard let share = shares.share(of: row) else { continue }
      known[company, default: []].append((share.part, registry.vendorPeople[row].period))
    }
  }

  private mutating func add(_ edge: Edge) {
    byHolder[edge.holder, default: []].append(edges.count)
    byCompany[edge.company, default: []].append(edges.count)
    edges.append(edge)
  }

  /// Strikes companies a part of which is held by a company of whose people nobody knows, at any depth.
  ///
  /// - Parameter share: What another company holds must be more than this to matter; an unknown share does.
  func hide(from known: inout [Bool], above share: Double) {
    var waiting = byHolder.keys.filter { !known[$0] }.sorted()
    while let holder = waiting.popLast() {
      for edge in (byHolder[holder] ?? []).map({ edges[$0] })
      where known[edge.company] && (edge.share?.part ?? 1) > share {
        known[edge.company] = false
        waiting.append(edge.company)
      }
    }
  }

  /// Companies that can be reached through holdings of any time, in order.
  ///
  /// - Parameter counting: Whether the companies that one starts from count as reached.
  func reach(from companies: [Int], counting: Bool) -> [Int] {
    var seen = Set(counting ? companies : [])
    var waiting = companies
    while let company = waiting.popLast() {
      for edge in byHolder[company] ?? [] where seen.insert(edges[edge].company).inserted {
        waiting.append(edges[edge].company)
      }
    }
    return seen.sorted()
  }

  /// What a company's known shares leave of the whole: the most that one nobody knows can be.
  func remainder(of company: Int, where counts: (Period) -> Bool) -> Double {
    max(0, (known[company] ?? []).reduce(1.0) { counts($1.period) ? $0 - $1.share : $0 })
  }
}

extension Fraction {
  /// From 0 to 1.
  var part: Double { Double(millionths) / 1_000_000 }

  /// - Parameter part: From 0 to 1; what lies beyond counts as the nearer end.
  init(part: Double) { self.init(millionths: Int64((min(max(part, 0), 1) * 1_000_000).rounded())) }
}
