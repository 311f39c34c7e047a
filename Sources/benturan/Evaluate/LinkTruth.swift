import Casework
import Intake
import Records
import Screening

/// A truth file's pairs, and a run's judgements under the same names.
struct LinkTruth {
  /// As a run names them: NIPs masked where the run's are.
  private(set) var pairs: Set<Evaluation.Pair> = []
  /// As the truth file names them.
  private(set) var written: [Evaluation.Pair: Evaluation.Pair] = [:]

  /// - Parameter isMasked: Whether the run's NIPs are masked.
  init(_ table: PlainTable, path: String, isMasked: Bool) throws {
    guard let vendor = table.column("kunci_pengurus", "person_key"),
      let relative = table.column("kunci_keluarga", "relative_key"), let nip = table.column("nip")
    else {
      throw Self.fault(path, "needs the columns kunci_keluarga, nip and kunci_pengurus", table.columns)
    }
    for row in table.rows {
      let (key, number) = (row.fields[relative], row.fields[nip])
      guard !row.fields[vendor].isEmpty, !key.isEmpty || !number.isEmpty else { continue }
      let pair = Evaluation.Pair(government: key.isEmpty ? number : key, vendor: row.fields[vendor])
      // A masked run writes ids of the shape of a NIK masked too; an official is known by the ends of the NIP there.
      let named =
        isMasked
        ? Evaluation.Pair(
          government: MessageText.masked(pair.government), vendor: MessageText.masked(pair.vendor)) : pair
      pairs.insert(named)
      written[named] = pair
    }
  }

  /// A run's `person-links.csv` under the rows' own keys; rows without a key have no name to be compared by.
  static func judged(_ table: PlainTable, path: String) throws -> [Evaluation.Pair: Evaluation.Judged] {
    guard let relative = table.column("kunci_keluarga", "relative_key"), let nip = table.column("nip"),
      let kind = table.column("jenis", "kind"), let vendor = table.column("kunci_pengurus", "person_key"),
      let probability = table.column("peluang", "probability"),
      let grade = table.column("mutu_identitas", "identity_grade")
    else { throw fault(path, "is no list of person links", table.columns) }
    var judged: [Evaluation.Pair: Evaluation.Judged] = [:]
    for row in table.rows {
      let isOfficial = row.fields[kind] == PersonLink.Kind.official.rawValue
      let key = isOfficial ? row.fields[nip] : row.fields[relative]
      guard !key.isEmpty, !row.fields[vendor].isEmpty, let said = Double(row.fields[probability]),
        let grade = IdentityGrade(rawValue: row.fields[grade])
      else { continue }
      let pair = Evaluation.Pair(government: key, vendor: row.fields[vendor])
      if said > judged[pair]?.probability ?? -1 { judged[pair] = .init(probability: said, grade: grade) }
    }
    return judged
  }

  private static func fault(_ path: String, _ problem: String, _ columns: [String]) -> any Error {
    Terminal.say(
      "\(path): error: the file \(problem) [truth-columns]\n  remedy: its columns are \(columns.joined(separator: ", "))"
    )
    return ExitStatus.unusableInput.code
  }
}

/// Of the true pairs, how many were ever compared, and which keys brought them together.
struct Reach: Encodable {
  private(set) var truePairs = 0
  /// True pairs of which an input lacks a row.
  private(set) var unknown = 0
  private(set) var compared = 0
  private(set) var byKey: [String: Int] = [:]
  /// Why true pairs are missed, and wrong ones linked.
  private(set) var missed: [String: Int] = [:]
  private(set) var wrong: [String: Int] = [:]

  var recall: Double { truePairs == 0 ? 0 : Double(compared) / Double(truePairs) }

  init(_ truth: LinkTruth, _ study: LinkStudy, _ evaluation: Evaluation) {
    for pair in truth.pairs {
      guard let finding = study.study(truth.written[pair] ?? pair) else {
        unknown += 1
        continue
      }
      truePairs += 1
      if finding.isCompared { compared += 1 }
      for key in finding.keys { byKey[key, default: 0] += 1 }
    }
    for pair in evaluation.missedPairs {
      if let finding = study.study(truth.written[pair] ?? pair) { missed[finding.kind.rawValue, default: 0] += 1 }
    }
    for pair in evaluation.wrongPairs {
      if let finding = study.study(pair) { wrong[finding.kind.rawValue, default: 0] += 1 }
    }
  }

  private enum CodingKeys: String, CodingKey {
    case truePairs = "true_pairs"
    case unknown, compared
    case byKey = "by_key"
    case missed, wrong
  }
}
