import Records

/// The clear packages that were drawn for somebody to check.
struct RecheckSample: Sendable {
  /// 64 hex digits; empty where nothing was drawn yet.
  let seed: String
  /// In the order of the draw.
  let packages: [ClearPackage]
  /// The packages' ids, in the same order.
  let ids: [String]

  /// Nothing drawn.
  init() { (seed, packages, ids) = ("", [], []) }

  /// Draws packages.
  ///
  /// - Parameters:
  ///   - size: How many at most.
  ///   - clear: Those to draw from, in an order that settles between packages of one code.
  init(of size: Int, from clear: [ClearPackage], by seed: RecheckSeed, numbering: Numbering) {
    self.seed = seed.hex
    // So few are drawn that keeping the lowest in order beats sorting all.
    var drawn: [(place: UInt64, index: Int)] = []
    if size > 0 {
      for (index, package) in clear.enumerated() {
        let place = seed.place(of: package.code)
        if drawn.count == size, let last = drawn.last, last.place <= place { continue }
        drawn.insert((place, index), at: drawn.firstIndex { $0.place > place } ?? drawn.count)
        if drawn.count > size { drawn.removeLast() }
      }
    }
    packages = drawn.map { clear[$0.index] }
    ids = numbering.packageIDs(of: packages.map(\.code))
  }
}
