import ArgumentParser

/// The numbers under which the program ends, as in sysexits.h; nothing else knows them.
enum ExitStatus: Int32, Error {
  /// Done and published, flags or none.
  case done = 0
  /// Done and published, and a case at or above the level asked for is new tonight.
  case newCases = 3
  case wrongUsage = 64
  /// A required dataset is missing, or too many rows of a file were set aside; nothing was published.
  case unusableInput = 65
  /// An input path does not exist or cannot be read.
  case missingInput = 66
  case internalError = 70
  case unwritableOutput = 73
  /// Another run holds the lock.
  case locked = 75
  case configurationError = 78

  /// What the argument parser ends the program with.
  var code: ExitCode { ExitCode(rawValue) }
}
