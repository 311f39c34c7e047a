import Records
import Testing

@testable import Screening

@Suite struct StakeTests {
  struct Structure: CustomTestStringConvertible, Sendable {
    let what: String
    let rows: [String]
    /// Companies on the way from the first company to `Z`.
    let chain: String
    let least: Double
    let greatest: Double
    let controls: Bool
    var testDescription: String { what }
  }

  /// Ani's part of Z on the days; products and sums of percentages by hand.
  @Test(arguments: [
    Structure(what: "direct", rows: ["Ani 40 Z"], chain: "", least: 0.4, greatest: 0.4, controls: false),
    Structure(
      what: "one company between", rows: ["Ani 60 A", "A 50.5 Z"], chain: "Z", least: 0.303, greatest: 0.303,
      controls: true),
    Structure(
      what: "two between, of which one is not controlled", rows: ["Ani 60 A", "A 50 B", "B 80 Z"], chain: "BZ",
      least: 0.24, greatest: 0.24, controls: false),
    Structure(
      what: "three between", rows: ["Ani 90 A", "A 80 B", "B 70 C", "C 60 Z"], chain: "BCZ", least: 0.3024,
      greatest: 0.3024, controls: true),
    Structure(
      what: "four between", rows: ["Ani 60 A", "A 60 B", "B 60 C", "C 60 D", "D 60 Z"], chain: "BCDZ", least: 0.07776,
      greatest: 0.07776, controls: true),
    Structure(
      what: "a diamond: two ways add up, and control comes of both",
      rows: ["Ani 60 A", "A 60 B", "A 70 C", "B 30 Z", "C 40 Z"],
      chain: "CZ", least: 0.6 * (0.6 * 0.3 + 0.7 * 0.4), greatest: 0.6 * (0.6 * 0.3 + 0.7 * 0.4), controls: true),
    Structure(
      what: "a holding of one's own beside a company's", rows: ["Ani 60 A", "A 30 Z", "Ani 25 Z"], chain: "Z",
      least: 0.43, greatest: 0.43, controls: true),
    // x = 0.5 / (1 - 0.3 * 0.2): Ani's half of A grows by what A holds of itself through B.
    Structure(
      what: "a circle of two", rows: ["Ani 50 A", "A 30 B", "B 20 A", "A 40 Z"], chain: "Z",
      least: 0.5 / (1 - 0.06) * 0.4, greatest: 0.5 / (1 - 0.06) * 0.4, controls: false),
    Structure(
      what: "a circle of three through the target", rows: ["Ani 50 A", "A 50 B", "B 50 Z", "Z 40 A"], chain: "BZ",
      least: 0.125 / (1 - 0.1), greatest: 0.125 / (1 - 0.1), controls: false),
    // a = 0.4 + 0.3 b, b = 0.2 + 0.5 a; each would be controlled if the other were, so neither is.
    Structure(
      what: "two companies that hold each other, and Ani both",
      rows: ["Ani 40 A", "Ani 20 B", "A 50 B", "B 30 A", "B 100 Z"],
      chain: "BZ", least: (0.2 + 0.5 * 0.4) / (1 - 0.15), greatest: (0.2 + 0.5 * 0.4) / (1 - 0.15), controls: false),
    Structure(
      what: "a share that nobody knows is none, or what the others leave", rows: ["Ani 60 A", "A ? Z", "Budi 70 Z"],
      chain: "Z", least: 0, greatest: 0.18, controls: false),
    Structure(
      what: "an own share that nobody knows", rows: ["Ani ? A", "Budi 55 A", "A 50 Z", "Budi 50 Z"], chain: "Z",
      least: 0,
      greatest: 0.225, controls: false),
    Structure(
      what: "a way of known shares beside one of unknown ones",
      rows: ["Ani 50 A", "A 20 Z", "A 100 B", "B ? Z", "Budi 50 Z"],
      chain: "Z", least: 0.1, greatest: 0.1 + 0.5 * 0.3, controls: false),
  ])
  func `multiplies along each way and adds the ways up`(_ structure: Structure) throws {
    let holdings = InventedHoldings(structure.rows)
    let stake = try #require(holdings.stake(of: "Ani", in: "Z"))
    #expect(stake.chain.map { holdings.letter($0.company) }.joined() == structure.chain)
    #expect(abs(stake.least - structure.least) < 1e-6, "\(stake.least)")
    #expect(abs(stake.greatest - structure.greatest) < 1e-6, "\(stake.greatest)")
    #expect(stake.controls == structure.controls)
    #expect(stake.standing == .during && !stake.isByName)
  }

  @Test func `no way leads to a company that nobody of the person's holds`() throws {
    #expect(InventedHoldings("Ani 60 A", "Z 50 A").stake(of: "Ani", in: "Z") == nil)
  }

  struct Dated: CustomTestStringConvertible, Sendable {
    let what: String
    let rows: [String]
    /// `nil` where no way stands.
    let standing: Period.Standing?
    let least: Double
    var testDescription: String { what }
  }

