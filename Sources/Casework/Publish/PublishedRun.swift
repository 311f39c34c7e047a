package import Records

/// A whole run as it stands on the disk, for the commands that read one.
package struct PublishedRun: Sendable {
  /// The run's own folder, with `latest` resolved.
  package let folder: String
  package let manifest: RunManifest
  /// Why runs whose term is over could not be taken out after this one was published.
  package var removalFault: CaseworkFault?
  /// What failed once readers saw this run; the next command makes it good.
  package var settlingFault: CaseworkFault?
  /// The run of a later night that `latest` stayed at when this one was published; `nil` where it leads to this one.
  package var newer: String?

  init(folder: String, manifest: RunManifest) {
    self.folder = folder
    self.manifest = manifest
  }

  /// Opens a run.
  ///
  /// - Parameter path: An output folder (its `latest` counts), `latest` itself, or a run's folder.
  /// - Throws: ``Fault``.
  package init(opening path: String) throws(Fault) {
    var folder = RunFolders.isComplete(path) ? path : "\(path)/latest"
    if let target = Disk.target(of: folder) {
      let parent = folder.lastIndex(of: "/").map { folder[...$0] } ?? ""
      folder = target.hasPrefix("/") ? target : parent + target
    }
    guard RunFolders.isComplete(folder) else { throw .noRun(path) }
    guard let run = PublishedRun(complete: folder) else { throw .damaged("\(folder)/\(RunManifest.fileName)") }
    self = run
  }

  /// Opens a run's folder; `nil` where its manifest is missing or damaged.
  init?(complete folder: String) {
    guard let bytes = try? Disk.read("\(folder)/\(RunManifest.fileName)"), let manifest = RunManifest(json: bytes)
    else { return nil }
    self.init(folder: folder, manifest: manifest)
  }

  package var id: String { manifest.run }

  /// The seal of its `run.json`; `nil` where that cannot be read.
  var manifestDigest: String? {
    (try? Disk.read("\(folder)/\(RunManifest.fileName)")).map { RunManifest.seal(of: $0) }
  }

  /// Whether another folder has the same run, and nobody changed a byte of this one's `run.json`.
  func isSameRun(as other: PublishedRun) -> Bool {
    let paths = [folder, other.folder].map { "\($0)/\(RunManifest.fileName)" }
    guard let own = try? Disk.read(paths[0]), let others = try? Disk.read(paths[1]) else { return false }
    return own == others || RunManifest.filed(own) == RunManifest.filed(others) && RunManifest.hasOwnTimings(own)
  }

  /// Whether a case of that level or above is new tonight, or asks for somebody again.
  package func hasNewCase(atOrAbove level: Level) -> Bool {
    let fresh = manifest.cases.fresh ?? manifest.cases.levels
    return Level.allCases.contains { $0 >= level && fresh[$0.name, default: 0] > 0 }
  }

  /// The rows of `flagged-pairs.csv`, by their cases' ids.
  func flaggedRows() -> [String: [String]] {
    guard let bytes = try? Disk.read("\(folder)/\(FlaggedPairs.name)"), let lines = Self.table(bytes) else {
      return [:]
    }
    return lines.dropFirst().reduce(into: [:]) { rows, cells in
      if let id = cells.first { rows[id] = cells }
    }
  }

  /// All cases listed, the most urgent first.
  package func evidence() throws(Fault) -> [EvidenceRecord] {
    let path = "\(folder)/\(Evidence.name)"
    guard let bytes = try? Disk.read(path) else { throw .damaged(path) }
    var records: [EvidenceRecord] = []
    for line in bytes.split(separator: 0x0A) {
      guard let record = JSONText.value(EvidenceRecord.self, from: line) else { throw .damaged(path) }
      records.append(record)
    }
    return records
  }

  /// The case with an id, or the most urgent one that rests on the link with that id.
  ///
  /// - Parameter id: As an operator types it; see ``Numbering/canonical(_:)``.
  /// - Returns: `nil` where the run has none.
  package func evidence(of id: String) throws(Fault) -> EvidenceRecord? {
    let id = Numbering.canonical(id) ?? id
    return try evidence().first { record in record.case.id == id || record.links.contains { $0.id == id } }
  }

  /// A row of `person-links.csv` by its id: column and cell in order, for a link that no case rests on too.
  package func link(_ id: String) throws(Fault) -> [EvidenceRecord.Field]? {
    let id = Numbering.canonical(id) ?? id
    let path = "\(folder)/\(PersonLinkRows.name)"
    guard let bytes = try? Disk.read(path), let lines = Self.table(bytes), let header = lines.first else {
      throw .damaged(path)
    }
    return lines.dropFirst().first { $0.first == id }.map { cells in
      zip(header, cells).map { EvidenceRecord.Field(column: $0, value: $1) }
    }
  }

  /// Reads a table whatever its delimiter: it is the one that gives more than one column.
  static func table(_ bytes: [UInt8]) -> [[String]]? {
    CaseworkSettings.Delimiter.allCases.lazy
      .compactMap { CSVTable.lines(of: bytes, delimiter: $0) }
      .first { $0.first.map { $0.count > 1 } ?? false }
  }
}

extension PublishedRun {
  /// Reads every output again and holds it against the digest that was recorded, by the run or by a later purge.
  ///
  /// - Returns: What does not fit, in the order of the manifest; empty for a run as it was published.
  package func verifyOutputs() -> [Mismatch] {
    var mismatches: [Mismatch] = []
    let cut = CutRun(in: folder)
    for output in manifest.outputs {
      guard let bytes = try? Disk.read("\(folder)/\(output.name)") else {
        mismatches.append(.missing(output.name))
        continue
      }
      let (found, expected) = (Digest.hex(of: bytes), cut?.digest(of: output.name) ?? output.sha256)
      if found != expected { mismatches.append(.changed(output.name, expected: expected, found: found)) }
    }
    let known = Set(manifest.outputs.map(\.name) + [RunManifest.fileName] + (cut == nil ? [] : [CutRun.fileName]))
    return mismatches + Disk.names(in: folder).filter { !known.contains($0) }.map(Mismatch.unlisted)
  }

  package enum Mismatch: Hashable, Sendable {
    case missing(String)
    case changed(String, expected: String, found: String)
    case unlisted(String)
  }

  package enum Fault: Error, Hashable, Sendable {
    /// There is no whole run at the path.
    case noRun(String)
    /// A file of the run is missing or not as the program wrote it.
    case damaged(String)
  }
}
