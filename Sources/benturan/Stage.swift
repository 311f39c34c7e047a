import Casework
import Foundation
import Intake
import Logging
import Records
import Screening

/// What several commands do alike around the rooms' doors.
enum Stage {
  /// Reads the configuration, or says every fault of it.
  static func configuration(_ path: String?, _ log: Logger) throws -> Configuration {
    do {
      return try Configuration(file: path)
    } catch {
      for line in error.lines { log.error("\(line)") }
      throw ExitStatus.configurationError.code
    }
  }

  /// Reads inputs for a command that only looks at them.
  static func reading(_ inputs: [String], _ policy: SourceReader.Policy, passingOver output: String) throws -> Reading {
    do {
      return try SourceReader(policy).read(inputs, passingOver: output)
    } catch {
      Terminal.say(
        "\(error.path): error: cannot be read: \(error.reason) [input-missing]\n  remedy: check the path and its permissions"
      )
      throw ExitStatus.missingInput.code
    }
  }

  /// What the configuration and its files say of the screening, or every fault of them.
  ///
  /// - Parameter frequencies: A list of names and how many people bear each; `nil` for none.
  static func policy(
    _ night: CalendarDate, _ configuration: Configuration, frequencies: String? = nil, _ log: Logger
  ) throws -> ScreeningPolicy {
    var policy = ScreeningPolicy(night: night)
    policy.reviewThreshold = configuration.reviewThreshold
    policy.flagThreshold = configuration.flagThreshold
    policy.kinshipProfile = configuration.kinshipProfile
    policy.ownerCoolingOffMonths = configuration.ownerCoolingOffMonths
    policy.officialCoolingOffMonths = configuration.officialCoolingOffMonths
    policy.beneficialShare = configuration.beneficialShare
    policy.controllingShare = configuration.controllingShare
    if let path = configuration.model { policy.model = try model(path, log) }
    if let frequencies { policy.nameFrequencies = try self.frequencies(frequencies) }
    return policy
  }

  private static func model(_ path: String, _ log: Logger) throws -> MatchModel {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      log.error("\(path): error: the model cannot be read [model-missing]\n  remedy: check screening.model")
      throw ExitStatus.configurationError.code
    }
    do {
      return try MatchModel(file: Array(bytes))
    } catch {
      log.error(
        "\(path):\(error.line): error: \(error.problem) [model-fault]\n  remedy: compare with a file that benturan train wrote"
      )
      throw ExitStatus.configurationError.code
    }
  }

  /// Says how many rows of a table could not be read.
  static func warn(of table: PlainTable, _ path: String) {
    if table.setAside > 0 { Terminal.say("\(path): warning: \(table.setAside) rows could not be read [rows-left-out]") }
  }

  /// Reads `nama;jumlah`: a name, of one word or several, and how many people bear it.
  private static func frequencies(_ path: String) throws -> NameFrequencies {
    do throws(PlainTable.Fault) {
      let table = try PlainTable(reading: path)
      guard let name = table.column("nama", "name"), let people = table.column("jumlah", "count") else {
        throw PlainTable.Fault(path: path, reason: "it needs the columns nama and jumlah")
      }
      warn(of: table, path)
      var frequencies = NameFrequencies()
      for row in table.rows {
        guard let count = Int(row.fields[people]), count >= 0 else {
          throw PlainTable.Fault(path: path, reason: "line \(row.line) has no whole number in jumlah")
        }
        frequencies.add(row.fields[name].utf8, people: count)
      }
      return frequencies
    } catch {
      Terminal.say(
        "\(error.path): error: cannot be used: \(error.reason) [name-frequency]\n  remedy: give a CSV with the columns nama and jumlah"
      )
      throw ExitStatus.missingInput.code
    }
  }

  /// What a run and whoever repeats it hand to the casework.
  static func night(
    _ reading: Reading, _ judgement: Judgement, _ excerpts: [RowReference: SourceExcerpt],
    _ configuration: Configuration, _ policy: ScreeningPolicy
  ) -> Night {
    var night = Night(
      registry: reading.registry, judgement: judgement, quarantine: reading.quarantine, excerpts: excerpts,
      toolVersion: Benturan.toolVersion)
    let thresholds = policy.thresholds.map { Night.Setting($0.name, $0.value) }
    night.rules = AllRules.cards.map {
      Night.RuleRecord(id: $0.id, version: String($0.version), thresholds: thresholds)
    }
    night.configuration = configuration.text
    night.settings =
      [
        Night.Setting("quarantine_limit", "\(configuration.quarantineLimit)"),
        Night.Setting("recheck.size", "\(configuration.recheckSize)"),
        Night.Setting("screening.model_version", policy.model.version),
        Night.Setting("name_frequency", policy.nameFrequencies.version),
      ] + policy.thresholds.map { Night.Setting("screening.\($0.name)", $0.value) }
    return night
  }

  static func status(of fault: CaseworkFault) -> ExitStatus {
    switch fault {
    case .locked: .locked
    case .cannotWrite, .casebookLost, .casebookBehind, .replayDiffers: .unwritableOutput
    case .unusableKey: .configurationError
    case .damagedCasebook: .unwritableOutput
    case .noCasebook: .missingInput
    case .unknownCase: .wrongUsage
    case .drifted, .withdrawn: .unusableInput
    case .checkFailed: .internalError
    }
  }
}

extension PublishedRun {
  /// Notes in the casebook that somebody looks at a run that was written in full, before it is shown.
  func noteShown(by command: String) throws {
    try noteShown { lists, name, day throws(CaseworkFault) in try lists.note(command, by: name, on: day) }
  }

  /// Notes that rows of the inputs are shown in full.
  func noteRowsShown(by command: String, reason: String) throws {
    try noteShown { lists, name, day throws(CaseworkFault) in
      try lists.note(command, reason: reason, by: name, on: day)
    }
  }

  private func noteShown(_ note: (ShownLists, String, String) throws(CaseworkFault) -> Void) throws {
    do {
      try note(ShownLists(self), Login.name, Clock.today?.description ?? manifest.asOf)
    } catch {
      Terminal.say("\(error)")
      throw Stage.status(of: error).code
    }
  }
}

/// Takes the time of each stage, and tells a person who watches.
struct StageClock {
  let log: Logger
  let isWatched: Bool
  private var start = ContinuousClock.now
  private(set) var timings: [Night.Timing] = []

  init(log: Logger, isWatched: Bool) {
    self.log = log
    self.isWatched = isWatched
  }

  mutating func finished(_ stage: String) {
    let spent = start.duration(to: .now)
    start = .now
    let milliseconds = Int(spent / .milliseconds(1))
    timings.append(.init(stage: stage, milliseconds: milliseconds))
    if isWatched { log.info("\(stage): \(milliseconds) ms") }
  }
}
