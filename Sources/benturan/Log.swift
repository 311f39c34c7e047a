import Foundation
import Logging

/// Messages on standard error, as text for people or as one JSON object a line for machines.
struct StandardErrorLog: LogHandler {
  enum Format: String, CaseIterable {
    case text, json
  }

  let format: Format
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    switch format {
    case .text: Terminal.say(event.message.description)
    case .json:
      let fields = ["level": event.level.rawValue, "message": event.message.description]
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      if let line = try? encoder.encode(fields) { Terminal.say(String(decoding: line, as: UTF8.self)) }
    }
  }
}

extension Logger {
  /// - Parameters:
  ///   - format: Text or JSON.
  ///   - isQuiet: Whether only what needs a person is said.
  static func forCommand(format: StandardErrorLog.Format, isQuiet: Bool) -> Logger {
    Logger(label: "benturan") { _ in
      StandardErrorLog(format: format, logLevel: isQuiet ? .error : .info)
    }
  }
}
