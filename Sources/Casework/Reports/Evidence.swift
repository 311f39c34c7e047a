import Records

/// `evidence.jsonl`: one line a case, the whole trail of it.
enum Evidence: ReportWriter {
  static let name = "evidence.jsonl"

  static func file(of cases: CaseList, in context: ReportContext) -> ReportFile {
    let builder = EvidenceBuilder(context: context)
    var bytes: [UInt8] = []
    for matter in cases.listed {
      bytes += JSONText.bytes(of: builder.record(of: matter))
      bytes.append(0x0A)
    }
    return ReportFile(name: name, rows: cases.listed.count, bytes: bytes)
  }
}
