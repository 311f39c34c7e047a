import Records

/// Looks relations up once for each way in which a file writes them.
struct KinshipReader {
  private let table = KinshipTable()
  private let registry: Registry
  private var known = TextMemory<KinshipTable.Entry?>()

  init(_ registry: Registry) { self.registry = registry }

  mutating func entry(of relative: Relative) -> KinshipTable.Entry? {
    if let entry = known[relative.relation, relative.source.file] { return entry }
    let entry = table.entry(for: registry.text(relative.relation, at: relative.source))
    known[relative.relation, relative.source.file] = .some(entry)
    return entry
  }
}
