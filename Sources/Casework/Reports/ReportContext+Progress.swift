import Records

/// Why a case is not what it was, in words.
extension ReportContext {
  /// One sentence on what changed; none for a case that is new or as it was.
  func reasons(_ progress: CaseProgress) -> [String] {
    switch progress.status {
    case .new, .same: []
    case .gone: []
    case .changed:
      [sentence(Phrase("Berubah sejak malam sebelumnya", "Changed since the night before"), progress.reasons)]
    case .reopened: [sentence(Phrase("Dibuka kembali", "Reopened"), progress.reasons)]
    }
  }

  /// A beginning and its reasons, with a full stop.
  func sentence(_ beginning: Phrase, _ reasons: [Phrase]) -> String {
    let words = reasons.map { masking.text(language.of($0)) }.joined(separator: "; ")
    return words.isEmpty ? "\(language.of(beginning))." : "\(language.of(beginning)): \(words)."
  }
}
