import Records

/// Joins one kind of table of all files, exact repeats once.
struct TableJoiner {
  /// The files in the order in which their rows are to stand.
  let order: [Int]
  let arenas: [TextArena]
  private(set) var repeats: [Dataset: Int] = [:]

  init(order: [Int], arenas: [TextArena]) { (self.order, self.arenas) = (order, arenas) }

  /// Takes over the rows of a dataset; each file's are given up, so that no more than one file's are there twice.
  mutating func join<Record: Row>(
    _ dataset: Dataset, _ rows: WritableKeyPath<FileTables, [Record]>, of readings: inout [FileReading],
    into table: inout [Record]
  ) {
    let total = order.reduce(0) { $0 + readings[$1].tables[keyPath: rows].count }
    guard total > 0 else { return }
    var finder = RepeatFinder(rows: total)
    for file in order {
      let hash = hash(file)
      for row in readings[file].tables[keyPath: rows] { finder.note(hash.value(of: row)) }
    }
    finder.settle()
    for file in order {
      let hash = hash(file)
      var some: [Record] = []
      swap(&some, &readings[file].tables[keyPath: rows])
      if table.isEmpty { table.reserveCapacity(total) }
      for var row in some where !finder.isRepeat(hash.value(of: row)) {
        row.source.file = FileID(index: UInt32(file))
        table.append(row)
      }
    }
    count(total - table.count, of: dataset)
  }

  /// Takes over the relatives; where none is said twice, as they are packed.
  mutating func join(of readings: inout [FileReading], into table: inout RelativeTable) {
    let total = order.reduce(0) { $0 + readings[$1].tables.relatives.count }
    guard total > 0 else { return }
    var finder = RepeatFinder(rows: total)
    for file in order {
      let hash = hash(file)
      for row in readings[file].tables.relatives { finder.note(hash.value(of: row)) }
    }
    finder.settle()
    for file in order {
      let hash = hash(file)
      var some = RelativeTable()
      swap(&some, &readings[file].tables.relatives)
      var repeated = some.enumerated().filter { finder.isRepeat(hash.value(of: $1)) }.map(\.offset)[...]
      if !repeated.isEmpty {
        var rest = RelativeTable()
        for (place, row) in some.enumerated() {
          if repeated.first == place { repeated.removeFirst() } else { rest.append(row) }
        }
        some = rest
      }
      table.append(some, as: FileID(index: UInt32(file)))
    }
    count(total - table.count, of: .relatives)
  }

  private func hash(_ file: Int) -> ContentHash { ContentHash(arena: arenas[file], isPassing: true) }

  private mutating func count(_ repeated: Int, of dataset: Dataset) {
    if repeated > 0 { repeats[dataset] = repeated }
  }
}
