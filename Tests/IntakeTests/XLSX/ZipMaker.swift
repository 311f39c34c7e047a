/// Writes small ZIP archives, whole or broken on purpose.
struct ZipMaker {
  private struct Part {
    let name: [UInt8]
    let size: UInt32
    let checksum: UInt32
    let packed: [UInt8]
    let method: UInt16
    let flags: UInt16
  }

  private var parts: [Part] = []

  /// - Parameters:
  ///   - flags: Bit 0 says that the part is encrypted.
  mutating func add(_ name: String, _ bytes: [UInt8], flags: UInt16 = 0) {
    parts.append(
      Part(
        name: name.bytes, size: UInt32(bytes.count), checksum: CRC32.of(bytes), packed: bytes, method: 0, flags: flags))
  }

  /// Adds text, with a wrong checksum, and so many blanks behind it, which pack to almost nothing: deflate with its
  /// fixed codes (RFC 1951).
  mutating func addSwollen(_ name: String, _ text: String, blanks: Int) {
    var bits = BitWriter()
    bits.put(1, 1)
    bits.put(1, 2)
    for byte in text.bytes + [0x20] { bits.putCode(0x30 + UInt32(byte), 8) }
    // Length 258, distance 1.
    for _ in 0..<blanks / 258 { bits.putCode(0b1100_0101, 8); bits.putCode(0, 5) }
    bits.putCode(0, 7)
    let size = text.utf8.count + 1 + blanks / 258 * 258
    parts.append(Part(name: name.bytes, size: UInt32(size), checksum: 0, packed: bits.bytes, method: 8, flags: 0))
  }

  var bytes: [UInt8] {
    var (out, directory) = ([UInt8](), [UInt8]())
    for part in parts {
      let offset = UInt32(out.count)
      let fields =
        two(part.flags) + two(part.method) + four(0) + four(part.checksum) + four(UInt32(part.packed.count))
        + four(part.size) + two(UInt16(part.name.count)) + two(0)
      out += four(0x0403_4B50) + two(20) + fields + part.name + part.packed
      directory +=
        four(0x0201_4B50) + two(20) + two(20) + fields + two(0) + two(0) + two(0) + four(0) + four(offset) + part.name
    }
    let end =
      four(0x0605_4B50) + two(0) + two(0) + two(UInt16(parts.count)) + two(UInt16(parts.count))
      + four(UInt32(directory.count)) + four(UInt32(out.count)) + two(0)
    return out + directory + end
  }

  private func two(_ number: UInt16) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8)] }

  private func four(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

/// Bits from the lowest of each byte on, as deflate packs them.
private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var count = 0

  mutating func put(_ value: UInt32, _ width: Int) {
    for bit in 0..<width { append(value >> bit & 1) }
  }

  /// Codes begin with their highest bit.
  mutating func putCode(_ code: UInt32, _ width: Int) {
    for bit in (0..<width).reversed() { append(code >> bit & 1) }
  }

  private mutating func append(_ bit: UInt32) {
    if count % 8 == 0 { bytes.append(0) }
    bytes[bytes.count - 1] |= UInt8(bit) << (count % 8)
    count += 1
  }
}

private enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
  }
}

/// Writes workbooks with sheets given as their rows' XML.
struct WorkbookMaker {
  var sheets: [(name: String, rows: String)] = []
  /// Sheets that are hidden, by name.
  var hidden: Set<String> = []
  var strings: [String] = []
  /// The formats of `s="0"`, `s="1"` and so on.
  var formats = ["General"]
  var countsFrom1904 = false

  var zip: ZipMaker {
    var zip = ZipMaker()
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    zip.add(
      "_rels/.rels",
      "<Relationships xmlns='\(package)'><Relationship Id='r1' Type='\(office)/officeDocument' Target='xl/workbook.xml'/></Relationships>"
        .bytes)
    var (book, relations) = ("", "")
    for (index, sheet) in sheets.enumerated() {
      let state = hidden.contains(sheet.name) ? " state='hidden'" : ""
      book += "<sheet name='\(sheet.name)' sheetId='\(index + 1)'\(state) r:id='s\(index)'/>"
      relations += "<Relationship Id='s\(index)' Type='\(office)/worksheet' Target='worksheets/sheet\(index).xml'/>"
      zip.add(
        "xl/worksheets/sheet\(index).xml", "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>".bytes)
    }
    relations += "<Relationship Id='x' Type='\(office)/sharedStrings' Target='/xl/sharedStrings.xml'/>"
    relations += "<Relationship Id='y' Type='\(office)/styles' Target='styles.xml'/>"
    zip.add(
      "xl/workbook.xml",
      "<workbook xmlns:r='\(office)'><workbookPr date1904='\(countsFrom1904 ? 1 : 0)'/><sheets>\(book)</sheets></workbook>"
        .bytes)
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships xmlns='\(package)'>\(relations)</Relationships>".bytes)
    zip.add("xl/sharedStrings.xml", "<sst>\(strings.map { "<si>\($0)</si>" }.joined())</sst>".bytes)
    let codes = formats.enumerated().map { "<numFmt numFmtId='\($0 + 164)' formatCode='\($1)'/>" }.joined()
    let styles = formats.indices.map { "<xf numFmtId='\($0 + 164)'/>" }.joined()
    zip.add(
      "xl/styles.xml",
      "<styleSheet><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>\(styles)</cellXfs></styleSheet>"
        .bytes)
    return zip
  }

  var bytes: [UInt8] { zip.bytes }

  /// A row of texts written into their cells, without references.
  static func row(_ texts: String...) -> String {
    "<row>" + texts.map { $0.isEmpty ? "<c/>" : "<c t='inlineStr'><is><t>\($0)</t></is></c>" }.joined() + "</row>"
  }
}
