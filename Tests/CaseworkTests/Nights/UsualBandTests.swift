import Testing

@testable import Casework

@Suite struct UsualBandTests {
  private func band(_ numbers: [Int], spreads: Double = 4) -> UsualBand? {
    UsualBand(numbers, spreads: spreads, floor: UsualBand.rowFloor)
  }

  private static let seeds = Array(UInt64(1)...60)

  /// Up to forty numbers about some middle.
  private func numbers(_ random: inout Seeded) -> [Int] {
    let middle = Int.random(in: 100...100_000, using: &random)
    let scatter = Int.random(in: 0...middle / 2, using: &random)
    return (0..<Int.random(in: 3...40, using: &random)).map { _ in
      middle + Int.random(in: -scatter...scatter, using: &random)
    }
  }

  @Test func `no number gives no band, and equal ones the floor`() {
    #expect(band([]) == nil)
    #expect(band([1000, 1000, 1000]) == band([1000]))
    #expect(band([1000])?.lowest == 800 && band([1000])?.highest == 1200)
    #expect(band([20])?.lowest == 10 && band([20])?.highest == 30)
  }

  @Test func `the spread of hand-worked numbers`() {
    // Deviations of 1, 1, 2, 2, 4, 6, 9 from their own median are 1, 1, 0, 0, 2, 4, 7; the median of those is 1.
    let worked = UsualBand([1, 1, 2, 2, 4, 6, 9], spreads: 3, floor: { _ in 0 })
    #expect(worked?.median == 2)
    #expect(abs((worked?.width ?? 0) - 3 * 1.4826) < 1e-9)
  }

  @Test(arguments: seeds)
  func `the order of nights does not matter, and a wider band holds the narrower one`(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let numbers = numbers(&random)
    let one = try #require(band(numbers))
    #expect(band(numbers.shuffled(using: &random)) == one)
    let wide = try #require(band(numbers, spreads: 6))
    #expect(wide.lowest <= one.lowest && wide.highest >= one.highest)
    #expect(one.lowest <= Int(one.median.rounded(.up)) && one.highest >= Int(one.median.rounded(.down)))
  }

  @Test(arguments: seeds)
  func `half of the nights may be anything without moving the band out of the others`(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let good = (0..<9).map { _ in Int.random(in: 9_900...10_100, using: &random) }
    let bad = (0..<4).map { _ in Int.random(in: 0...1_000_000_000, using: &random) }
    let band = try #require(self.band(good + bad))
    #expect((9_900...10_100).contains(Int(band.median)))
    #expect(band.lowest > 5_000 && band.highest < 15_000)
  }

  @Test(arguments: seeds)
  func `a band scales with its numbers`(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let numbers = numbers(&random)
    let (one, ten) = (try #require(band(numbers)), try #require(band(numbers.map { $0 * 10 })))
    #expect(abs(ten.width - 10 * one.width) < 1e-6 * ten.width && ten.median == 10 * one.median)
  }
}
