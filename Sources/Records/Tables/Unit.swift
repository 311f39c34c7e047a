/// A work unit.
package struct Unit: Sendable {
  package var source: SourceLocation
  package var name = TextID.none
  package var code = TextID.none
  package var shortName = TextID.none
  package var government = TextID.none

  package init(source: SourceLocation) {
    self.source = source
  }
}

extension Unit: Row {
  package func hashContent(into hash: inout ContentHash) {
    hash.add(name)
    hash.add(code)
    hash.add(shortName)
    hash.add(government)
  }
}
