import Records
import Testing

@testable import Screening

/// Stakes in random structures against an exact solution of the same equations.
@Suite struct StakePropertyTests {
  /// A few companies that hold parts of each other in any direction, and one person who holds parts of some.
  struct Structure {
    let companies: Int
    /// Parts of a column's company that come from a row's, from 0 to 1; `nil` where nobody knows.
    var parts: [Int: [Int: Double?]] = [:]
    var own: [Int: Double?] = [:]

    /// - Parameter unknown: How many of eight shares nobody knows.
    init(seed: UInt64, unknown: Int) {
      var random = Seeded(seed)
      companies = 2 + random.below(6)
      for company in 0..<companies {
        // In millionths; the rest belongs to others.
        var rest = 950_000
        for holder in 0..<companies where holder != company && random.below(3) == 0 {
          parts[company, default: [:]][holder] = Self.share(&rest, unknown, &random)
        }
        if random.below(3) == 0 { own[company] = Self.share(&rest, unknown, &random) }
      }
      if own.isEmpty { own[0] = .some(0.04) }
    }

    private static func share(_ rest: inout Int, _ unknown: Int, _ random: inout Seeded) -> Double? {
      let part = random.below(rest)
      rest -= part
      return random.below(8) < unknown ? nil : Double(part) / 1_000_000
    }

    /// The rows that say so.
    var rows: [String] {
      func percent(_ part: Double?) -> String { part.map { "\($0 * 100)" } ?? "?" }
      let persons = own.sorted { $0.key < $1.key }.map { "Ani \(percent($0.value)) \(Self.letter($0.key))" }
      let holdings = parts.sorted { $0.key < $1.key }.flatMap { company, holders in
        holders.sorted { $0.key < $1.key }.map {
          "\(Self.letter($0.key)) \(percent($0.value)) \(Self.letter(company))"
        }
      }
      return persons + holdings
    }

    static func letter(_ company: Int) -> String { String(Character(Unicode.Scalar(UInt8(65 + company)))) }

    /// The person's part of each company: x = own + parts * x, by Gaussian elimination; unknown shares as given.
    func exact(unknownAs fill: (Int) -> Double) -> [Double] {
      var matrix = (0..<companies).map { company in
        (0..<companies).map { holder in
          (company == holder ? 1 : 0) - (parts[company]?[holder].map { $0 ?? fill(company) } ?? 0)
        } + [own[company].map { $0 ?? fill(company) } ?? 0]
      }
      for column in 0..<companies {
        let pivot = (column..<companies).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) } ?? column
        matrix.swapAt(column, pivot)
        for row in 0..<companies where row != column {
          let factor = matrix[row][column] / matrix[column][column]
          for place in column...companies { matrix[row][place] -= factor * matrix[column][place] }
        }
      }
      return (0..<companies).map { matrix[$0][companies] / matrix[$0][$0] }
    }
  }

  private func stakes(_ rows: [String], _ companies: Int) -> [Stake?] {
    let holdings = InventedHoldings(rows)
    return (0..<companies).map { holdings.stake(of: "Ani", in: Structure.letter($0)) }
  }

  @Test(arguments: 1...120 as ClosedRange<UInt64>)
  func `known shares give the exact solution`(_ seed: UInt64) {
    let structure = Structure(seed: seed, unknown: 0)
    let exact = structure.exact { _ in 0 }
    for (company, stake) in stakes(structure.rows, structure.companies).enumerated() {
      guard let stake else { continue }
      #expect(abs(stake.least - exact[company]) < 1e-6, "\(structure.rows), \(Structure.letter(company))")
      #expect(stake.least == stake.greatest)
    }
  }

  @Test(arguments: 1...120 as ClosedRange<UInt64>)
  func `unknown shares give bounds between which every completion lies`(_ seed: UInt64) {
    let structure = Structure(seed: seed, unknown: 3)
    // All known shares leave at least a twentieth; so many unknown ones share that.
    let most = structure.exact { _ in 0.05 / Double(structure.companies + 1) }
    let none = structure.exact { _ in 0 }
    for (company, stake) in stakes(structure.rows, structure.companies).enumerated() {
      guard let stake else { continue }
      #expect(stake.least <= stake.greatest && stake.greatest <= 1)
      #expect(abs(stake.least - none[company]) < 1e-6)
      #expect(stake.greatest > most[company] - 1e-6, "\(structure.rows), \(Structure.letter(company))")
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `the order of rows changes nothing`(_ seed: UInt64) {
    let structure = Structure(seed: seed, unknown: 2)
    var random = Seeded(seed)
    // The first row is where the way starts.
    let rows = structure.rows
    let shuffled = [rows[0]] + rows.dropFirst().shuffled(using: &random)
    for (one, other) in zip(stakes(rows, structure.companies), stakes(shuffled, structure.companies)) {
      #expect((one == nil) == (other == nil))
      guard let one, let other else { continue }
      #expect(one.chain.count == other.chain.count)
      #expect(one.least == other.least && one.greatest == other.greatest)
      #expect(one.controls == other.controls && one.runsParent == other.runsParent)
    }
  }

  /// What controls in a structure also controls where the person holds more.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `who holds more has no less`(_ seed: UInt64) throws {
    let structure = Structure(seed: seed, unknown: 0)
    let first = try #require(structure.own.keys.min())
    var greater = structure
    greater.own[first] = .some((structure.own[first] ?? 0).map { $0 + 0.05 } ?? 0.05)
    for (one, more) in zip(stakes(structure.rows, structure.companies), stakes(greater.rows, structure.companies)) {
      guard let one, let more else { continue }
      #expect(more.least >= one.least)
      #expect(more.controls || !one.controls)
    }
  }
}
