import Foundation
import Records
import Testing

@testable import Intake

/// Public test sets of awkward CSV files; they stand only where the project is worked on.
@Suite(.enabled(if: Nearby.real != nil, "the real files are not here"))
struct EdgeFileTests {
  private static func folder(_ name: String) -> String { "\(Nearby.real ?? "")/csv-edge/\(name)" }

  @Test(arguments: Nearby.files(in: folder("csv-spectrum/csvs"), ending: ".csv"))
  func `csv-spectrum's values are those of its JSON`(_ name: String) throws {
    let path = Self.folder("csv-spectrum/csvs/\(name)")
    let file = try CSVFile(at: path)
    let data = try Data(
      contentsOf: URL(fileURLWithPath: Self.folder("csv-spectrum/json/\(name.replacing(".csv", with: ".json"))")))
    let json = try JSONSerialization.jsonObject(with: data)
    // One of the twins is an object and not a list of one.
    let expected = (json as? [[String: String]]) ?? (json as? [String: String]).map { [$0] } ?? []
    let found = file.fields.map { Dictionary(uniqueKeysWithValues: zip(file.header, $0)) }
    if name == "location_coordinates.csv" {
      // A quote inside an unquoted field is kept by csv-spectrum and set aside by us.
      #expect(file.aside.map(\.line) == [2])
    } else {
      #expect(file.reasons.isEmpty)
      // The copies lost their CR on the way here, the JSON did not.
      #expect(found == expected.map { $0.mapValues { $0.replacing("\r\n", with: "\n") } })
    }
    file.checkPlaces([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  private static let tables = ["csvlint", "duckdb"].flatMap { set in
    Nearby.files(in: folder(set), ending: "sv").map { "\(set)/\($0)" }
  }

  @Test(arguments: tables)
  func `every row is found again at its place`(_ name: String) throws {
    let path = Self.folder(name)
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    guard case .csv = FileReader(night: night, quarantineShare: 1).read(path, as: name).form else { return }
    try CSVFile(at: path).checkPlaces([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }
}
