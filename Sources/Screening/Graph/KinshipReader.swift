import Records

/// Looks relations up once for each way in which a file writes them.
struct KinshipReader {
  private let table = KinshipTable()
  private let registry: Registry
  private var known: [UInt64: KinshipTable.Entry?] = [:]

  init(_ registry: Registry) { self.registry = registry }

  mutating func entry(of relative: Relative) -> KinshipTable.Entry? {
    let key = UInt64(relative.source.file.index) << 32 | UInt64(relative.relation.offset)
    if let entry = known[key] { return entry }
    let entry = table.entry(for: registry.text(relative.relation, at: relative.source))
    known[key] = .some(entry)
    return entry
  }
}
