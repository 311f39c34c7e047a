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
    result.registry.arenas = readings.map(\.tables.arena)
    // By digest: equal digests are equal files, and then it does not matter which comes first.
    let order = readings.indices.sorted { (readings[$0].digest, $0) < (readings[$1].digest, $1) }
    var joiner = TableJoiner(order: order, arenas: result.registry.arenas)
    joiner.join(.officials, \.officials, of: &readings, into: &result.registry.officials)
    joiner.join(.postings, \.postings, of: &readings, into: &result.registry.postings)
    joiner.join(of: &readings, into: &result.registry.relatives)
    joiner.join(.vendors, \.vendors, of: &readings, into: &result.registry.vendors)
    joiner.join(.vendorPeople, \.vendorPeople, of: &readings, into: &result.registry.vendorPeople)
    joiner.join(.tenders, \.tenders, of: &readings, into: &result.registry.tenders)
    joiner.join(.bids, \.bids, of: &readings, into: &result.registry.bids)
    joiner.join(.roles, \.roles, of: &readings, into: &result.registry.roles)
    joiner.join(.units, \.units, of: &readings, into: &result.registry.units)
    joiner.join(.declarations, \.declarations, of: &readings, into: &result.registry.declarations)
    result.registry.repeats = joiner.repeats
    for index in order {
      for var row in readings[index].quarantine {
        row.location.file = FileID(index: UInt32(index))
        result.quarantine.append(row)
      }
    }
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
