import Records

/// Why a case is not what it was: what of the data, or else which rule, setting or version.
struct CaseChange {
  let old: CaseFacts
  let new: CaseFacts
  let oldRun: RunMark
  let newRun: RunMark

  /// The reasons, the data's first; never empty where the facts differ.
  var reasons: [Phrase] {
    let data = changedRows
    if !data.isEmpty { return data }
    let rules = Set((old.points + new.points).map(\.rule)).sorted()
    let changed = newRun.difference(from: oldRun, rules: rules)
    return changed.isEmpty
      ? [
        Phrase(
          "data: baris lain dalam folder mengubah penilaian", "data: other rows of the folder changed the judgement")
      ] : changed
  }

  /// Rows that differ, each beside the row of its dataset that it is most like.
  private var changedRows: [Phrase] {
    var (gone, added) = (old.rows, [CaseFacts.Row]())
    for row in new.rows {
      if let place = gone.firstIndex(where: { $0.says(row) }) { gone.remove(at: place) } else { added.append(row) }
    }
    var phrases: [Phrase] = []
    for row in added {
      let alike = gone.indices.filter { gone[$0].dataset == row.dataset && gone[$0].isIdentity == row.isIdentity }
      let best = alike.max { (gone[$0].agreement(with: row), $1) < (gone[$1].agreement(with: row), $0) }
      guard let best, gone[best].agreement(with: row) > 0 else {
        phrases.append(
          Phrase("data: baris \(row.dataset) baru (\(row.file))", "data: new row of \(row.dataset) (\(row.file))"))
        continue
      }
      let columns = gone[best].difference(to: row).joined(separator: ", ")
      phrases.append(
        Phrase(
          "data: kolom \(columns) pada \(row.dataset) (\(row.file))",
          "data: column \(columns) of \(row.dataset) (\(row.file))"))
      gone.remove(at: best)
    }
    for row in gone {
      phrases.append(
        Phrase(
          "data: baris \(row.dataset) tidak ada lagi (\(row.file))",
          "data: row of \(row.dataset) is no longer there (\(row.file))"))
    }
    return phrases.eachOnce
  }
}

extension CaseFacts.Row {
  /// Whether another row says the same, wherever it stands.
  fileprivate func says(_ other: Self) -> Bool {
    dataset == other.dataset && isIdentity == other.isIdentity && cells == other.cells
  }

  fileprivate func agreement(with other: Self) -> Int { Set(cells).intersection(other.cells).count }

  /// Columns that say something else, or that only one of the rows has.
  fileprivate func difference(to other: Self) -> [String] {
    let same = Set(cells).intersection(other.cells)
    return (cells + other.cells).filter { !same.contains($0) }.map(\.column).eachOnce.sorted()
  }
}
