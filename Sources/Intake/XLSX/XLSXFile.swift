import Records

/// Reads the sheets of a workbook in Office Open XML, in the order of its tabs.
///
/// > Ecma International. "Office Open XML File Formats", ECMA-376, 5th edition, 2021, part 1, section 18.
struct XLSXFile {
  private let archive: ZipArchive

  init(_ file: InputFile) throws(SheetFault) { archive = try ZipArchive(file) }

  func read(into writer: SheetWriter) throws(SheetFault) {
    let package = Relationships()
    if archive.has("_rels/.rels") { try archive.read("_rels/.rels", as: package) }
    let main = package.target(of: "/officeDocument", below: "") ?? "xl/workbook.xml"
    let isForeign = main.hasPrefix("word/") || main.hasPrefix("ppt/") || !main.lowercased().hasSuffix(".xml")
    guard archive.has(main), !isForeign else { throw SheetFault(.noWorkbook(kind)) }
    let book = Workbook()
    try archive.read(main, as: book)
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let file = main.split(separator: "/").last ?? ""
    let relationships = Relationships()
    try archive.read((folder.isEmpty ? "" : folder + "/") + "_rels/\(file).rels", as: relationships)
    let styles = CellStyles()
    if let part = relationships.target(of: "/styles", below: folder), archive.has(part) {
      try archive.read(part, as: styles)
    }
    let strings = SharedStrings()
    if let part = relationships.target(of: "/sharedStrings", below: folder), archive.has(part) {
      try archive.read(part, as: strings)
    }
    for sheet in book.sheets {
      // Sheets of charts and dialogs have no rows.
      guard let part = relationships.part(id: sheet.id, type: "/worksheet", below: folder) else { continue }
      let number = writer.begin(name: sheet.name, isHidden: sheet.isHidden)
      let reader = WorksheetReader(
        writer, sheet: number, strings: strings, styles: styles, countsFrom1904: book.countsFrom1904)
      defer { writer.end(number) }
      try archive.read(part, as: reader, counting: writer)
    }
  }

  /// What else the archive seems to be.
  private var kind: String {
    if archive.has("xl/workbook.bin") { return "a binary workbook (XLSB)" }
    if archive.has("word/document.xml") { return "a Word document" }
    if archive.has("ppt/presentation.xml") { return "a presentation" }
    if archive.has("content.xml") { return "an OpenDocument file (ODS)" }
    return "a ZIP archive without a workbook"
  }
}

/// The parts that a part of the package names, by the names it gives them.
private final class Relationships: OfficeListener {
  private var found: [(id: String, type: String, target: String)] = []
  let fault: SheetFault? = nil

  func start(_ tag: OfficeTag) {
    guard tag.word == .relationship, tag.text(.targetMode) != "External" else { return }
    found.append((tag.text(.idOfRelationship) ?? "", tag.text(.type) ?? "", tag.text(.target) ?? ""))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ word: OfficeWord, in parent: OfficeWord) {}

  /// The first part of a type, whose beginning differs between the standard's two editions.
  func target(of type: String, below folder: String) -> String? {
    found.first { $0.type.hasSuffix(type) }.map { Self.path($0.target, below: folder) }
  }

  func part(id: String, type: String, below folder: String) -> String? {
    found.first { $0.id == id && $0.type.hasSuffix(type) }.map { Self.path($0.target, below: folder) }
  }

  private static func path(_ target: String, below folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/")
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}

/// The names of a workbook's sheets, and from when it counts days.
private final class Workbook: OfficeListener {
  private(set) var sheets: [(name: String, id: String, isHidden: Bool)] = []
  private(set) var countsFrom1904 = false
  let fault: SheetFault? = nil

  func start(_ tag: OfficeTag) {
    switch tag.word {
    case .workbookProperties: countsFrom1904 = tag.isTrue(.date1904)
    case .sheet:
      let state = tag.text(.state) ?? "visible"
      sheets.append((tag.text(.name) ?? "", tag.text(.id) ?? "", state != "visible"))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ word: OfficeWord, in parent: OfficeWord) {}
}

extension Diagnostic.Message {
  fileprivate static func noWorkbook(_ kind: String) -> Self {
    Self(
      code: "file-kind", problem: "the file is \(kind), not an XLSX workbook",
      remedy: "save the table as XLSX or CSV; take files out of an archive first")
  }
}
