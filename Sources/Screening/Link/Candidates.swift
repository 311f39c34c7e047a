/// The pairs of rows that share a key, each once, for some of the government's rows at a time.
///
/// All keys of these rows are looked up step by step, and no step branches on what it has just read, so that the
/// processor waits for memory once a step and not once a key.
struct Candidates {
  struct Pair {
    let government: UInt32
    let vendor: UInt32
  }

  /// In the order of the government's rows.
  var pairs: [Pair] = []
  /// How many share only keys that are too common; a row that shares two of those counts twice.
  private(set) var passedOver = 0
  /// For each vendor's row the last government's row, counted from 1, that met it.
  private var met: [UInt32]
  private var asked: [Question] = []
  private var ahead = ReadAhead()
  private let bounds: TagReach.Bounds
  private let longestRuns: [Int]
  /// By how many rows share a key the bits that it tells, with room for what smoothing adds.
  private let rarity: [Double]

  private struct Question {
    var key: UInt64
    var row: UInt32
    var kind: LinkKey.Kind
    var isHeld = false
    var bucket = 0..<0
  }

  init(rows: Int, _ bounds: TagReach.Bounds) {
    self.bounds = bounds
    met = Array(repeating: 0, count: rows)
    longestRuns = [0] + LinkKey.Kind.allCases.map { LinkKey.longestRun($0, of: rows) }
    rarity = (0...(longestRuns.max() ?? 0)).map {
      Logarithm.bits(ratio: Double(rows + 2000) / Double(max($0, 1))) + 2
    }
  }

  mutating func gather(
    _ rows: Range<Int>, _ people: borrowing People, _ index: KeyIndex, _ contacts: borrowing Contacts,
    _ keys: borrowing KeyMaker
  ) {
    asked.removeAll(keepingCapacity: true)
    for row in rows {
      let name = people.government.names.tokens.span.extracting(people.government.names.range(row))
      let facts = contacts.known(people.government.facts[row])
      keys.eachKey(facts, name, swapped: true) { key, kind in
        asked.append(Question(key: key, row: UInt32(row), kind: kind))
      }
    }
    find(index)
    pairs.removeAll(keepingCapacity: true)
    passedOver = 0
    var start = 0
    while start < asked.count {
      var end = start + 1
      while end < asked.count, asked[end].row == asked[start].row { end += 1 }
      meet(start..<end, people, index, keys)
      start = end
    }
    keepFirst()
  }

  /// Finds the keys that the index may hold, and where.
  private mutating func find(_ index: KeyIndex) {
    for place in asked.indices {
      // Two words with the year are rarely looked up, and only behind two words that are held.
      asked[place].isHeld =
        asked[place].kind == .twoWordsAndYear ? asked[place - 1].isHeld : index.mayHold(asked[place].key)
    }
    var kept = 0
    for place in asked.indices {
      asked[kept] = asked[place]
      kept += asked[place].isHeld ? 1 : 0
    }
    asked.removeLast(asked.count - kept)
    for place in asked.indices where asked[place].kind != .twoWordsAndYear {
      asked[place].bucket = index.bucket(of: asked[place].key)
    }
    for question in asked { index.touch(question.bucket, &ahead) }
  }

  /// Adds the rows that carry the keys of one row.
  private mutating func meet(
    _ questions: Range<Int>, _ people: borrowing People, _ index: KeyIndex, _ keys: borrowing KeyMaker
  ) {
    let row = asked[questions.lowerBound].row
    let name = people.government.names.tokens.span.extracting(people.government.names.range(Int(row)))
    let words = keys.words(name)
    let reach = TagReach(bounds, people.government.facts[Int(row)])
    var isTooCommon = false
    for place in questions {
      let question = asked[place]
      // Two words with the year refine two words that too many share, and come right behind them.
      if question.kind == .twoWordsAndYear, !isTooCommon { continue }
      let run =
        question.kind == .twoWordsAndYear
        ? index.run(of: question.key) : index.run(of: question.key, in: question.bucket)
      isTooCommon = false
      if run.count > longestRuns[Int(question.kind.rawValue)] {
        passedOver += run.count
        isTooCommon = question.kind == .twoWords
        continue
      }
      guard question.kind.isName else {
        for place in run { pairs.append(Pair(government: row, vendor: index.row(at: place))) }
        continue
      }
      // Who shares two words of a name shares nothing rarer than the two are together, but for a further word.
      let isPair = question.kind == .twoWords || question.kind == .joined && words == 2
      let most = isPair ? rarity[run.count] : .infinity
      for place in run where reach.admits(index.tag(at: place), most: most, bounds) {
        pairs.append(Pair(government: row, vendor: index.row(at: place)))
      }
    }
  }

  /// Leaves each pair once.
  private mutating func keepFirst() {
    var kept = 0
    for place in pairs.indices {
      let pair = pairs[place]
      pairs[kept] = pair
      kept += met[Int(pair.vendor)] == pair.government + 1 ? 0 : 1
      met[Int(pair.vendor)] = pair.government + 1
    }
    pairs.removeLast(pairs.count - kept)
  }
}

/// Reads from long tables before what stands there is needed, so that memory answers several questions at a time.
struct ReadAhead {
  /// Only keeps the reading from being left out.
  private var sum: UInt64 = 0

  mutating func touch(_ value: UInt64) { sum &+= value }
}
