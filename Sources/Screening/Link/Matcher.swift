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
    /// In the order of the government's rows, then the vendors'.
    var pairs: [Pair] = []
    /// Pairs that met and were compared, and those that met only under a key too common.
    var compared = 0
    var uncompared = 0
  }

  /// A key with more rows than this on the vendors' side is too common: only those that share a rarer key too are
  /// compared, and the rest is counted.
  static let longestRun = 120
  private static let rowsAtATime = 4096

  init(_ people: People, _ model: MatchModel, night: CalendarDate, needed: Double) {
    self.people = people
    self.model = model
    self.night = night
    self.needed = needed
    keys = KeyMaker(people.tokens, people.addresses)
    index = KeyIndex(Self.entries(people, keys))
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
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, chunks))) { _ in
      var worker = Worker(self)
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
        all.compared += part.compared
        all.uncompared += part.uncompared
      }
      return all
    }
  }

  /// What one thread works with.
  private struct Worker {
    private let matcher: Matcher
    private var comparer: PairComparer
    /// For each vendor's row the last government's row, counted from 1, that met it.
    private var met: [UInt32]
    private var candidates: [UInt32] = []

    init(_ matcher: Matcher) {
      self.matcher = matcher
      comparer = PairComparer(matcher.people, matcher.model, night: matcher.night)
      met = Array(repeating: 0, count: matcher.people.vendors.count)
    }

    mutating func match(_ rows: Range<Int>) -> Found {
      var found = Found()
      for row in rows {
        found.uncompared += gather(row)
        found.compared += candidates.count
        let facts = matcher.people.government.facts[row]
        for candidate in candidates {
          let weight = comparer.weigh(
            facts, matcher.people.government, row, matcher.people.vendors.facts[Int(candidate)],
            matcher.people.vendors, Int(candidate), needed: matcher.needed)
          guard let weight else { continue }
          found.pairs.append(
            Pair(government: UInt32(row), vendor: candidate, bits: weight.bits, kinBits: weight.kinBits))
        }
      }
      return found
    }

    /// Gathers the vendors' rows that share a key with a row.
    ///
    /// - Returns: How many share only keys that are too common; a row that shares two of those counts twice.
    private mutating func gather(_ row: Int) -> Int {
      candidates.removeAll(keepingCapacity: true)
      let people = matcher.people
      let mark = UInt32(row + 1)
      var passedOver = 0
      let name = people.government.names.tokens.span.extracting(people.government.names.range(row))
      matcher.keys.eachKey(people.government.facts[row], name, swapped: true) { key, _ in
        let run = matcher.index.run(of: key)
        if run.count > Matcher.longestRun {
          passedOver += run.count
          return
        }
        for place in run {
          let other = matcher.index.row(at: place)
          if met[Int(other)] != mark {
            met[Int(other)] = mark
            candidates.append(other)
          }
        }
      }
      candidates.sort()
      return passedOver
    }
  }
}
