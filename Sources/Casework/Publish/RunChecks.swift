import Records

/// What must hold of a staged run before anyone may read it; nothing here looks at how the reports were made.
struct RunChecks {
  private let night: Night
  private let settings: CaseworkSettings
  private let cases: CaseList
  private let masking: Masking
  private let recheck: RecheckSample

  init(_ reports: Reports) {
    night = reports.context.night
    settings = reports.context.settings
    cases = reports.cases
    masking = reports.context.masking
    recheck = reports.context.recheck
  }

  /// - Throws: ``CaseworkFault/checkFailed(_:)`` with every contradiction found.
  func run(on staging: StagedRun, manifest: RunManifest) throws(CaseworkFault) {
    var faults = countFaults() + Self.openModes(in: staging.folder)
    for output in manifest.outputs {
      let bytes = try Disk.read("\(staging.folder)/\(output.name)")
      faults += outputFaults(output, bytes)
    }
    let written = try Disk.read("\(staging.folder)/\(RunManifest.fileName)")
    if RunManifest(json: written) != manifest { faults.append(.manifestDiffers) }
    if Set(Disk.names(in: staging.folder)) != Set(manifest.outputs.map(\.name) + [RunManifest.fileName]) {
      faults.append(.otherFiles)
    }
    faults += bareFaults(RunManifest.fileName, written)
    guard faults.isEmpty else { throw .checkFailed(faults.map(\.sentence)) }
  }

  /// Sums that must be right whatever the reports say.
  private func countFaults() -> [Fault] {
    var setAside: [FileID: Int] = [:]
    for row in night.quarantine { setAside[row.location.file, default: 0] += 1 }
    var faults: [Fault] = []
    for (index, source) in night.registry.sources.enumerated() {
      let counts = source.counts
      if counts.read != counts.accepted + counts.quarantined { faults.append(.rowsLost(masking.path(source.path))) }
      if counts.quarantined != setAside[FileID(index: UInt32(index))] ?? 0 {
        faults.append(.quarantineDiffers(masking.path(source.path)))
      }
    }
    for rule in night.judgement.coverage where rule.packages != rule.checked + rule.couldNotBeChecked {
      faults.append(.coverageDiffers(rule.rule))
    }
    return faults
  }

  /// One report, read back from the disk.
  private func outputFaults(_ output: RunManifest.Output, _ bytes: [UInt8]) -> [Fault] {
    var faults: [Fault] = []
    if bytes.count != output.bytes || Digest.hex(of: bytes) != output.sha256 {
      faults.append(.bytesDiffer(output.name))
    }
    let rows =
      output.name == Evidence.name ? bytes.count { $0 == 0x0A } : CSVTable.lineCount(of: bytes) - 1
    if rows != output.rows || rows != expectedRows(output.name) { faults.append(.rowCount(output.name)) }
    return faults + bareFaults(output.name, bytes)
  }

  private func expectedRows(_ name: String) -> Int? {
    switch name {
    case FlaggedPairs.name: cases.listed.count + cases.gone.count
    case Evidence.name: cases.listed.count
    case FindingRows.name:
      cases.leftOut == 0 ? night.judgement.findings.count : cases.listed.reduce(0) { $0 + $1.findings.count }
    case PersonLinkRows.name: night.judgement.links.count { $0.nip != nil }
    case QuarantineRows.name: night.quarantine.count
    case CoverageRows.name: night.judgement.coverage.count
    case RecheckRows.name: recheck.packages.count
    default: nil
    }
  }

  /// Whether a report shows a number of someone in the registry.
  private func bareFaults(_ name: String, _ bytes: [UInt8]) -> [Fault] {
    guard settings.unmaskReason == nil else { return [] }
    let shown = IdentifierScan(bytes).found().filter { $0.kind != .phone }.map(\.value)
    let count = night.registry.count(ofPeopleNumbered: Set(shown))
    return count == 0 ? [] : [.bareNumbers(name, count)]
  }

  /// Files and folders of a run that others than the owner may use.
  static func openModes(in folder: String) -> [Fault] {
    var faults: [Fault] = Disk.mode(of: folder) == 0o700 ? [] : [.openMode(folder)]
    for name in Disk.names(in: folder) where Disk.mode(of: "\(folder)/\(name)") != 0o600 {
      faults.append(.openMode("\(folder)/\(name)"))
    }
    return faults
  }
}

extension RunChecks {
  enum Fault: Hashable, Sendable {
    case rowsLost(String), quarantineDiffers(String), coverageDiffers(String), bytesDiffer(String), rowCount(String)
    case manifestDiffers, otherFiles, openMode(String)
    case bareNumbers(String, Int)

    /// Place and contradiction; never a value.
    var sentence: String {
      switch self {
      case .rowsLost(let path): "\(path): rows read are not the sum of rows accepted and quarantined"
      case .quarantineDiffers(let path): "\(path): the rows set aside are not as many as were counted"
      case .coverageDiffers(let rule): "coverage of \(rule): the three answers do not add up to the packages"
      case .bytesDiffer(let name): "\(name): the bytes on the disk are not those written"
      case .rowCount(let name): "\(name): the rows are not as many as the judgement has"
      case .manifestDiffers: "run.json: read back, it says something else"
      case .otherFiles: "the run's folder holds other files than run.json lists"
      case .openMode(let path): "\(path): others than the owner may use it"
      case .bareNumbers(let name, let count): "\(name): numbers of persons that are not masked: \(count)"
      }
    }
  }
}

extension Registry {
  /// How many of some numbers are the NIK, NIP or personal NPWP of someone in the tables.
  func count(ofPeopleNumbered numbers: Set<UInt64>) -> Int {
    guard !numbers.isEmpty else { return 0 }
    var known: Set<UInt64> = []
    func look(_ value: UInt64?) { if let value, numbers.contains(value) { known.insert(value) } }
    func look(_ number: TaxID?) { if let number, number.isPersonal { look(number.value) } }
    for row in officials {
      look(row.nip.value)
      look(row.nationalID?.value)
    }
    for row in relatives {
      look(row.official.value)
      look(row.nationalID?.value)
    }
    for row in vendorPeople {
      look(row.nationalID?.value)
      look(row.taxID)
      look(row.vendor.taxID)
    }
    for row in postings { look(row.nip.value) }
    for row in roles { look(row.nip.value) }
    for row in declarations { look(row.nip.value) }
    for row in vendors { look(row.vendor.taxID) }
    return known.count
  }
}
