import Records

/// Codes that packages, services and vendors have in the exporting system.
extension RowReader {
  mutating func packageCode(_ plan: ReadingPlan, _ row: borrowing RawRow) -> PackageCode {
    var package = PackageCode()
    package.code = code(.packageCode, plan, row)
    package.service = code(.service, plan, row)
    return package
  }

  /// A vendor's code; exports write 0 where there is no vendor.
  mutating func vendorCode(_ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow) -> TextID {
    let isNone = with(field, plan, row) { text in text.indices.allSatisfy { text[$0] == 0x30 } } ?? true
    return isNone ? .none : code(field, plan, row)
  }

  private mutating func code(_ field: Field, _ plan: ReadingPlan, _ row: borrowing RawRow) -> TextID {
    guard let range = range(field, plan, row) else { return .none }
    let text = row.bytes.span.extracting(range)
    if isPlaceholder(text, field) { return .none }
    let code = CodeReader(text)
    if code.isFloat {
      // Without its package's code a row is set aside, and this is why.
      if fault == nil { fault = .damagedCode }
      warn(.damagedCode, field, plan, row)
      return .none
    }
    guard !code.range.isEmpty else { return .none }
    let found = text.extracting(code.range)
    warn(ofLetters: found, field, plan, row)
    return tables.arena.intern(found)
  }
}

extension Diagnostic.Message {
  fileprivate static let damagedCode = Self(
    code: "code-damaged", problem: "the code is in scientific notation, so some of its digits are lost",
    remedy: "export the column as text; spreadsheets round long numbers")
}
