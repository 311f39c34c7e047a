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
        all.uncompared += part.uncompared
      }
      return all
    }
  }

  /// What one thread works with.
  private struct Worker {
    private let people: People
    private let index: KeyIndex
    private let keys: KeyMaker
    private let needed: Double
    private let longestRuns: [Int]
    private var comparer: PairComparer
    private var candidates: Candidates

    init(_ matcher: Matcher) {
      people = matcher.people
      index = matcher.index
      keys = matcher.keys
      needed = matcher.needed
      let rows = people.vendors.count
      longestRuns = [0] + LinkKey.Kind.allCases.map { LinkKey.longestRun($0, of: rows) }
      comparer = PairComparer(matcher.people, matcher.model, night: matcher.night)
      candidates = Candidates(rows: rows)
    }

    mutating func match(_ rows: Range<Int>) -> Found {
      var found = Found()
      for row in rows {
        candidates.gather(row, people, index, keys, longestRuns, comparer, needed)
        found.uncompared += candidates.passedOver
        let facts = people.government.facts[row]
        // First all candidates' facts, then the names of those that are left: the processor waits for memory once.
        var kept = 0
        for place in candidates.rows.indices {
          let candidate = candidates.rows[place]
          if comparer.mayReach(needed, facts, people.vendors.facts[Int(candidate)]) {
            candidates.rows[kept] = candidate
            kept += 1
          }
        }
        for candidate in candidates.rows[..<kept] {
          let weight = comparer.weigh(
            facts, people.government, people.vendors.facts[Int(candidate)], people.vendors,
            needed: needed)
          guard let weight else { continue }
          found.pairs.append(
            Pair(government: UInt32(row), vendor: candidate, bits: weight.bits, kinBits: weight.kinBits))
        }
      }
      return found
    }
  }

  /// The vendors' rows that share a key with a row, each once.
  private struct Candidates {
    var rows: [UInt32] = []
    /// How many share only keys that are too common; a row that shares two of those counts twice.
    var passedOver = 0
    /// For each vendor's row the last government's row, counted from 1, that met it.
    private var met: [UInt32]

    private var asked: [Question] = []

    /// By how many rows share a key the bits that it tells, with room for what smoothing adds.
    private let rarity: [Double]

    init(rows: Int) {
      met = Array(repeating: 0, count: rows)
      let longest = LinkKey.Kind.allCases.map { LinkKey.longestRun($0, of: rows) }.max() ?? 0
      rarity = (0...longest).map { Logarithm.bits(ratio: Double(rows + 2000) / Double(max($0, 1))) + 2 }
    }

    /// Looks all keys of a row up step by step, so that the processor waits for memory once a step and not once a key.
    mutating func gather(
      _ row: Int, _ people: borrowing People, _ index: KeyIndex, _ keys: borrowing KeyMaker, _ longestRuns: [Int],
      _ comparer: borrowing PairComparer, _ needed: Double
    ) {
      rows.removeAll(keepingCapacity: true)
      asked.removeAll(keepingCapacity: true)
      passedOver = 0
      let name = people.government.names.tokens.span.extracting(people.government.names.range(row))
      keys.eachKey(people.government.facts[row], name, swapped: true) { key, kind in
        asked.append(Question(key: key, kind: kind))
      }
      asked.removeAll { !index.mayHold($0.key) }
      for place in asked.indices { asked[place].bucket = index.bucket(of: asked[place].key) }
      let mark = UInt32(row + 1)
      let facts = people.government.facts[row]
      let tag = RowTag(facts)
      let words = keys.words(name)
      var isTooCommon = false
      for question in asked {
        // Two words with the year refine two words that too many share, and come right behind them.
        if question.kind == .twoWordsAndYear, !isTooCommon { continue }
        isTooCommon = false
        let run = index.run(of: question.key, in: question.bucket)
        if run.count > longestRuns[Int(question.kind.rawValue)] {
          passedOver += run.count
          isTooCommon = question.kind == .twoWords
          continue
        }
        // Who shares two words of a name shares nothing rarer than the two are together, but for a further word.
        let isPair = question.kind == .twoWords || question.kind == .joined && words == 2
        let most = isPair ? rarity[run.count] : .infinity
        for place in run {
          if question.kind.isName,
            !comparer.mayReach(needed, facts, tag, by: RowTag(bits: index.tag(at: place)), most: most)
          {
            continue
          }
          let other = index.row(at: place)
          if met[Int(other)] != mark {
            met[Int(other)] = mark
            rows.append(other)
          }
        }
      }
    }

    private struct Question {
      var key: UInt64
      var kind: LinkKey.Kind
      var bucket = 0..<0
    }
  }
}
