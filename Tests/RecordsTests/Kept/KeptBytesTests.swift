import Records
import Testing

@Suite struct KeptBytesTests {
  /// Keeps pieces in memory.
  private final class Pieces: KeptSink {
    var pieces: [[UInt8]] = []
    var isClosed = false

    func take(_ piece: [UInt8]) { pieces.append(piece) }
    func close() { isClosed = true }

    var reader: KeptReader {
      var rest = pieces[...]
      return KeptReader { rest.popFirst() }
    }
  }

  @Test func `values come back in their order, over the ends of pieces`() throws {
    let sink = Pieces()
    var writer = KeptWriter(to: sink)
    let long = (0..<400_000).map { UInt64($0) &* 0x9e37_79b9_7f4a_7c15 }
    let days = [CalendarDate(year: 1979, month: 7, day: 8), nil, CalendarDate(year: 2026, month: 11, day: 23)]
    writer.put(UInt8(7))
    writer.put(all: long)
    writer.put("Ndaumanu")
    writer.put(all: days)
    writer.put(["Ndaumanu", "", "Ba'a"])
    writer.put(-1.5)
    writer.put(Phrase("nama sama", "same name"))
    writer.close()
    #expect(sink.isClosed)
    #expect(sink.pieces.count == 4)
    var reader = sink.reader
    #expect(try reader.value(UInt8.self) == 7)
    #expect(try reader.all(UInt64.self) == long)
    #expect(try reader.text() == "Ndaumanu")
    #expect(try reader.all(CalendarDate?.self) == days)
    #expect(try reader.texts() == ["Ndaumanu", "", "Ba'a"])
    #expect(try reader.value(Double.self) == -1.5)
    #expect(try reader.phrase() == Phrase("nama sama", "same name"))
    let isAtEnd = reader.isAtEnd()
    #expect(isAtEnd)
  }

  @Test(arguments: 0..<40) func `what is cut short is damage, wherever the cut`(_ cut: Int) throws {
    let sink = Pieces()
    var writer = KeptWriter(to: sink)
    writer.put(all: [UInt16(1), 2, 3])
    writer.put("Soe")
    writer.put(all: [UInt32(4)])
    writer.close()
    let whole = try #require(sink.pieces.first)
    try #require(cut < whole.count)
    sink.pieces = [Array(whole[..<cut])]
    #expect(throws: KeptReader.Damage.self) {
      var reader = sink.reader
      _ = try reader.all(UInt16.self)
      _ = try reader.text()
      _ = try reader.all(UInt32.self)
    }
  }

  @Test func `a number of values that cannot be is damage`() {
    for count in [-1, Int.max] {
      let sink = Pieces()
      var writer = KeptWriter(to: sink)
      writer.put(count)
      writer.close()
      #expect(throws: KeptReader.Damage.self) {
        var reader = sink.reader
        _ = try reader.all(UInt64.self)
      }
    }
  }

  @Test func `what is left over shows`() throws {
    let sink = Pieces()
    var writer = KeptWriter(to: sink)
    writer.put(1)
    writer.put(2)
    writer.close()
    var reader = sink.reader
    _ = try reader.value(Int.self)
    let isAtEnd = reader.isAtEnd()
    #expect(!isAtEnd)
  }
}
