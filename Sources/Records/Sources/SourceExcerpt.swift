/// What a record's source says, read again from the file: the proof that an auditor can repeat.
package struct SourceExcerpt: Hashable, Sendable {
  package let row: RowReference
  package let path: String
  /// SHA-256 of the whole file, 64 hex digits.
  package let digest: String
  package let line: Int
  /// The row's first byte in the file; `nil` in XML, where the line leads to it.
  package let byteOffset: Int?
  /// The columns that the record was made of, in the order of the file.
  package let fields: [Field]

  package init(row: RowReference, path: String, digest: String, line: Int, byteOffset: Int?, fields: [Field]) {
    self.row = row
    self.path = path
    self.digest = digest
    self.line = line
    self.byteOffset = byteOffset
    self.fields = fields
  }

  package struct Field: Hashable, Sendable {
    /// The column's name as the file has it.
    package let column: String
    /// The value as written.
    package let value: String
    /// What the value tells, which decides how it is masked.
    package let content: Content
    /// What was done to the value before it was used; empty where it was taken as it stands.
    package let repairs: [ValueRepair]

    package init(column: String, value: String, content: Content, repairs: [ValueRepair] = []) {
      self.column = column
      self.value = value
      self.content = content
      self.repairs = repairs
    }
  }

  /// What a field holds, as far as masking needs to know.
  package enum Content: Hashable, Sendable {
    /// The name of the record's own person.
    case personName
    case nationalID, civilServantID, taxID, phone
    case other
  }
}
