/// A column's name as a source has it, and the forms under which aliases look it up.
struct ColumnName: Hashable {
  /// As written; in XML `element/column`.
  let written: String
  /// Normal forms, most telling first: lower-case letters and digits only.
  let forms: [String]
  /// The element that a nested XML column came from, in normal form; empty for flat tables.
  let element: String

  init(_ written: String) {
    self.written = written
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    let own = Self.normalForm(parts.last.map(String.init) ?? "")
    // "k/l/pd" is one name; only names with exactly one slash can come from XML, and those try both readings.
    let whole = Self.normalForm(written)
    if parts.count == 2 {
      element = Self.normalForm(Self.withoutTable(String(parts[0])))
      forms = own.isEmpty ? [] : [own + element, element + own, own]
    } else {
      element = ""
      forms = whole.isEmpty ? [] : [whole]
    }
  }

  /// Lower-case letters and digits of a name; everything else (blanks, `_`, dots, slashes) is dropped.
  static func normalForm(_ text: String) -> String {
    var form = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": form.unicodeScalars.append(scalar)
      case "A"..."Z": form.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      default: continue
      }
    }
    return form
  }

  private static func withoutTable(_ element: String) -> String {
    element.firstIndex(of: "[").map { String(element[..<$0]) } ?? element
  }
}
