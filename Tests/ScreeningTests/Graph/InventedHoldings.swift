import Foundation
import Records

@testable import Screening

/// Who holds how much of which company and when, a line each, such as `Ani 40 A` and `A ? B 2019-01-01..`.
///
/// Single capitals are companies, anything else is a person; the share is a percentage, `?` for one that nobody knows,
/// `-` for an office alone. A holder written `~A` is company A with its name but without its number.
struct InventedHoldings {
  let registry: Registry
  let directory: VendorDirectory
  let shares: ShareLedger
  let ownership: Ownership
  private let holders: [String]
  private let isOffice: [Bool]

  /// The days on which stakes are asked for.
  static let days = Period(
    from: CalendarDate(year: 2025, month: 3, day: 10), to: CalendarDate(year: 2025, month: 5, day: 2))

  init(_ lines: [String]) {
    var registry = Registry()
    registry.arenas = [TextArena()]
    let fields = lines.map { $0.split(separator: " ").map(String.init) }
    for (place, words) in fields.enumerated() {
      var row = VendorPerson(source: SourceLocation(file: FileID(index: 0), line: UInt32(place + 2), position: 0))
      let letter = words[0].hasPrefix("~") ? String(words[0].dropFirst()) : words[0]
      row.isCompany = letter.count == 1
      row.name = registry.arenas[0].intern(row.isCompany ? "PT \(letter)" : letter)
      if row.isCompany, letter == words[0] { row.taxID = Self.number(of: letter) }
      row.vendor.taxID = Self.number(of: words[2])
      row.vendor.name = registry.arenas[0].intern("PT \(words[2])")
      row.role = registry.arenas[0].intern(words[1] == "-" ? "Direktur" : "Pemegang Saham")
      if let percent = Double(words[1]) {
        row.share = Share(notation: .ofWhole, amount: Int64((percent * 10_000).rounded()))
      }
      if words.count > 3, let dots = words[3].range(of: "..") {
        row.period = Period(
          from: CalendarDate(iso: String(words[3][..<dots.lowerBound])),
          to: CalendarDate(iso: String(words[3][dots.upperBound...])))
      } else {
        row.period = Period(from: CalendarDate(year: 2015, month: 1, day: 1), to: nil)
      }
      registry.vendorPeople.append(row)
    }
    self.registry = registry
    holders = fields.map { $0[0] }
    isOffice = fields.map { $0[1] == "-" }
    directory = VendorDirectory(registry)
    shares = ShareLedger(registry, directory)
    ownership = Ownership(registry, directory, shares)
  }

  init(_ lines: String...) { self.init(lines) }

  /// Letters have numbers that are their places in the alphabet.
  private static func number(of letter: String) -> TaxID? {
    letter.utf8.first.map { TaxID(value: (UInt64($0) - 64) * 1_000_000_000) } ?? nil
  }

  func company(_ letter: String) -> Int? { directory.vendors.firstIndex { $0.name == "PT \(letter)" } }

  func letter(_ company: Int) -> String { String(directory.vendors[company].name.suffix(1)) }

  func seeds(of person: String) -> [Ownership.Seed] {
    holders.indices.filter { holders[$0] == person }.map { row in
      Ownership.Seed(
        row: row, company: directory.ofPerson[row], share: shares.share(of: row),
        period: registry.vendorPeople[row].period, owns: !isOffice[row])
    }
  }

  /// What a person has in a company, starting from that person's first row.
  func stake(of person: String, in letter: String, control: Double = 0.5) -> Stake? {
    let seeds = seeds(of: person)
    guard let seed = seeds.first, let target = company(letter) else { return nil }
    return ownership.stake(of: seed, among: seeds, in: target, control: control) { period in
      let standing = period.standing(to: Self.days)
      return standing <= .unknown ? standing : nil
    }
  }
}
