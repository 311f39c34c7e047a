package import Records

/// The comparison of pairs by itself, for measuring: a registry's people made ready, and pairs drawn evenly from them.
package struct ComparatorDrill {
  private let people: People
  private var comparer: PairComparer
  private var aligner: NameAligner
  private let needed: Double

  package init(_ registry: Registry, _ policy: ScreeningPolicy) {
    let linker = Linker(registry: registry, policy: policy, directory: VendorDirectory(registry), threads: 1)
    people = linker.people()
    comparer = PairComparer(people, policy.model, night: policy.night)
    aligner = NameAligner(people.tokens, policy.model)
    needed = -Linker.prior(people, policy.model)
  }

  /// What is done with each pair.
  package enum Work: String, CaseIterable, Sendable {
    /// Names are aligned word by word.
    case names
    /// All facts are weighed, and a pair is given up as soon as it cannot matter.
    case facts
    /// All facts are weighed to the end.
    case everything = "all facts"
  }

  /// - Returns: A sum over all pairs, which the work cannot be left out for.
  package mutating func run(_ work: Work, pairs: Int) -> Double {
    let (left, right) = (people.government, people.vendors)
    guard left.count > 0, right.count > 0 else { return 0 }
    var sum = 0.0
    for draw in 0..<UInt64(pairs) {
      let one = left.facts[Int(LinkKey.mix(draw, kind: 14) % UInt64(left.count))]
      let other = right.facts[Int(LinkKey.mix(draw, kind: 15) % UInt64(right.count))]
      switch work {
      case .names:
        sum +=
          aligner.align(
            left.names.tokens.span.extracting(one.name), one.patronym, right.names.tokens.span.extracting(other.name),
            other.patronym
          ).bits
      case .facts:
        guard comparer.mayReach(needed, one, other) else { continue }
        sum += comparer.weigh(one, left, other, right, needed: needed)?.bits ?? 0
      case .everything: sum += comparer.weigh(one, left, other, right)?.bits ?? 0
      }
    }
    return sum
  }
}
