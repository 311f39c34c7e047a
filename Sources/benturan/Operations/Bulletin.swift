import Casework
import Logging
import Records

/// What a run leaves for those who watch over it: metrics and a summary, also of a night that failed.
struct Bulletin {
  let night: CalendarDate
  let output: String
  /// Where metrics go; `nil` for nowhere.
  let metrics: String?
  /// Where the summary goes, `-` for standard output; `nil` for nowhere.
  let summary: String?
  var language = Language.indonesian
  var published: PublishedRun?
  /// Those of a night that was stopped by one of them.
  var alarms: [DriftAlarm] = []

  init(night: CalendarDate, output: String, metrics: String?, summary: String?) {
    self.night = night
    self.output = output
    self.metrics = metrics
    self.summary = summary
  }

  private var files: [String] { [metrics, summary].compactMap { $0 }.filter { $0 != "-" } }

  /// Ends the program before anything is read where a file could not be written in the end.
  func check(_ log: Logger) throws {
    do {
      for file in files { try CountsFile.check(file) }
    } catch {
      log.error("\(error)")
      throw ExitStatus.unwritableOutput.code
    }
  }

  /// Writes what was asked for. What fails here is said and changes nothing: the night is published or it is not.
  ///
  /// - Parameter isQuiet: Whether standard output gets the summary only where something needs a person.
  func issue(_ status: ExitStatus, isQuiet: Bool, _ log: Logger) {
    do {
      let counts = try published.map { run throws(PublishedRun.Fault) in try RunCounts(run) }
      let alarms = counts?.alarms ?? self.alarms
      if let metrics {
        let last = (try? PublishedRun(opening: output)).flatMap { CalendarDate(iso: $0.manifest.asOf) }
        let page = MetricsPage(
          status: status, night: night, lastPublished: last, counts: counts, alarms: alarms)
        try CountsFile.replace(metrics, with: page.text, for: .everyone)
      }
      guard let summary else { return }
      let page = SummaryPage(status: status, night: night, counts: counts, alarms: alarms, language: language)
      if summary != "-" {
        try CountsFile.replace(summary, with: page.text, for: .owner)
      } else if !isQuiet || status != .done || !alarms.isEmpty || (counts?.partlyReadFiles ?? 0) > 0 {
        Terminal.print(String(page.text.dropLast()))
      }
    } catch {
      log.error("\(error)")
    }
  }
}
