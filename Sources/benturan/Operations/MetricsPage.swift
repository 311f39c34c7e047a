import Casework
import Foundation
import Records

/// A run in the text format of Prometheus; counts only, so that anybody may read it.
///
/// Times are the night's date, not the clock's, since a night may be repeated; durations say how long it took. A night
/// that was not published has no counts: the series end, and the exit status says why.
struct MetricsPage {
  let status: ExitStatus
  let night: CalendarDate
  /// The night that `latest` leads to; `nil` where none was published.
  let lastPublished: CalendarDate?
  let counts: RunCounts?
  let alarms: [DriftAlarm]

  var text: String {
    var page = Gauges()
    page.add("last_exit_status", "Exit status of the last run.", [([], "\(status.rawValue)")])
    page.add("night_timestamp_seconds", "The last run's night, its midnight UTC.", [([], Self.seconds(night))])
    if let lastPublished {
      page.add(
        "published_night_timestamp_seconds", "The night that latest leads to, its midnight UTC.",
        [([], Self.seconds(lastPublished))])
    }
    page.add(
      "alarms", "Numbers unlike those of the nights before.",
      DriftAlarm.Code.allCases.map { code in
        ([("code", code.rawValue)], "\(alarms.count { $0.code == code })")
      })
    guard let counts else { return page.text }
    page.add(
      "cases", "Cases listed.",
      counts.cases.sorted { $0.key < $1.key }.map { standing, count in
        ([("level", standing.level), ("status", standing.status)], "\(count)")
      })
    page.add("cases_left_out", "Cases found beyond the budget.", [([], "\(counts.leftOut)")])
    page.add("rows_accepted", "Rows accepted from the files of a dataset.", Self.byDataset(counts.accepted))
    page.add("rows_quarantined", "Rows set aside from the files of a dataset.", Self.byDataset(counts.quarantined))
    page.add(
      "files_incomplete", "Files that were not read to their end, or not at all.",
      [
        ([("read", "partly")], "\(counts.partlyReadFiles)"), ([("read", "not")], "\(counts.unreadFiles)"),
      ])
    page.add(
      "stage_duration_seconds", "How long a stage took.",
      counts.timings.sorted { $0.key < $1.key }.map { ([("stage", $0.key)], "\(Double($0.value) / 1000)") })
    return page.text
  }

  private static func byDataset(_ counts: [String: Int]) -> [Gauges.Sample] {
    counts.sorted { $0.key < $1.key }.map { ([("dataset", $0.key)], "\($0.value)") }
  }

  /// Seconds from 1970 to a day's midnight.
  private static func seconds(_ day: CalendarDate) -> String {
    var parts = tm()
    parts.tm_year = Int32(day.year - 1900)
    parts.tm_mon = Int32(day.month - 1)
    parts.tm_mday = Int32(day.day)
    return "\(timegm(&parts))"
  }
}

/// Gauges in Prometheus's text format, version 0.0.4.
private struct Gauges {
  /// Labels and the number.
  typealias Sample = (labels: [(name: String, value: String)], value: String)

  private(set) var text = ""

  mutating func add(_ name: String, _ help: String, _ samples: [Sample]) {
    guard !samples.isEmpty else { return }
    text += "# HELP benturan_\(name) \(help)\n# TYPE benturan_\(name) gauge\n"
    for sample in samples {
      let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
      text += "benturan_\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(sample.value)\n"
    }
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
