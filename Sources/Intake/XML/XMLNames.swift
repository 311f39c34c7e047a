import Glibc
import Records

/// The names of a file, each stored once under a number: of elements, of attributes, and of columns that a `name=`
/// attribute tells.
struct XMLNames {
  /// A name as the parser numbers it, with what it means wherever it stands.
  struct Name {
    let number: UInt32
    let meaning: Meaning
  }

  /// Names by which exporters mark columns and tables.
  enum Meaning {
    case none
    /// An element that is a column named by its attribute: phpMyAdmin, SQL Developer, mysqldump.
    case column
    /// An element whose `name` is a table's: phpMyAdmin, mysqldump.
    case table
    /// An element whose `name` is the database's, which no row needs.
    case database
    /// The attributes `name` and `null`, and the `nil` of XML Schema.
    case name, null, nilMark
  }

  /// More than any export has, and little enough to keep.
  private static let mostBytes = 4 << 20

  private(set) var ofParser: [Name] = []
  private var table = ByteTable()

  /// The number of what has no name.
  static let none: UInt32 = 0

  init() { _ = table.number(of: []) }

  var isOverfull: Bool { table.bytes.count > Self.mostBytes }

  /// Adds the parser's next name, without the escapes (`_x0020_`) of SQL Server and Access.
  mutating func add(_ bytes: Span<UInt8>) {
    let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    let plain = Self.unescaped(text)
    ofParser.append(Name(number: plain == text ? number(of: bytes) : number(of: plain), meaning: Meaning(text)))
  }

  mutating func number(of bytes: Span<UInt8>) -> UInt32 { table.number(of: bytes) }

  mutating func number(of text: String) -> UInt32 { table.number(of: Array(text.utf8)) }

  func string(_ name: UInt32) -> String { table.string(name) }

  /// Replaces `_xHHHH_` by the UTF-16 unit of that number.
  static func unescaped(_ name: String) -> String {
    let isPlain = name.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, 0x5F, bytes.count) == nil } ?? true
    }
    guard isPlain != true, name.contains("_x") else { return name }
    let units = Array(name.utf16)
    var plain: [UInt16] = []
    var index = 0
    while index < units.count {
      if index + 7 <= units.count, units[index] == 0x5F, units[index + 1] == 0x78, units[index + 6] == 0x5F,
        let unit = UInt16(String(decoding: units[index + 2..<index + 6], as: UTF16.self), radix: 16)
      {
        plain.append(unit)
        index += 7
      } else {
        plain.append(units[index])
        index += 1
      }
    }
    return String(decoding: plain, as: UTF16.self)
  }
}

extension XMLNames.Meaning {
  fileprivate init(_ name: String) {
    self =
      switch name.lowercased() {
      case "column", "field": .column
      case "table", "table_data", "table_structure": .table
      case "database": .database
      case "name": .name
      case "null": .null
      case "nil": .nilMark
      default: .none
      }
  }
}
