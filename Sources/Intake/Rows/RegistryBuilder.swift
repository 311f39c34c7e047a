import Records

/// Joins what was read of each file into one registry, in an order that no file's name can change.
struct RegistryBuilder {
  let quarantineShare: Double

  /// - Parameters:
  ///   - readings: One a file, ordered by path.
  ///   - files: The same files.
  func join(_ readings: consuming [FileReading], _ files: [InputFolder.File]) -> Reading {
    var readings = readings
    var result = Reading()
    var seen = SeenRows()
    result.registry.arenas = readings.map(\.tables.arena)
    // By digest: equal digests are equal files, and then it does not matter which comes first.
    let order = readings.indices.sorted { (readings[$0].digest, $0) < (readings[$1].digest, $1) }
    for index in order {
      let file = FileID(index: UInt32(index))
      // Each file's tables are given up as they are taken over, so that no more than one is there twice.
      var tables = FileTables()
      swap(&tables, &readings[index].tables)
      seen.append(&tables, file, to: &result.registry)
      for var row in readings[index].quarantine {
        row.location.file = file
        result.quarantine.append(row)
      }
    }
    result.registry.repeats = seen.repeats
    seen = SeenRows()
    let disagreements = Disagreements.find(in: result.registry)
    for (index, reading) in readings.enumerated() {
      var warnings = reading.warnings
      for found in disagreements where found.location.file.index == UInt32(index) {
        warnings.add(found.message, column: found.column, line: Int(found.location.line))
      }
      var source = SourceFile(
        path: reading.path, byteCount: reading.byteCount, digest: reading.digest, form: reading.formDescription,
        datasets: reading.datasets, counts: reading.counts, warnings: warnings.sorted,
        unknownColumns: reading.form.unknownColumns)
      source.fault = reading.fault?.message
      result.registry.sources.append(source)
      if let fault = reading.fault { result.faults.append(fault) }
      if let file = IncompleteFile(reading) { result.incomplete.append(file) }
      let limit = quarantineShare * Double(source.counts.read)
      // Headings and sums are no bad rows; but where they are as many as half the data, they are not what they seem.
      let noise = min(reading.quarantine.count { $0.message.isSheetNoise }, source.counts.accepted / 2)
      if !source.datasets.isEmpty, Double(source.counts.quarantined - noise) > limit {
        result.overLimit.append(source)
      }
    }
    result.archive = SourceArchive(of: readings, at: files.map(\.path))
    return result
  }
}

/// Appends rows to the registry's tables, exact repeats once.
private struct SeenRows {
  private(set) var repeats: [Dataset: Int] = [:]
  private var seen: [Dataset: ContentSet] = [:]

  private static let rowsAtATime = 256

  /// Takes over a file's rows.
  mutating func append(_ tables: inout FileTables, _ file: FileID, to registry: inout Registry) {
    let hash = ContentHash(arena: tables.arena)
    append(&tables.officials, file, hash, .officials, to: &registry.officials)
    append(&tables.postings, file, hash, .postings, to: &registry.postings)
    append(&tables.relatives, file, hash, .relatives, to: &registry.relatives)
    append(&tables.vendors, file, hash, .vendors, to: &registry.vendors)
    append(&tables.vendorPeople, file, hash, .vendorPeople, to: &registry.vendorPeople)
    append(&tables.tenders, file, hash, .tenders, to: &registry.tenders)
    append(&tables.bids, file, hash, .bids, to: &registry.bids)
    append(&tables.roles, file, hash, .roles, to: &registry.roles)
    append(&tables.units, file, hash, .units, to: &registry.units)
    append(&tables.declarations, file, hash, .declarations, to: &registry.declarations)
  }

  private mutating func append<Record: Row>(
    _ rows: inout [Record], _ file: FileID, _ hash: ContentHash, _ dataset: Dataset, to table: inout [Record]
  ) {
    guard !rows.isEmpty else { return }
    var known = seen.removeValue(forKey: dataset) ?? ContentSet()
    known.reserve(rows.count)
    let first = table.count
    if table.isEmpty {
      swap(&table, &rows)
    } else {
      table.append(contentsOf: rows)
      rows = []
    }
    var end = first
    // Hashes first, so that memory answers several look-ups at a time.
    for start in stride(from: first, to: table.count, by: Self.rowsAtATime) {
      let some = start..<min(start + Self.rowsAtATime, table.count)
      let values = some.map { hash.value(of: table[$0]) }
      for (index, value) in zip(some, values) where known.insert(value) {
        if end != index { table[end] = table[index] }
        table[end].source.file = file
        end += 1
      }
    }
    let repeated = table.count - end
    table.removeLast(repeated)
    seen[dataset] = known
    if repeated > 0 { repeats[dataset, default: 0] += repeated }
  }
}
