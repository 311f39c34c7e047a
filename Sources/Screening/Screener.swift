package import Records

/// Screens a night's registry: who is whose relative, who holds what, and what asks for clarification; the door of
/// this room.
package struct Screener: Sendable {
  let policy: ScreeningPolicy
  let threads: Int
  private let shelf: (any Shelf)?

  /// - Parameters:
  ///   - threads: How many to use at most; the result does not depend on it.
  ///   - shelf: What earlier nights left, which does not change the result either; `nil` to compare everything anew.
  package init(_ policy: ScreeningPolicy, threads: Int = 2, shelf: (any Shelf)? = nil) {
    self.policy = policy
    self.threads = threads
    self.shelf = shelf
  }

  package func screen(_ registry: Registry) -> Judgement {
    let directory = VendorDirectory(registry)
    let market = Market(registry, directory)
    let linked = Linker(
      registry: registry, policy: policy, directory: directory, threads: threads, shelf: shelf
    ).link()
    let graph = RelationGraph(registry, directory, market, linked, policy)
    var judgement = Judge(graph).judge()
    if linked.spellings > 0 {
      judgement.remarks.append(
        .init(
          code: "ejaan-nama-pejabat",
          phrase: Phrase(
            "pejabat dengan satu NIP yang namanya ditulis lebih dari satu cara",
            "officials of one NIP whose name is spelt in more than one way"), count: linked.spellings))
    }
    judgement.uncomparedPairs = linked.uncompared
    if linked.uncompared > 0 {
      judgement.remarks.append(
        .init(
          code: "pasangan-tidak-dibandingkan",
          phrase: Phrase(
            "pasangan yang bertemu pada kunci yang terlalu umum dan tidak dibandingkan karenanya, paling banyak",
            "pairs that met under a key too common and were not compared for it, at most"), count: linked.uncompared))
    }
    return judgement
  }
}
