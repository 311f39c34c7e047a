/// A column's name as a source has it, and the forms under which aliases look it up.
struct ColumnName: Hashable {
  /// As written; in XML `element/column`.
  let written: String
  /// Normal forms, most telling first: lower-case letters and digits only.
  let forms: [String]
  /// The element that a nested XML column came from, in normal form; empty for flat tables.
  let element: String
  /// Whether the column is the row's own, and not of what stands around the row; `nil` where its element tells that.
  var isOwn: Bool?

  /// - Parameters:
  ///   - written: The name as the source has it.
  ///   - isNested: Whether it is an XML column, whose element stands before a slash. In a flat table a slash is part
  ///     of the name, as in `Suami/Istri`.
  init(_ written: String, isNested: Bool = false) {
    self.written = written
    let parts = isNested ? written.split(separator: "/", omittingEmptySubsequences: false) : []
    if parts.count == 2 {
      let own = Self.normalForm(String(parts[1]))
      element = Self.normalForm(Self.withoutTable(String(parts[0])))
      forms = own.isEmpty ? [] : [own + element, element + own, own]
    } else {
      let whole = Self.normalForm(written)
      element = ""
      forms = whole.isEmpty ? [] : [whole] + (Aliases.canonical(whole).map { [$0] } ?? [])
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
