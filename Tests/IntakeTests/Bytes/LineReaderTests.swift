import Testing

@testable import Intake

@Suite struct LineReaderTests {
  struct Line: Equatable {
    var text: String
    var number: Int
    var offset: Int
    var next: Int
    var isTerminated = true
    var isOverlong = false
  }

  private func lines(
    _ bytes: [UInt8], _ encoding: TextEncoding = .utf8, offset: Int = 0, number: Int = 1,
    window: Int = LineReader.longestLine
  ) throws -> [Line] {
    let folder = try ScratchFolder()
    let file = try InputFile(opening: folder.write(bytes, to: "lines"))
    var reader = LineReader(file, encoding: encoding, offset: offset, number: number, window: window)
    var lines: [Line] = []
    while let line = try reader.next() { lines.append(Self.copy(line)) }
    return lines
  }

  private static func copy(_ line: LineReader.Line) -> Line {
    Line(
      text: String(decoding: line.bytes, as: UTF8.self), number: line.number, offset: line.offset, next: line.next,
      isTerminated: line.isTerminated, isOverlong: line.isOverlong)
  }

  struct Ends: CustomTestStringConvertible {
    let text: String
    let lines: [String]
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Ends(text: "", lines: []), Ends(text: "a", lines: ["a"]), Ends(text: "\n", lines: ["\n"]),
    Ends(text: "\r", lines: ["\r"]), Ends(text: "\r\n", lines: ["\r\n"]), Ends(text: "\n\r", lines: ["\n", "\r"]),
    Ends(text: "a\nb\n", lines: ["a\n", "b\n"]), Ends(text: "a\nb", lines: ["a\n", "b"]),
    Ends(text: "a\r\nb\r\n", lines: ["a\r\n", "b\r\n"]), Ends(text: "a\rb\r", lines: ["a\r", "b\r"]),
    Ends(text: "a\rb\nc\r\nd", lines: ["a\r", "b\n", "c\r\n", "d"]),
    Ends(text: "a\r\r\nb", lines: ["a\r", "\r\n", "b"]),
    Ends(text: "a\n\n\nb", lines: ["a\n", "\n", "\n", "b"]), Ends(text: "a\r\rb\r", lines: ["a\r", "\r", "b\r"]),
  ])
  func `a line ends with LF, CRLF, or CR alone`(_ ends: Ends) throws {
    let found = try lines(ends.text.bytes)
    #expect(found.map(\.text.bytes) == ends.lines.map(\.bytes))
    #expect(found.map(\.number) == Array(1..<ends.lines.count + 1))
    #expect(found.last?.isTerminated ?? true == (ends.text.bytes.last.map { $0 == 0x0A || $0 == 0x0D } ?? true))
    for (one, next) in zip(found, found.dropFirst()) { #expect(one.next == next.offset && one.isTerminated) }
  }

  @Test func `wide letters have wide line ends`() throws {
    for isLittle in [true, false] {
      let text = "a\r\nb\nc\rd\u{0D0A}e"
      let bytes = text.utf16.flatMap { unit in
        isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      }
      let found = try lines(bytes, isLittle ? .utf16LittleEndian : .utf16BigEndian)
      // U+0D0A and U+0A0D are letters whose bytes look like line ends.
      #expect(found.map { $0.next - $0.offset } == [6, 4, 4, 6])
    }
  }

  @Test func `starts where it is told, with the number it is told`() throws {
    let found = try lines("xxa\nb".bytes, offset: 2, number: 41)
    #expect(found.map(\.number) == [41, 42])
    #expect(found.map(\.offset) == [2, 4])
  }

  @Test func `a line of three mebibytes in the middle is passed over with its beginning kept`() throws {
    let long = [UInt8](repeating: 0x78, count: 3 << 20)
    let found = try lines("a,b\n".bytes + long + "\r\n1,2\n3,4".bytes)
    try #require(found.count == 4)
    #expect(found[1].isOverlong)
    #expect(found[1].text == String(repeating: "x", count: 4096))
    #expect(found[1].offset == 4)
    #expect(found[1].next == 4 + (3 << 20) + 2)
    #expect(found[2] == Line(text: "1,2\n", number: 3, offset: 4 + (3 << 20) + 2, next: 10 + (3 << 20)))
    #expect(found[3].text == "3,4")
    #expect(found[3].number == 4)
  }

  @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian])
  func `a long line at the end of a file is passed over too`(_ encoding: TextEncoding) throws {
    let found = try lines([UInt8](repeating: 0x78, count: 3 << 20), encoding)
    #expect(found.map(\.isOverlong) == [true])
    #expect(found.map(\.isTerminated) == [false])
    #expect(found.map(\.next) == [3 << 20])
  }

  @Test(arguments: [-2, -1, 0, 1, 2])
  func `CRLF is one end also where the buffer ends between its two`(_ shift: Int) throws {
    // The buffer is filled by one longest line at a time.
    for filler in [LineReader.longestLine, LineReader.longestLine / 2] {
      var bytes: [UInt8] = []
      while bytes.count + 64 < filler { bytes += [UInt8](repeating: 0x61, count: 63) + [0x0A] }
      bytes += [UInt8](repeating: 0x62, count: filler - bytes.count - 1 + shift) + "\r\nnext\r\n".bytes
      while bytes.count < filler * 3 { bytes += "akhir\r\n".bytes }
      let found = try lines(bytes)
      #expect(found.map { $0.next - $0.offset }.reduce(0, +) == bytes.count)
      #expect(!found.contains { $0.text.bytes == [0x0A] })
      #expect(found.contains { $0.text == "next\r\n" })
    }
  }

  @Test func `a CR that ends the buffer ends a line of its own where no LF follows`() throws {
    let bytes = [UInt8](repeating: 0x62, count: LineReader.longestLine - 1) + "\rx\n".bytes
    let found = try lines(bytes)
    #expect(found.map(\.next) == [LineReader.longestLine, LineReader.longestLine + 2])
  }

  @Test(arguments: [-1, 0, 1, 50])
  func `whether a line is overlong depends on its length alone, not on where it stands`(_ beyond: Int) throws {
    let length = LineReader.longestLine + beyond
    let line = [UInt8](repeating: 0x78, count: length - 1) + [0x0A]
    let first = try lines(line + "b\n".bytes)
    let later = try lines("a\n".bytes + line + "b\n".bytes)
    #expect(first[0].isOverlong == (beyond > 0))
    #expect(later[1].isOverlong == (beyond > 0))
  }

  @Test func `goes back to a line near and far, and on from there`() throws {
    let folder = try ScratchFolder()
    var bytes: [UInt8] = []
    for number in 1...400_000 { bytes += "baris \(number)\n".bytes }
    let file = try InputFile(opening: folder.write(bytes, to: "lines"))
    var reader = LineReader(file, encoding: .utf8, offset: 0)
    var places: [Int: Int] = [:]
    for number in 1...300_000 {
      guard let line = try reader.next() else { break }
      if number.isMultiple(of: 997) { places[number] = line.offset }
    }
    var random = Seeded(11)
    for (number, offset) in places.sorted(by: { $0.key < $1.key }).shuffled(using: &random).prefix(60) {
      reader.seek(to: offset, number: number)
      for following in number..<number + 3 {
        guard let next = try reader.next() else {
          Issue.record("line \(following) is missing")
          return
        }
        let line = Self.copy(next)
        #expect(line.text == "baris \(following)\n")
        #expect(line.number == following)
      }
    }
    reader.seek(to: bytes.count, number: 400_001)
    let behind = try reader.next()
    #expect(behind.map(\.offset) == nil)
    reader.seek(to: 0, number: 1)
    var count = 0
    while let line = try reader.next() {
      count += 1
      if line.number != count { Issue.record("line \(count) has number \(line.number)") }
    }
    #expect(count == 400_000)
  }

  @Test func `random bytes are split into lines that join to the same bytes`() throws {
    var random = Seeded(12)
    for turn in 0..<40 {
      let bytes = random.bytes(Int.random(in: 0...2_000, using: &random), from: [0x0A, 0x0D, 0x61, 0x00, 0x22, 0xE2])
      for encoding in [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian] {
        let found = try lines(bytes, encoding)
        // However little is read at a time, the lines are the same.
        for window in [2, 6, 64] {
          let again = try lines(bytes, encoding, window: window)
          #expect(again == found)
        }
        #expect(found.first?.offset ?? 0 == 0, "turn \(turn)")
        #expect(found.last?.next ?? 0 == bytes.count)
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.next == $1.offset && $0.number + 1 == $1.number })
        #expect(found.allSatisfy { $0.next > $0.offset })
        #expect(found.dropLast().allSatisfy { $0.isTerminated })
      }
    }
  }
}
