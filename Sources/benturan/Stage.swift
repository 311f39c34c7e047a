import Casework
import Logging

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

  static func status(of fault: CaseworkFault) -> ExitStatus {
    switch fault {
    case .locked: .locked
    case .cannotWrite: .unwritableOutput
    case .unusableKey: .configurationError
    case .checkFailed: .internalError
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
