/// How a file of sheets was understood: which program's form it has, and what each sheet is about.
struct SheetForm {
  let format: SheetFormat
  var tables: [Table] = []

  /// One sheet, or one table of a web page.
  struct Table {
    /// As the workbook names it; a web page's are `table 1` and so on.
    let name: String
    var isHidden: Bool
    /// The row that was taken for the header; 0 where the sheet has none.
    var headerRow = 0
    var columns: [String] = []
    var plans: [ReadingPlan] = []
  }
}

/// The forms in which spreadsheet programs, and programs that pretend to be one, write sheets.
enum SheetFormat: String {
  /// Office Open XML: a ZIP archive of XML parts (ECMA-376).
  case xlsx
  /// "XML Spreadsheet 2003": one XML file with the root `Workbook`.
  case spreadsheetML = "xml-spreadsheet-2003"
  /// A web page with tables, whatever its name ends in.
  case html

  /// - Parameter start: The file's first bytes.
  /// - Returns: `nil` where the file is something else.
  init?(_ start: [UInt8]) {
    if start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .xlsx
      return
    }
    // Without the zeros, UTF-16 reads like ASCII.
    let letters = start.prefix(1 << 16).filter { $0 != 0 && $0 != 0x0D }
    guard let root = Self.firstElement(of: letters[...]) else { return nil }
    let name = root.split(separator: ":").last.map(String.init) ?? root
    if name == "workbook", Self.contains("urn:schemas-microsoft-com:office:spreadsheet", in: letters) {
      self = .spreadsheetML
    } else if root == "html" || root == "!doctype html" {
      self = .html
    } else if Self.pageBeginnings.contains(root), Self.hasCells(letters) {
      self = .html
    } else {
      return nil
    }
  }

  /// Elements with which scripts begin a page that has no `html`; some are also names in XML exports.
  private static let pageBeginnings: Set<String> = [
    "head", "body", "table", "meta", "style", "title", "link", "div", "center", "p", "b", "br", "font", "h1", "h2",
    "h3", "h4", "h5", "span", "form", "script", "thead", "tbody", "tr", "th", "td", "strong", "hr", "u", "i",
  ]

  /// The first element's name in small letters, behind blanks, marks, instructions and comments.
  private static func firstElement(of bytes: ArraySlice<UInt8>) -> String? {
    var rest = bytes.drop { $0 <= 0x20 || $0 >= 0x80 }
    while rest.first == 0x3C {
      if rest.starts(with: Array("<?".utf8)) {
        rest = rest.drop { $0 != 0x3E }.dropFirst().drop { $0 <= 0x20 }
      } else if rest.starts(with: Array("<!--".utf8)) {
        guard let end = rest.indices.first(where: { rest[$0...].starts(with: Array("-->".utf8)) }) else { return nil }
        rest = rest[(end + 3)...].drop { $0 <= 0x20 }
      } else {
        let isDeclaration = rest.dropFirst().first == 0x21
        let name = rest.dropFirst().prefix { $0 != 0x3E && $0 != 0x2F && (isDeclaration || $0 > 0x20) }.prefix(64)
        let text = String(decoding: name, as: UTF8.self).lowercased()
        return isDeclaration && text.hasPrefix("!doctype html") ? "!doctype html" : text
      }
    }
    return nil
  }

  /// Whether there are cells of an HTML table, which XML exports do not have.
  private static func hasCells(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index + 3 < bytes.count {
      defer { index += 1 }
      guard bytes[index] == 0x3C, bytes[index + 1] | 0x20 == 0x74 else { continue }
      let (letter, next) = (bytes[index + 2] | 0x20, bytes[index + 3])
      if letter == 0x64 || letter == 0x68 || letter == 0x72, next <= 0x20 || next == 0x3E { return true }
    }
    return false
  }

  private static func contains(_ text: StaticString, in bytes: [UInt8]) -> Bool {
    text.withUTF8Buffer { word in
      guard let first = word.first, bytes.count >= word.count else { return false }
      return (0...bytes.count - word.count).contains {
        bytes[$0] == first && bytes[$0...].starts(with: word)
      }
    }
  }
}

extension FileForm {
  /// The sheets of the file; none where it has no such form.
  var sheets: [SheetForm.Table] {
    if case .sheets(let form) = self { form.tables } else { [] }
  }

  /// All plans, each with the sheet it is for; `nil` where the file has no sheets.
  var plansWithSheets: [(plan: ReadingPlan, sheet: String?)] {
    guard case .sheets(let form) = self else { return plans.map { ($0, nil) } }
    return form.tables.flatMap { table in table.plans.map { ($0, table.name) } }
  }
}
