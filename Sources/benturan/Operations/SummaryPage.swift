import Casework
import Records

/// A night in a few lines for a mail: counts, no name of anyone, no file's name.
struct SummaryPage {
  let status: ExitStatus
  let night: CalendarDate
  let counts: RunCounts?
  let alarms: [DriftAlarm]
  let language: Language

  var text: String {
    var lines = [
      say("benturan, malam \(night)", "benturan, night of \(night)"),
      counts == nil
        ? say("Tidak diterbitkan (status \(status.rawValue)).", "Not published (status \(status.rawValue)).")
        : say("Diterbitkan (status \(status.rawValue)).", "Published (status \(status.rawValue))."),
    ]
    if let counts { lines += body(counts) }
    if !alarms.isEmpty {
      lines += ["", say("Lain dari malam-malam sebelumnya:", "Unlike the nights before:")]
      for code in DriftAlarm.Code.allCases {
        let count = alarms.count { $0.code == code }
        if count > 0 { lines.append("  \(code.rawValue): \(count)") }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func body(_ counts: RunCounts) -> [String] {
    var lines = ["", say("Indikasi yang perlu klarifikasi:", "Indications to be clarified:")]
    for level in Level.allCases.reversed() {
      let standings = counts.cases.filter { $0.key.level == level.name }.sorted { $0.key < $1.key }
      let parts = standings.map { "\($0.value) \($0.key.status)" }
      lines.append("  \(level.name): \(parts.isEmpty ? "0" : parts.joined(separator: ", "))")
    }
    if counts.leftOut > 0 { lines.append("  \(say("tidak dimuat", "left out")): \(counts.leftOut)") }
    lines += ["", say("Baris terbaca, dan disisihkan:", "Rows read, and set aside:")]
    for (dataset, accepted) in counts.accepted.sorted(by: { $0.key < $1.key }) {
      let aside = counts.quarantined[dataset, default: 0]
      lines.append("  \(dataset): \(accepted + aside), \(aside)")
    }
    if counts.partlyReadFiles > 0 {
      lines.append(
        "  \(say("berkas yang tidak terbaca sampai akhir", "files not read to their end")): \(counts.partlyReadFiles)")
    }
    if counts.unreadFiles > 0 {
      lines.append("  \(say("berkas yang tidak terbaca sama sekali", "files not read at all")): \(counts.unreadFiles)")
    }
    lines += ["", say("Paket yang dapat diperiksa:", "Packages that could be checked:")]
    for rule in counts.coverage {
      lines.append("  \(rule.rule): \(rule.checked) \(say("dari", "of")) \(rule.packages)")
    }
    return lines
  }

  private func say(_ indonesian: String, _ english: String) -> String {
    language.of(Phrase(indonesian, english))
  }
}
