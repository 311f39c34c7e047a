import Records
import Testing

@testable import Screening

@Suite struct MatchModelTests {
  private let lines = String(decoding: PackageResources.model_csv, as: UTF8.self).split(
    separator: "\n", omittingEmptySubsequences: false
  ).map(String.init)

  private func problem(_ lines: [String]) -> String? {
    do {
      _ = try MatchModel(file: Array(lines.joined(separator: "\n").utf8))
      return nil
    } catch { return error.description }
  }

  /// Where the row of a level or setting stands, from 0.
  private func place(_ key: String) throws -> Int { try #require(lines.firstIndex { $0.hasPrefix(key + ";") }) }

  @Test func `the file that is built in gives every level and setting a row`() throws {
    let model = try MatchModel(file: PackageResources.model_csv)
    #expect(model.version == MatchModel.builtIn.version)
    #expect(model.shares.count == FactLevel.allCases.count)
    #expect(model.settings.count == MatchModel.Setting.allCases.count)
    for level in FactLevel.allCases {
      let row = lines[try place(level.key)].split(separator: ";", omittingEmptySubsequences: false)
      #expect(model.shares[level.place].m == Double(row[1]))
      #expect(model.shares[level.place].u == Double(row[2]))
      #expect(level.countsRarity == (row[2] == "rarity"))
      #expect(model[level].isFinite)
      #expect(level.subject.rawValue + "." + level.name == level.key)
    }
    for setting in MatchModel.Setting.allCases {
      let row = lines[try place(setting.rawValue)].split(separator: ";", omittingEmptySubsequences: false)
      #expect(model[setting] == Double(row[1]))
    }
  }

  @Test func `a row's order does not matter, nor do notes, blank lines and line ends`() throws {
    let rows = lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix("level;") }.reversed()
    let file = (["# a note", ""] + rows).joined(separator: "\r\n")
    #expect(try MatchModel(file: Array(file.utf8)).version == MatchModel.builtIn.version)
  }

  @Test func `another number gives another version`() throws {
    var changed = lines
    changed[try place("sex.equal")] = "sex.equal;0.98;0.98;0.95;"
    #expect(try MatchModel(file: Array(changed.joined(separator: "\n").utf8)).version != MatchModel.builtIn.version)
  }

  struct Fault: CustomTestStringConvertible {
    let row: String
    let problem: String
    var testDescription: String { row }

    init(_ row: String, _ problem: String) { (self.row, self.problem) = (row, problem) }
  }

  private static let badShares = "m and k of sex.equal are shares above 0 and at most 1"
  private static let badChance = "u of sex.equal is a share above 0 and at most 1"

  /// Each stands where the row of equal sexes does.
  @Test(arguments: [
    Fault("sex.equal;0.99;0.98", "a row needs the five fields level;m;u;k;why"),
    Fault("sex.equal", "a row needs the five fields level;m;u;k;why"),
    Fault("sex.same;0.99;0.98;0.95;", "no comparison has a level sex.same"),
    Fault("sex.equal;0;0.98;0.95;", badShares), Fault("sex.equal;1.5;0.98;0.95;", badShares),
    Fault("sex.equal;nan;0.98;0.95;", badShares), Fault("sex.equal;much;0.98;0.95;", badShares),
    Fault("sex.equal;0.99;0.98;;", badShares), Fault("sex.equal;0.99;0.98;-1;", badShares),
    Fault("sex.equal;0.99;0;0.95;", badChance), Fault("sex.equal;0.99;2;0.95;", badChance),
    Fault("sex.equal;0.99;;0.95;", badChance), Fault("sex.equal;0.99;rarity;0.95;", badChance),
    Fault("phone.equal;0.5;0.1;0.1;", "u of phone.equal is rarity"),
    Fault("setting.slope;;;;", "setting.slope needs a number"),
    Fault("setting.slope;inf;;;", "setting.slope needs a number"),
  ])
  func `a fault is told with its line`(_ fault: Fault) throws {
    let place = try place("sex.equal")
    var changed = lines
    // The right row of that key comes later, so the fault is the first.
    changed.insert(fault.row, at: place)
    #expect(problem(changed) == "line \(place + 1): \(fault.problem)")
  }

  @Test(arguments: ["name.equal", "age.child", "setting.prior_bits"])
  func `a row that stands twice is told with the second one's line`(_ key: String) throws {
    let place = try place(key)
    var changed = lines
    changed.insert(changed[place], at: place + 1)
    #expect(problem(changed) == "line \(place + 2): \(key) stands twice")
  }

  @Test(arguments: FactLevel.allCases.map(\.key) + MatchModel.Setting.allCases.map(\.rawValue))
  func `a row that is missing is told at the end`(_ key: String) throws {
    var changed = lines
    changed.remove(at: try place(key))
    #expect(problem(changed) == "line \(changed.count): \(key) is missing")
  }
}
