package import Records

/// Screens a night's registry: who is whose relative, who holds what, and what asks for clarification; the door of
/// this room.
package struct Screener: Sendable {
  private let policy: ScreeningPolicy

  package init(_ policy: ScreeningPolicy) { self.policy = policy }

  package func screen(_ registry: Registry) -> Judgement {
    let linked = Linker(registry: registry, policy: policy).link()
    let graph = RelationGraph(registry, linked.links, policy)
    var judgement = Judge(graph).judge()
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
