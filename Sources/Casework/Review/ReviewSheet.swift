package import Records

/// The list that auditors fill: cases with what a reviewer needs to know, and the columns of a decision last.
package struct ReviewSheet: Sendable {
  package let bytes: [UInt8]
  /// How many cases it lists.
  package let rows: Int

  /// - Parameters:
  ///   - cases: All cases of the casebook.
  ///   - isBlind: Whether level, rank, scores and what was decided of open cases are left out and cases stand in the
  ///     order of their ids, so that a second opinion is not led by the first; a column tells where one waits.
  ///   - withClosed: Whether closed cases are listed too.
  package init(
    of cases: [ReviewCase], isBlind: Bool, withClosed: Bool, language: Language,
    delimiter: CaseworkSettings.Delimiter
  ) {
    let known = Self.columns.filter { !isBlind || !Self.scores.contains($0) }
    let filled = DecisionColumn.allCases.filter { $0 != .caseID }
    let headers =
      [Column].flaggedPairs.filter { known.contains($0.indonesian) } + (isBlind ? [Self.state] : [])
      + filled.map(\.column)
    var table = CSVTable(headers, language: language, delimiter: delimiter)
    for matter in cases.filter({ withClosed || !$0.isClosed }).sorted(by: isBlind ? Self.byID : Self.byRank) {
      let cells = known.map { $0 == DecisionColumn.caseID.column.indonesian ? matter.id : matter.cell($0) }
      let decision = isBlind && !matter.isClosed ? nil : matter.standingDecision
      table.add(cells + (isBlind ? [matter.state.rawValue] : []) + Self.decision(decision))
    }
    (bytes, rows) = (table.bytes, table.rows)
  }

  /// Writes the list into a file that is not there yet, for the owner alone.
  package func write(to path: String) throws(CaseworkFault) {
    guard Disk.kind(of: path) == nil else {
      throw .cannotWrite(path: path, reason: "the file is there already, and none is replaced")
    }
    try Disk.write(bytes, to: path)
  }

  private static func decision(_ decision: Decision?) -> [String] {
    guard let decision else { return ["", "", "", "", ""] }
    return [
      decision.verdict.rawValue, decision.reason, decision.note, decision.by, decision.on.description,
    ].map(DecisionText.canonical)
  }

  /// Where a case stands, without whose opinion made it so.
  private static let state = Column("keadaan", "state")

  /// What tells how the program thinks of a case.
  private static let scores: Set = ["peringkat", "tingkat", "mutu_identitas", "peluang", "perkiraan_senama"]

  /// Columns of `flagged-pairs.csv` without a decision's, the way in words and what only lawyers and machines need.
  private static let columns = [
    "id_kasus", "status", "peringkat", "tingkat", "mutu_identitas", "peluang", "perkiraan_senama", "aturan",
    "nip_pejabat", "nama_pejabat", "satuan_kerja", "hubungan", "nama_keluarga", "npwp_penyedia", "nama_penyedia",
    "nama_di_penyedia", "peran_di_penyedia", "porsi_saham", "jumlah_paket", "kode_paket", "nama_paket",
    "peran_pada_paket", "hasil_penyedia", "nilai", "waktu", "pendukung", "penyangkal", "tidak_dibandingkan",
    "kalimat", "langkah_berikut", "bukti",
  ]

  private static func byID(_ left: ReviewCase, _ right: ReviewCase) -> Bool { left.id < right.id }

  /// Those of tonight's list as they stand there, then the others.
  static func byRank(_ left: ReviewCase, _ right: ReviewCase) -> Bool {
    let ranks = [left, right].map { Int($0.cell("peringkat")) ?? Int.max }
    return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : left.id < right.id
  }
}
