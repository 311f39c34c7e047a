package import Records

/// Where a case stands after the decisions that were made of it.
///
/// `bukan_orang_sama` and `sudah_ditangani` close it, `perlu_klarifikasi` leaves it open, and `selesai` closes it,
/// on the two highest levels only under the signatures of two people. A later decision goes before earlier ones.
package struct Standing: Hashable, Sendable {
  package enum State: String, CaseIterable, Hashable, Sendable {
    case open = "terbuka"
    /// One person finished it, and a second has to agree.
    case awaiting = "menunggu"
    case closed = "ditutup"
  }

  package private(set) var state = State.open
  /// What made the state, oldest first: nothing, one decision, or `selesai` with each further signature.
  package private(set) var decisions: [Decision] = []

  /// - Parameters:
  ///   - decisions: Those made of one case, oldest first.
  ///   - level: The case's.
  package init(of decisions: some Sequence<Decision>, level: Level) {
    for decision in decisions { take(decision, level) }
  }

  /// Who made the state, each once.
  package var signers: [String] {
    var seen: Set<SignerName> = []
    return decisions.map(\.by).filter { seen.insert(SignerName($0)).inserted }
  }

  /// Whether a verdict on a case of that level takes the signatures of two people.
  package static func needsSecond(_ verdict: Verdict, _ level: Level) -> Bool {
    verdict == .finished && level >= .high
  }

  private mutating func take(_ decision: Decision, _ level: Level) {
    switch decision.verdict {
    case .notSamePerson, .handled: (state, decisions) = (.closed, [decision])
    case .needsClarification: (state, decisions) = (.open, [decision])
    case .finished:
      if decisions.last?.verdict == .finished, state != .open {
        decisions.append(decision)
      } else {
        decisions = [decision]
      }
      state = Self.needsSecond(.finished, level) && signers.count < 2 ? .awaiting : .closed
    }
  }
}
