import Intake
import Records
import TOMLKit

/// Reads the `[[source]]` tables of a configuration, with everything that is wrong in them.
struct SourceTables {
  /// What a table may set.
  static let keys = [
    "file", "dataset", "delimiter", "encoding", "header_line", "date_order", "columns", "relations", "constants",
  ]

  let path: String
  let lines: ConfigurationLines
  private(set) var mappings: [SourceMapping] = []
  private(set) var faults: [String] = []

  init(path: String, lines: ConfigurationLines) {
    self.path = path
    self.lines = lines
  }

  mutating func read(_ value: any TOMLValueConvertible) {
    guard let array = value.array else {
      faults.append(
        "\(path):\(lines.line(of: "source")):source: error: these are no tables [config-value]\n  remedy: write [[source]] above each of them"
      )
      return
    }
    for number in 0..<array.count {
      guard let table = array[number].table else {
        fault(number, nil, nil, "this is no table [config-value]\n  remedy: write [[source]] above each of them")
        continue
      }
      read(table, number)
    }
  }

  private mutating func read(_ table: TOMLTable, _ number: Int) {
    for key in table.keys.sorted() where !Self.keys.contains(key) {
      let nearest = SettingNames.nearest(to: key, among: Self.keys)
      fault(number, key, nil, "no such setting [config-key]\n  remedy: did you mean source.\(nearest)?")
    }
    let file = table["file"]?.string ?? ""
    if file.isEmpty {
      fault(
        number, table.contains(key: "file") ? "file" : nil, nil,
        "the table names no file [config-value]\n  remedy: write file = \"pegawai*.csv\"")
    }
    var mapping = SourceMapping(files: PathPattern(file))
    mapping.dataset = word(table, "dataset", number, among: Dataset.allCases.map(\.rawValue)).flatMap(Dataset.init)
    mapping.encoding = word(table, "encoding", number, among: Self.encodings).flatMap(TextEncoding.init)
    mapping.dateOrder = word(table, "date_order", number, among: SourceMapping.DateOrder.allCases.map(\.rawValue))
      .flatMap(SourceMapping.DateOrder.init)
    mapping.delimiter = delimiter(table, number)
    mapping.headerLine = headerLine(table, number)
    for (column, value) in entries(table, "columns", number) {
      if let field = field(value, mapping.dataset, number, "columns", column) { mapping.columns[column] = field }
    }
    for (code, term) in entries(table, "relations", number) { mapping.relations[code] = term }
    for (name, value) in entries(table, "constants", number) {
      if let field = field(name, mapping.dataset, number, "constants", name) { mapping.constants[field] = value }
    }
    mappings.append(mapping)
  }

  /// The mark of a file decides by itself whether UTF-8 has one.
  private static let encodings = TextEncoding.allCases.filter { $0 != .utf8Marked }.map(\.rawValue)

  private mutating func word(_ table: TOMLTable, _ key: String, _ number: Int, among words: [String]) -> String? {
    guard let value = table[key] else { return nil }
    if let word = value.string, words.contains(word) { return word }
    let nearest = SettingNames.nearest(to: value.string ?? "", among: words)
    fault(
      number, key, nil,
      "the value is none of \(words.joined(separator: ", ")) [config-value]\n  remedy: did you mean \"\(nearest)\"?")
    return nil
  }

  private mutating func delimiter(_ table: TOMLTable, _ number: Int) -> SourceMapping.Delimiter? {
    guard let value = table["delimiter"] else { return nil }
    if let found = value.string.flatMap(SourceMapping.Delimiter.init) { return found }
    fault(
      number, "delimiter", nil,
      "the delimiter is none of ; , | and tab [config-value]\n  remedy: write delimiter = \";\", or \"\\t\" for a tab")
    return nil
  }

  private mutating func headerLine(_ table: TOMLTable, _ number: Int) -> Int? {
    guard let value = table["header_line"] else { return nil }
    if let line = value.int, (1...100_000).contains(line) { return line }
    fault(
      number, "header_line", nil,
      "the value is not the number of a line [config-value]\n  remedy: count the file's lines from 1")
    return nil
  }

  /// The entries of a table within a table, sorted; values that are numbers or flags as they are written.
  private mutating func entries(_ table: TOMLTable, _ key: String, _ number: Int) -> [(key: String, value: String)] {
    guard let value = table[key] else { return [] }
    guard let inner = value.table else {
      fault(number, key, nil, "this is no table [config-value]\n  remedy: write \(key) = { \"...\" = \"...\" }")
      return []
    }
    var entries: [(key: String, value: String)] = []
    for entry in inner.keys.sorted() {
      let value = inner[entry]
      let number64 = value?.int.map { String($0) }
      if let text = value?.string ?? (key == "constants" ? number64 : nil) {
        entries.append((entry, text))
      } else {
        fault(number, key, entry, "the value is no text [config-value]\n  remedy: write it between quotes")
      }
    }
    return entries
  }

  private mutating func field(
    _ name: String, _ dataset: Dataset?, _ number: Int, _ key: String, _ entry: String
  ) -> Field? {
    let names = (dataset.map(Field.of) ?? Field.allCases).map(\.documentedName)
    if names.contains(name) { return Field(named: name) }
    let what = Field(named: name) == nil ? "no such field" : "\(dataset?.rawValue ?? "") has no such field"
    fault(
      number, key, entry,
      "\(what) [config-field]\n  remedy: did you mean \(SettingNames.nearest(to: name, among: names))? See benturan inspect --fields"
    )
    return nil
  }

  private mutating func fault(_ number: Int, _ key: String?, _ entry: String?, _ text: String) {
    let name = (["source"] + [key, entry].compactMap { $0 }).joined(separator: ".")
    faults.append(
      "\(path):\(lines.line(ofSource: number, key: key, entry: entry)):\(SettingNames.shown(name)): error: \(text)")
  }
}
