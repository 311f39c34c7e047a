import Records

/// Turns holdings as written into parts of the whole, vendor by vendor and day by day.
///
/// Bare numbers that sum to about 100 are percent, to about 1 fractions; sheets and rupiah are parts of their sum
/// where all holders' are known so. Whatever sums to neither stays unknown. Since shares change hands, only holdings of
/// one time are summed: those that stood when the one in question ended, or still stand as it does. Two rows that state
/// the same holding of one person (a director's and a shareholder's) count once.
struct ShareLedger {
  private var shares: [Int: Fraction] = [:]
  /// Rows that state a holding which an earlier row states for the same time.
  private(set) var repeats: Set<Int> = []

  init(_ registry: Registry, _ directory: VendorDirectory) {
    var byVendor: [Int: [Int]] = [:]
    for (index, vendor) in directory.ofPerson.enumerated()
    where vendor >= 0 && registry.vendorPeople[index].share.notation != .none {
      byVendor[vendor, default: []].append(index)
    }
    for people in byVendor.values { read(people, registry) }
  }

  func share(of person: Int) -> Fraction? { shares[person] }

  private mutating func read(_ people: [Int], _ registry: Registry) {
    for notation in [Share.Notation.ofWhole, .bare, .sheets, .paidIn] {
      let holders = people.filter { registry.vendorPeople[$0].share.notation == notation }
      guard !holders.isEmpty else { continue }
      let parts = holders.map { Part(registry.vendorPeople[$0], registry) }
      repeats.formUnion(
        holders.indices.filter { place in
          parts[..<place].contains { $0.key == parts[place].key && $0.isOfOneTime(with: parts[place]) }
        }.map { holders[$0] })
      let lastChange = parts.compactMap(\.period.from).max()
      let sums = parts.map { Self.sum(beside: $0, parts, lastChange: lastChange) }
      switch notation {
      case .none: break
      case .ofWhole: for (holder, part) in zip(holders, parts) { shares[holder] = Fraction(millionths: part.amount) }
      case .bare:
        let isPercent = sums.contains { (99_000_000...101_000_000).contains($0.total) }
        let isFraction = sums.contains { (990_000...1_010_000).contains($0.total) }
        guard isPercent != isFraction else { continue }
        for (holder, part) in zip(holders, parts) {
          shares[holder] = Fraction(millionths: isPercent ? part.amount / 100 : part.amount)
        }
      case .sheets, .paidIn:
        // One holder's sheets say nothing about the whole; several holders' do, unless somebody else's holding of
        // that time is written otherwise.
        let names = Set(parts.map(\.holder))
        let others = people.filter { registry.vendorPeople[$0].share.notation != notation }
          .map { Part(registry.vendorPeople[$0], registry) }.filter { !names.contains($0.holder) }
        for (place, holder) in holders.enumerated()
        where sums[place].holders > 1 && sums[place].total > 0
          && !others.contains(where: { $0.isOfOneTime(with: parts[place]) })
        {
          shares[holder] = Fraction(
            millionths: Int64(Double(parts[place].amount) / sums[place].total * 1_000_000))
        }
      }
    }
  }

  private struct Part {
    let holder: String
    let amount: Int64
    let period: Period
    var key: String { "\(holder) \(amount)" }

    init(_ person: VendorPerson, _ registry: Registry) {
      holder =
        person.nationalID.map { String($0.value) } ?? registry.text(person.name, at: person.source).uppercased()
      amount = person.share.amount
      period = person.period
    }

    /// Whether it stood at the end of another one; where that is open, after the last change that is known.
    ///
    /// What passes from hand to hand on one day counts for whoever takes it, unless it is asked for who gives.
    func stood(atEndOf other: Part, lastChange: CalendarDate?) -> Bool {
      guard let end = other.period.to else {
        return lastChange.map { day in period.to.map { $0 > day } ?? true } ?? true
      }
      let hasBegun = period.from.map { from in from < end || other.period.from.map { from <= $0 } ?? false } ?? true
      return hasBegun && (period.to.map { $0 >= end } ?? true)
    }

    /// Whether both stood on some day, as far as their ends are known.
    func isOfOneTime(with other: Part) -> Bool {
      func ended(_ one: Period, before next: Period) -> Bool {
        one.to.map { end in next.from.map { end < $0 } ?? false } ?? false
      }
      return !ended(period, before: other.period) && !ended(other.period, before: period)
    }
  }

  /// What all holdings of the time of one come to, each once.
  private static func sum(
    beside one: Part, _ parts: [Part], lastChange: CalendarDate?
  ) -> (total: Double, holders: Int) {
    var seen: Set<String> = []
    let standing = parts.filter {
      $0.stood(atEndOf: one, lastChange: lastChange) && seen.insert($0.key).inserted
    }
    return (standing.reduce(0) { $0 + Double($1.amount) }, standing.count)
  }
}
