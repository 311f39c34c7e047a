import Records
import Testing

@Suite struct RelativeTableTests {
  private func relative(_ random: inout Seeded, line: Int) -> Relative {
    func number(_ most: UInt64) -> UInt64 { UInt64.random(in: 1...most, using: &random) }
    func text() -> TextID {
      let offset = UInt32.random(in: 0...(Bool.random(using: &random) ? 9 : UInt32.max), using: &random)
      return Bool.random(using: &random) ? .none : TextID(offset: offset)
    }
    func day() -> CalendarDate? {
      CalendarDate(
        year: Int.random(in: 1...9999, using: &random), month: Int.random(in: 1...14, using: &random), day: 9)
    }
    let place = SourceLocation(
      file: FileID(index: 0), line: Int.random(in: 0...9, using: &random) == 0 ? 1 : UInt32(line),
      position: Int.random(in: 0...9, using: &random) == 0 ? .max : UInt64(line * 170))
    let isSame = Bool.random(using: &random)
    let nip = CivilServantID(value: isSame ? 197_804_122_003_122_001 : number(999_999_999_999_999_999))
    var relative = Relative(source: place, official: nip!)
    relative.part = Bool.random(using: &random) ? 0 : UInt8.random(in: 0...255, using: &random)
    (relative.relation, relative.key, relative.name) = (text(), text(), text())
    (relative.birthPlace, relative.occupation, relative.address) = (text(), text(), text())
    (relative.birthDate, relative.statedBirth, relative.declaredOn) = (day(), day(), day())
    if Bool.random(using: &random) { relative.nationalID = NationalID(value: number(9_999_999_999_999_999)) }
    if Bool.random(using: &random) { relative.phone = PhoneNumber(value: number(9_999_999_999_999)) }
    relative.sex = [.male, .female, nil].randomElement(using: &random)!
    relative.isAlive = [true, false, nil].randomElement(using: &random)!
    return relative
  }

  private func rows(_ count: Int, seed: UInt64) -> [Relative] {
    var random = Seeded(seed)
    return (0..<count).map { relative(&random, line: $0 + 2) }
  }

  /// All that a row states.
  private func contents(_ relative: Relative) -> String { "\(relative)" }

  @Test(arguments: [0, 1, 15, 16, 17, 1_000])
  func `gives back each row, in order and out of it`(_ count: Int) {
    let rows = rows(count, seed: UInt64(count))
    let table = RelativeTable(rows)
    #expect(table.count == count)
    #expect(table.map(contents) == rows.map(contents))
    for place in rows.indices.reversed() { #expect(contents(table[place]) == contents(rows[place])) }
  }

  @Test func `rows of several files keep theirs`() {
    var table = RelativeTable()
    var all: [Relative] = []
    for (file, count) in [(3, 40), (1, 0), (0, 17), (2, 1)] {
      let rows = rows(count, seed: UInt64(file))
      table.append(RelativeTable(rows), as: FileID(index: UInt32(file)))
      for var row in rows {
        row.source.file = FileID(index: UInt32(file))
        all.append(row)
      }
    }
    #expect(table.count == 58)
    #expect(table.map(contents) == all.map(contents))
    #expect(table.indices.map { contents(table[$0]) } == all.map(contents))
    #expect(RelativeTable(all).map(contents) == all.map(contents))
  }

  @Test func `what was kept is read as it was`() throws {
    let rows = rows(100, seed: 7)
    let sink = Pieces()
    var writer = KeptWriter(to: sink)
    RelativeTable(rows).keep(in: &writer)
    writer.close()
    var pieces = sink.pieces[...]
    var reader = KeptReader { pieces.popFirst() }
    let table = try RelativeTable(from: &reader)
    #expect(table.map(contents) == rows.map(contents))
  }

  private final class Pieces: KeptSink {
    var pieces: [[UInt8]] = []

    func take(_ piece: [UInt8]) { pieces.append(piece) }
    func close() {}
  }
}
