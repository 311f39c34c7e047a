import Records

/// How a case stands to the night before.
enum CaseStatus: String, CaseIterable, Sendable {
  case new = "baru"
  case same = "tetap"
  case changed = "berubah"
  /// It was gone or closed, and asks for somebody again.
  case reopened = "dibuka_kembali"
  /// It was there the night before, and is not tonight.
  case gone = "hilang"

  /// Whether it is for somebody who looked at the list of the night before to look at now.
  var isFresh: Bool { self == .new || self == .reopened }
}

/// What the casebook knows of one of tonight's cases.
struct CaseProgress: Hashable, Sendable {
  let status: CaseStatus
  /// Why it is not what it was; empty for new cases and those that stay.
  var reasons: [Phrase] = []
  /// What auditors made of it, as far as that still holds.
  let standing: Standing
}

/// A case of the night before that tonight does not find.
struct GoneCase: Hashable, Sendable {
  let id: String
  let level: String
  let reasons: [Phrase]
  /// Its cells in the list of the night before; empty where that list may not be shown or is not there any more.
  var cells: [String] = []
}
