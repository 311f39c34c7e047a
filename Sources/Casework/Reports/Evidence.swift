import Dispatch
import Records
import Synchronization

/// `evidence.jsonl`: one line a case, the whole trail of it.
enum Evidence: ReportWriter {
  static let name = "evidence.jsonl"

  static func file(of cases: CaseList, in context: ReportContext) -> ReportFile {
    let builder = EvidenceBuilder(context: context)
    let listed = cases.listed
    // The longest of the reports: its lines are made on several threads and joined in the cases' order.
    let parts = max(1, min(context.settings.threads, listed.count))
    let made = Mutex([[UInt8]](repeating: [], count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var bytes: [UInt8] = []
      for matter in listed[listed.count * part / parts..<listed.count * (part + 1) / parts] {
        bytes += JSONText.bytes(of: builder.record(of: matter))
        bytes.append(0x0A)
      }
      made.withLock { $0[part] = bytes }
    }
    return ReportFile(name: name, rows: listed.count, bytes: made.withLock { Array($0.joined()) })
  }
}
