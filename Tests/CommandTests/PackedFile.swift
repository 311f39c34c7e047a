import CLibZ
import Foundation

/// Files that are packed while they are written, so that what they unpack to need not be in memory.
enum PackedFile {
  /// How zlib frames what it packs.
  enum Framing: Int32 {
    case gzip = 31
    /// As a ZIP archive has it.
    case bare = -15
  }

  /// Packs a text, and one piece many times over.
  static func pack(_ start: String, _ piece: String = "", times: Int = 0, as framing: Framing = .gzip) -> [UInt8] {
    pack(Array(start.utf8), piece, times: times, as: framing)
  }

  /// Packs bytes, and one piece many times over. C: `deflateInit2`, `deflate`.
  static func pack(
    _ start: [UInt8], _ piece: String = "", times: Int = 0, as framing: Framing = .gzip
  ) -> [UInt8] {
    var stream = z_stream()
    precondition(
      deflateInit2_(
        &stream, 6, Z_DEFLATED, framing.rawValue, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        CInt(MemoryLayout<z_stream>.size)) == Z_OK)
    defer { deflateEnd(&stream) }
    var packed: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    func put(_ bytes: [UInt8], _ flush: CInt) {
      var bytes = bytes
      bytes.withUnsafeMutableBufferPointer { bytes in
        (stream.next_in, stream.avail_in) = (bytes.baseAddress, UInt32(bytes.count))
        repeat {
          let count = room.withUnsafeMutableBufferPointer { room in
            (stream.next_out, stream.avail_out) = (room.baseAddress, UInt32(room.count))
            deflate(&stream, flush)
            return room.count - Int(stream.avail_out)
          }
          packed += room[..<count]
        } while stream.avail_out == 0
      }
    }
    put(start, Z_NO_FLUSH)
    let each = max(1, (1 << 20) / max(1, piece.utf8.count))
    let block = Array(String(repeating: piece, count: min(each, times)).utf8)
    for _ in 0..<(times / each) { put(block, Z_NO_FLUSH) }
    put(Array(String(repeating: piece, count: times % each).utf8), Z_FINISH)
    return packed
  }

  /// One part of a ZIP archive: its packed bytes, and what the archive says of the rest.
  struct Part {
    let name: String
    let packed: [UInt8]
    var size = 0
    var checksum: UInt = 0

    init(_ name: String, _ text: String) {
      self.name = name
      packed = pack(text, as: .bare)
      size = text.utf8.count
      checksum = Array(text.utf8).withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    }

    /// A part with any packed bytes, of whose checksum nothing is known.
    init(_ name: String, packed: [UInt8], size: Int) { (self.name, self.packed, self.size) = (name, packed, size) }
  }

  /// The parts of a workbook with one sheet, but for the sheet.
  static func workbook(sheets: [String] = ["a.xml"]) -> [Part] {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let list = sheets.indices.map { "<sheet name='S\($0)' id='s\($0)'/>" }.joined()
    let relations = sheets.enumerated().map {
      "<Relationship Id='s\($0)' Type='\(types)/worksheet' Target='\($1)'/>"
    }
    return [
      Part("xl/workbook.xml", "<workbook><sheets>\(list)</sheets></workbook>"),
      Part("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>"),
    ]
  }

  /// A ZIP archive.
  ///
  /// - Parameter overlapping: So many more entries of the directory, by these names, that all mean the last part.
  static func archive(_ parts: [Part], overlapping: [String] = []) -> [UInt8] {
    var (out, directory) = ([UInt8](), [UInt8]())
    func fields(_ part: Part, _ name: String) -> [UInt8] {
      two(0) + two(8) + four(0) + four(part.checksum) + four(UInt(part.packed.count)) + four(UInt(part.size))
        + two(UInt(name.utf8.count)) + two(0)
    }
    func enter(_ part: Part, _ name: String, at offset: Int) {
      directory += four(0x0201_4B50) + two(20) + two(20) + fields(part, name) + two(0) + two(0) + two(0) + four(0)
      directory += four(UInt(offset)) + name.utf8
    }
    for (index, part) in parts.enumerated() {
      let offset = out.count
      out += four(0x0403_4B50) + two(20) + fields(part, part.name) + part.name.utf8 + part.packed
      enter(part, part.name, at: offset)
      if index == parts.count - 1 { for name in overlapping { enter(part, name, at: offset) } }
    }
    let count = UInt(parts.count + overlapping.count)
    return out + directory + four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count)
      + four(UInt(directory.count)) + four(UInt(out.count)) + two(0)
  }

  private static func two(_ number: UInt) -> [UInt8] { (0..<2).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }

  private static func four(_ number: UInt) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
}
