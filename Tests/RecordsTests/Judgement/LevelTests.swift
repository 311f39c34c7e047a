import Records
import Testing

@Suite struct LevelTests {
  @Test(arguments: zip(Level.allCases, ["rendah", "sedang", "tinggi", "kritis"]))
  func `each level has its word`(_ level: Level, _ name: String) {
    #expect(level.name == name)
    #expect(Level(name: name) == level)
  }

  @Test(arguments: ["", "Kritis", "critical", "4", "kritis "])
  func `no other word is a level`(_ name: String) {
    #expect(Level(name: name) == nil)
  }

  @Test func `levels rise`() {
    #expect(Level.allCases.sorted() == [.low, .medium, .high, .critical])
  }
}