  @Test(arguments: [
    Dated(what: "sold before", rows: ["Ani 60 A", "A 60 Z 2015-01-01..2024-12-31"], standing: nil, least: 0),
    Dated(what: "bought after", rows: ["Ani 60 A", "A 60 Z 2025-06-01.."], standing: nil, least: 0),
    Dated(
      what: "the person left before", rows: ["Ani 60 A 2015-01-01..2025-03-09", "A 60 Z"], standing: nil, least: 0),
    Dated(
      what: "until the first day", rows: ["Ani 60 A 2015-01-01..2025-03-10", "A 60 Z"], standing: .during, least: 0.36),
    Dated(what: "without dates", rows: ["Ani 60 A", "A 60 Z .."], standing: .unknown, least: 0.36),
    Dated(
      what: "a sure way around a dead one", rows: ["Ani 60 A", "A 60 Z ..2024-01-01", "A 50 B", "B 40 Z"],
      standing: .during, least: 0.12),
    // What is less sure than the way does not count towards the sum.
    Dated(
      what: "a sure way beside an undated one", rows: ["Ani 60 A", "A 60 Z ..", "A 50 B", "B 40 Z"], standing: .during,
      least: 0.12),
    Dated(
      what: "both ways undated", rows: ["Ani 60 A", "A 60 Z ..", "A 50 B", "B 40 Z .."], standing: .unknown,
      least: 0.48),
  ])
  func `only holdings of those days count, and the surest way comes first`(_ dated: Dated) {
    let stake = InventedHoldings(dated.rows).stake(of: "Ani", in: "Z")
    #expect(stake?.standing == dated.standing)
    #expect(abs((stake?.least ?? 0) - dated.least) < 1e-6)
  }

  @Test func `an unknown share has room for what those who sold held`() throws {
    let stake = try #require(
      InventedHoldings("Ani 100 A", "A ? Z", "Budi 90 Z ..2019-12-31", "Cici 30 Z").stake(of: "Ani", in: "Z"))
    #expect(abs(stake.greatest - 0.7) < 1e-6)
  }

  @Test func `a holding given back and taken up again leaves no room for others`() throws {
    let rows = ["Ani 100 A", "A ? Z", "Budi 60 Z 2015-01-01..2018-12-31", "Budi 60 Z 2020-01-01.."]
    let stake = try #require(InventedHoldings(rows).stake(of: "Ani", in: "Z"))
    #expect(abs(stake.greatest - 0.4) < 1e-6)
  }

  @Test func `a director's row and a shareholder's state one holding, whichever comes first`() throws {
    let rows = ["Ani 40 A", "Ani ? A", "Ani 40 A", "Budi 60 A", "A 50 Z", "Budi 50 Z"]
    for order in [rows, [rows[1], rows[0], rows[2]] + rows[3...]] {
      let stake = try #require(InventedHoldings(order).stake(of: "Ani", in: "Z"))
      #expect(abs(stake.least - 0.2) < 1e-6 && abs(stake.greatest - 0.2) < 1e-6)
    }
  }

  @Test(arguments: [
    (["Ani 50 Z"], false), (["Ani 50.0001 Z"], true), (["Ani 60 A", "A 50 Z"], false), (["Ani 50 A", "A 60 Z"], false),
    (["Ani 60 A", "A 29 Z", "Ani 21 Z"], false), (["Ani 60 A", "A 29 Z", "Ani 22 Z"], true),
    // In binary 0.03 + 0.05 + 0.42 may come to more than a half.
    (["Ani 90 A", "A 3 Z", "Ani 90 B", "B 5 Z", "Ani 90 C", "C 42 Z"], false), (["Ani ? A", "A 90 Z"], false),
  ])
  func `control takes more than the controlling share, and all that one controls counts`(
    _ rows: [String], _ controls: Bool
  ) throws {
    #expect(try #require(InventedHoldings(rows).stake(of: "Ani", in: "Z")).controls == controls)
  }

  @Test(arguments: [
    (["Ani 1 A", "A 8 Z", "Ani 28 B", "B 89 Z"], 0.25), (["Ani 1 A", "A 16 Z", "Ani 27 B", "B 92 Z"], 0.25),
  ])
  func `ways that add up to a threshold are not above it`(_ rows: [String], _ share: Double) throws {
    #expect(try #require(InventedHoldings(rows).stake(of: "Ani", in: "Z")).least == share)
  }

  @Test(arguments: [
    (["Ani - A", "A 51 Z"], true), (["Ani - A", "A 50 Z"], false), (["Ani - A", "A 60 B", "B 60 Z"], true),
    (["Ani - A", "A 60 B", "B 40 Z"], false), (["Ani - A", "A 60 B", "A 20 Z", "B 40 Z"], true),
  ])
  func `who runs a company runs what it controls, and has no part of it`(_ rows: [String], _ runs: Bool) throws {
    let stake = try #require(InventedHoldings(rows).stake(of: "Ani", in: "Z"))
    #expect(stake.runsParent == runs)
    #expect(stake.least == 0 && stake.greatest == 0 && !stake.controls)
  }

  @Test func `a company known by its name only is told`() throws {
    let holdings = InventedHoldings("Ani 60 A", "~A 60 B", "B 60 Z")
    #expect(try #require(holdings.stake(of: "Ani", in: "Z")).isByName)
    #expect(try #require(holdings.stake(of: "Ani", in: "A")).isByName == false)
  }

  @Test func `of equally short ways that with the greatest share is shown, then the fewest companies`() throws {
    let holdings = InventedHoldings("Ani 60 A", "A 30 B", "A 40 C", "B 99 Z", "C 10 Z", "B 50 D", "D 50 Z")
    let chain = try #require(holdings.stake(of: "Ani", in: "Z")).chain
    #expect(chain.map { holdings.letter($0.company) } == ["B", "Z"])
  }
}
