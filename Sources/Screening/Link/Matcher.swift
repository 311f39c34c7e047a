import Dispatch
import Records
import Synchronization

/// Lets rows of both sides meet under their keys and weighs the pairs, on as many threads as are given.
struct Matcher: Sendable {
  let people: People
  let index: KeyIndex
  let keys: KeyMaker
  let model: MatchModel
  let night: CalendarDate
  /// The bits, without the prior, below which a pair does not matter.
  let needed: Double

  /// A pair that matters.
  struct Pair: Sendable {
    var government: UInt32
    var vendor: UInt32
    var bits: Double
    var kinBits: Double
  }

  struct Found: Sendable {
    /// In the order of the government's rows.
    var pairs: [Pair] = []
    /// Pairs that met only under a key too common.
    var uncompared = 0
  }

  private static let rowsAtATime = 4096

  init(_ people: People, _ model: MatchModel, night: CalendarDate, needed: Double) {
    self.people = people
    self.model = model
    self.night = night
    self.needed = needed
    keys = KeyMaker(people.tokens, people.addresses)
    index = KeyIndex(Self.entries(people, keys), tags: people.vendors.facts.map { RowTag($0).bits })
  }

  private static func entries(_ people: People, _ keys: KeyMaker) -> [KeyedRow] {
    var entries: [KeyedRow] = []
    entries.reserveCapacity(people.vendors.count * 12)
    for (row, facts) in people.vendors.facts.enumerated() where !facts.marks.contains(.company) {
      let name = people.vendors.names.tokens.span.extracting(people.vendors.names.range(row))
      keys.eachKey(facts, name, swapped: false) { key, _ in
        entries.append(KeyedRow(key: key, row: UInt32(row)))
      }
    }
    return entries
  }

  func match(threads: Int) -> Found {
    let rows = people.government.count
    let chunks = (rows + Self.rowsAtATime - 1) / Self.rowsAtATime
    let results = Mutex([Found](repeating: Found(), count: chunks))
    let next = Atomic(0)
    let contacts = Contacts(people)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, chunks))) { _ in
      var worker = Worker(self, contacts)
      while true {
        let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard chunk < chunks else { return }
        let found = worker.match(chunk * Self.rowsAtATime..<min(rows, (chunk + 1) * Self.rowsAtATime))
        results.withLock { $0[chunk] = found }
      }
    }
    return results.withLock { parts in
      var all = Found()
      all.pairs.reserveCapacity(parts.reduce(0) { $0 + $1.pairs.count })
      for part in parts {
        all.pairs += part.pairs
        all.uncompared += part.uncompared
      }
      return all
    }
  }

  /// What one thread works with.
  private struct Worker {
    private let matcher: Matcher
    private let contacts: Contacts
    private var comparer: PairComparer
    private var candidates: Candidates
    /// The candidates' facts, in their order.
    private var facts: [PersonFacts] = []
    private var ahead = ReadAhead()

    /// So many rows have keys enough to keep the memory busy, and few enough candidates to keep near the processor.
    private static let rowsAtATime = 16

    init(_ matcher: Matcher, _ contacts: Contacts) {
      self.matcher = matcher
      self.contacts = contacts
      comparer = PairComparer(matcher.people, matcher.model, night: matcher.night)
      candidates = Candidates(
        rows: matcher.people.vendors.count, TagReach.Bounds(comparer, matcher.needed))
    }

    mutating func match(_ rows: Range<Int>) -> Found {
      var found = Found()
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.rowsAtATime) {
        let some = start..<min(start + Self.rowsAtATime, rows.upperBound)
        candidates.gather(some, matcher.people, matcher.index, contacts, matcher.keys)
        found.uncompared += candidates.passedOver
        giveUp()
        weigh(&found)
      }
      return found
    }

    /// Leaves the candidates whose facts can reach the bits needed.
    ///
    /// First all their facts are read, then the names of those that are left: the processor waits for memory once.
    private mutating func giveUp() {
      facts.removeAll(keepingCapacity: true)
      for pair in candidates.pairs { facts.append(matcher.people.vendors.facts[Int(pair.vendor)]) }
      var kept = 0
      for place in facts.indices {
        let pair = candidates.pairs[place]
        guard comparer.mayReach(matcher.needed, matcher.people.government.facts[Int(pair.government)], facts[place])
        else { continue }
        facts[kept] = facts[place]
        candidates.pairs[kept] = pair
        kept += 1
      }
      facts.removeLast(facts.count - kept)
      candidates.pairs.removeLast(candidates.pairs.count - kept)
      for own in facts where own.nameCount > 0 {
        ahead.touch(UInt64(matcher.people.vendors.names.tokens[Int(own.nameStart)]))
      }
    }

    private mutating func weigh(_ found: inout Found) {
      for (pair, own) in zip(candidates.pairs, facts) {
        let weight = comparer.weigh(
          matcher.people.government.facts[Int(pair.government)], matcher.people.government, own,
          matcher.people.vendors, needed: matcher.needed)
        guard let weight else { continue }
        found.pairs.append(
          Pair(government: pair.government, vendor: pair.vendor, bits: weight.bits, kinBits: weight.kinBits))
      }
    }
  }
}
