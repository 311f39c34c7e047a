/// The nights published before one, as their `run.json` counts them.
struct EarlierNights: Sendable {
  private let runs: RunFolders
  private let retired: [String: [UInt8]]

  /// - Parameter retired: `run.json` of runs whose folders were taken out, by their ids.
  init(in runs: RunFolders, retired: [String: [UInt8]] = [:]) { (self.runs, self.retired) = (runs, retired) }

  /// The nights before a date, the last one first, each once.
  ///
  /// Where a night was published several times, the run counts that no other of that night came after. A run whose
  /// `run.json` cannot be read tells nothing and is passed over.
  ///
  /// - Parameters:
  ///   - date: ISO 8601; runs of that date and later ones do not count.
  ///   - count: How many nights at most.
  func counts(before date: String, atMost count: Int) -> [NightCounts] {
    var nights: [NightCounts] = []
    // A run's name begins with its date, so byte order is the nights' order.
    var rest = Set(Disk.names(in: runs.runs) + retired.keys).sorted()
      .filter { $0.prefix(date.count) < date && $0.count > date.count }[...]
    while nights.count < count, let name = rest.last {
      let night = name.prefix(date.count)
      let ids = rest.reversed().prefix { $0.hasPrefix(night) }
      rest = rest.dropLast(ids.count)
      if let manifest = last(of: Array(ids), date: String(night)) { nights.append(NightCounts(manifest)) }
    }
    return nights
  }

  private func last(of ids: [String], date: String) -> RunManifest? {
    let read = ids.compactMap { id -> (bytes: [UInt8], manifest: RunManifest)? in
      guard let bytes = retired[id] ?? (try? Disk.read("\(runs.folder(of: id))/\(RunManifest.fileName)")),
        let manifest = RunManifest(json: bytes), manifest.asOf == date
      else { return nil }
      return (bytes, manifest)
    }
    let followed = Set(read.compactMap(\.manifest.previous))
    let last = read.first { run in !followed.contains { RunManifest.fits(run.bytes, $0) } }
    return (last ?? read.first)?.manifest
  }
}

extension RunFolders {
  /// What is unlike the nights before in a run that is about to be published; `nil` where nothing is.
  ///
  /// A run that was published already keeps the alarms that it had, as it keeps its predecessor.
  ///
  /// - Parameters:
  ///   - filed: The run's `run.json` as the casebook has it; `nil` where it was not filed before.
  ///   - retired: `run.json` of runs whose folders were taken out, by their ids.
  /// - Throws: ``CaseworkFault/drifted(_:)`` where the policy lets an alarm stop the night.
  func alarms(
    of manifest: RunManifest, under policy: DriftPolicy, filed: RunManifest? = nil, retired: [String: [UInt8]] = [:]
  ) throws(CaseworkFault) -> [DriftAlarm]? {
    if let filed { return filed.alarms }
    let earlier = EarlierNights(in: self, retired: retired).counts(before: manifest.asOf, atMost: policy.reach)
    let alarms = Drift(policy).alarms(tonight: NightCounts(manifest), earlier: earlier)
    guard !alarms.contains(where: { $0.severity == .fail }) else { throw .drifted(alarms) }
    return alarms.isEmpty ? nil : alarms
  }
}
