/// How one row names a vendor: any of tax number, the exporting system's code, and name.
package struct VendorMention: Sendable, BitwiseCopyable {
  package var taxID: TaxID?
  /// A sole trader's NIK, where the row gives it as the new sixteen-digit tax number.
  package var personalID: NationalID?
  package var code = TextID.none
  package var name = TextID.none

  package init() {}

  package var isEmpty: Bool { taxID == nil && personalID == nil && code.isEmpty && name.isEmpty }

  package func hashContent(into hash: inout ContentHash) {
    hash.add(taxID.map(\.value))
    hash.add(personalID.map(\.value))
    hash.add(code)
    hash.add(name)
  }
}

/// A package's key: its code, and the procurement service that issued it where known.
///
/// On older local services the same code may stand for different packages of different services.
package struct PackageCode: Sendable, BitwiseCopyable {
  package var code = TextID.none
  package var service = TextID.none

  package init() {}

  package func hashContent(into hash: inout ContentHash) {
    hash.add(code)
    hash.add(service)
  }
}

/// How far a vendor came in a package; registered is not bid, bid is not won, won is not contracted.
package enum BidOutcome: UInt8, Hashable, Comparable, Sendable, CaseIterable, BitwiseCopyable {
  case registered = 0
  case bid = 1
  case won = 2
  case contracted = 3

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
