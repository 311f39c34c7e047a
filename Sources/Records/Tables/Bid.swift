/// One vendor in one package.
package struct Bid: Sendable {
  package var source: SourceLocation
  package var package = PackageCode()
  package var vendor = VendorMention()
  package var bidValue: Money?
  package var outcome = BidOutcome.registered
  package var reason = TextID.none

  package init(source: SourceLocation) {
    self.source = source
  }
}

extension Bid: Row {
  package func hashContent(into hash: inout ContentHash) {
    package.hashContent(into: &hash)
    vendor.hashContent(into: &hash)
    hash.add(bidValue.map { UInt64(bitPattern: $0.sen) })
    hash.add(UInt64(outcome.rawValue))
    hash.add(reason)
  }
}
