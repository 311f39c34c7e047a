/// How urgently a finding asks for clarification.
package enum Level: Int, CaseIterable, Hashable, Comparable, Sendable {
  case low = 1
  case medium = 2
  case high = 3
  case critical = 4

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// `rendah`, `sedang`, `tinggi`, `kritis`: the word in outputs and on the command line.
  package var name: String {
    switch self {
    case .low: "rendah"
    case .medium: "sedang"
    case .high: "tinggi"
    case .critical: "kritis"
    }
  }

  package init?(name: String) {
    guard let level = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = level
  }
}
