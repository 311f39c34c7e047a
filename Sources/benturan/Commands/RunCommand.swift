import ArgumentParser
import Casework
import Intake
import Logging
import Records
import Screening

/// The nightly run: read, screen, file, publish.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Reads a folder of exports and registries and publishes the lists of one night.",
    discussion: "Example: benturan run --input exports --output results --quiet --fail-on tinggi")

  @Option(parsing: .upToNextOption, help: "Folders (or files) to read, with their subfolders.")
  var input: [String]
  @Option(help: "Where runs are published.") var output: String
  @Option(help: "A TOML file with settings.") var config: String?
  @Option(help: "The night's date, as 2026-11-23; without it today in Asia/Makassar.") var asOf: CalendarDate?
  @Option(help: "Language of headers and sentences: id or en.") var lang: Language?
  @Option(help: "How many threads to use; the result does not depend on it.") var threads = 2
  @Flag(help: "Print identifiers and names of minors in full; needs --reason.") var unmask = false
  @Option(help: "Why the output is unmasked; recorded in run.json.") var reason: String?
  @Flag(help: "Say nothing unless something needs a person.") var quiet = false
  @Option(help: "End with status 3 where a case of this level or above is new: kritis, tinggi, sedang or rendah.")
  var failOn: Level?
  @Option(help: "List at most so many cases, the most urgent first.") var budget: Int?
  @Option(help: "The site's key file; without it, key in the output folder.") var keyFile: String?
  @Option(help: "A CSV of names and how many of a whole population bear each: nama;jumlah.") var nameFrequency: String?
  @Flag(help: "Read and compare everything anew, where a run else takes up what is as it was; the result is the same.")
  var full = false
  @Option(help: "How messages are written: text or json.") var logFormat = StandardErrorLog.Format.text

  @Option(help: "Write counts for Prometheus (node_exporter's textfile collector) to this file.") var metrics: String?
  @Option(help: "Write a summary of counts, without names, to this file; - for standard output.") var summary: String?

  func validate() throws {
    if input.isEmpty { throw ValidationError("--input needs at least one folder") }
    if threads < 1 || threads > 256 { throw ValidationError("--threads takes a number from 1 to 256") }
    if let budget, budget < 1 { throw ValidationError("--budget takes a number of at least 1") }
    if unmask, reason?.allSatisfy(\.isWhitespace) ?? true {
      throw ValidationError("--unmask needs --reason TEXT, which is recorded")
    }
    if !unmask, reason != nil { throw ValidationError("--reason goes with --unmask") }
  }

  func run() throws {
    let log = Logger.forCommand(format: logFormat, isQuiet: quiet)
    guard let night = asOf ?? Clock.today else { throw ExitStatus.internalError.code }
    var bulletin = Bulletin(night: night, output: FolderPath.plain(output), metrics: metrics, summary: summary)
    try bulletin.check(log)
    do {
      try file(night, for: &bulletin, log)
      bulletin.issue(.done, isQuiet: quiet, log)
    } catch let code as ExitCode {
      bulletin.issue(ExitStatus(rawValue: code.rawValue) ?? .internalError, isQuiet: quiet, log)
      throw code
    }
  }

  private func file(_ night: CalendarDate, for bulletin: inout Bulletin, _ log: Logger) throws {
    let output = FolderPath.plain(self.output)
    let configuration = try Stage.configuration(config, log)
    bulletin.language = lang ?? configuration.language
    let policy = try Stage.policy(night, configuration, frequencies: nameFrequency, log)
    var clock = StageClock(log: log, isWatched: Terminal.isWatched && !quiet)
    do {
      let lock = try OutputLock(output: output)
      try Casebook.check(output)
      let shelf = try shelf(in: output, configuration)
      defer { shelf?.clear() }
      let reading = try read(night, configuration, shelf, log)
      clock.finished("intake")
      let judgement = Screener(policy, threads: threads, shelf: shelf).screen(reading.registry)
      clock.finished("screening")
      let excerpts = reading.archive.excerpts(
        of: Set(Casebook.rows(citedBy: judgement)), in: reading.registry, threads: threads)
      clock.finished("excerpts")
      guard !tellChanges(of: reading, log) else { throw ExitStatus.unusableInput.code }
      var settings = CaseworkSettings(asOf: night)
      settings.language = lang ?? configuration.language
      settings.unmaskReason = unmask ? reason : nil
      settings.delimiter = configuration.delimiter
      settings.budget = budget
      settings.keyFile = keyFile
      settings.threads = threads
      settings.drift = configuration.drift
      settings.recheckSize = configuration.recheckSize
      settings.retention = configuration.retention
      settings.askedBy = Login.name
      var night = Stage.night(reading, judgement, excerpts, configuration, policy)
      night.timings = clock.timings
      let published = try Casebook(output: output, settings: settings).publish(night, holding: lock)
      bulletin.published = published
      do throws(CaseworkFault) {
        try InputRecord(output: output).remember(input.map(FolderPath.absolute), for: published.id)
      } catch {
        log.error("\(error)\n  the night is published; verify will ask where its inputs are")
      }
      report(published, log)
      if let failOn, published.hasNewCase(atOrAbove: failOn) { throw ExitStatus.newCases.code }
    } catch let fault as CaseworkFault {
      log.error("\(fault)")
      if case .drifted(let alarms) = fault { bulletin.alarms = alarms }
      throw Stage.status(of: fault).code
    }
  }

  /// Where the night before left what this one need not work out again; `nil` where nothing is to be left.
  private func shelf(in output: String, _ configuration: Configuration) throws(CaseworkFault) -> SealedShelf? {
    guard configuration.keepsReadings else {
      try SealedShelf.empty(in: output)
      return nil
    }
    return ProgramStamp.lines.flatMap {
      SealedShelf(output: output, keyFile: keyFile, context: $0 + [configuration.text], isFresh: full)
    }
  }

  private func read(
    _ night: CalendarDate, _ configuration: Configuration, _ shelf: SealedShelf?, _ log: Logger
  ) throws -> Reading {
    var policy = SourceReader.Policy(night: night)
    policy.quarantineShare = configuration.quarantineLimit
    policy.threads = threads
    policy.mappings = configuration.sources
    policy.shelf = shelf
    let reading: Reading
    do {
      reading = try SourceReader(policy).read(input, passingOver: FolderPath.plain(output))
    } catch {
      log.error(
        "\(error.path): error: cannot be read: \(error.reason) [input-missing]\n  remedy: check the path and its permissions"
      )
      throw ExitStatus.missingInput.code
    }
    let mayBeIncomplete = configuration.incompleteFiles == .warn
    // A part of a table needs a person, though the night goes on, and so does what stands where a file belongs; a file
    // of nothing known may be no delivery at all.
    let withheld = Set(reading.incomplete.map(\.path))
    let noFiles = reading.faults.filter { $0.message.code == "file-unreadable" && !withheld.contains($0.path) }
    let partly = (mayBeIncomplete ? [] : Set(reading.registry.sources.filter(\.isPartlyRead).map(\.path)))
      .union(noFiles.map(\.path))
    for fault in reading.faults { log.log(level: partly.contains(fault.path) ? .error : .warning, "\(fault)") }
    for file in reading.incomplete where mayBeIncomplete { log.warning("\(file.diagnostic(.warning))") }
    for pattern in reading.unusedMappings {
      log.warning(
        "\(config ?? ""): warning: no input is meant by source.file \(pattern) [mapping-unused]\n  remedy: compare it with the paths that benturan inspect shows"
      )
    }
    var isUnusable = false
    for source in reading.overLimit {
      log.error(
        """
        \(source.path): error: \(source.counts.quarantined) of \(source.counts.read) rows were set aside, more than \
        \(configuration.quarantineLimit * 100) % [quarantine-limit]
          remedy: see benturan inspect \(source.path); mend the export, or raise quarantine_limit knowingly
        """)
      isUnusable = true
    }
    for file in reading.incomplete where !mayBeIncomplete {
      log.error("\(file.diagnostic(.error))")
      isUnusable = true
    }
    for group in reading.missingDatasets {
      let names = group.map(\.rawValue).joined(separator: ", ")
      log.error(
        "error: no file has any of these datasets: \(names) [dataset-missing]\n  remedy: see benturan inspect for what each file was taken for"
      )
      isUnusable = true
    }
    guard !isUnusable else {
      // With --quiet the reasons of other unreadable files are said only where the run fails.
      if quiet { for fault in reading.faults where !partly.contains(fault.path) { log.error("\(fault)") } }
      // A file that changed meanwhile may be why.
      tellChanges(of: reading, log)
      throw ExitStatus.unusableInput.code
    }
    return reading
  }

  /// - Returns: Whether a file changed since it was opened.
  @discardableResult
  private func tellChanges(of reading: Reading, _ log: Logger) -> Bool {
    let changes = reading.archive.changes()
    for change in changes { log.error("\(change)") }
    return !changes.isEmpty
  }

  private func report(_ published: PublishedRun, _ log: Logger) {
    let levels = Level.allCases.reversed().map { "\(published.manifest.cases.levels[$0.name, default: 0]) \($0.name)" }
    log.info("cases: \(levels.joined(separator: ", "))")
    if published.manifest.cases.leftOut > 0 {
      log.info(
        "left out by --budget, all less urgent than the last one listed: \(published.manifest.cases.leftOut) cases")
    }
    for alarm in published.manifest.alarms ?? [] { log.warning("\(alarm)") }
    if let fault = published.removalFault {
      log.error("\(fault)\n  the night is published; runs whose term is over are taken out by the next one")
    }
    if let fault = published.settlingFault {
      log.error("\(fault)\n  the night is published; the next command brings the casebook up to date")
    }
    log.info("published: \(published.folder)")
    if let newer = published.newer { log.info("latest stays at the later run \(newer)") }
  }
}
