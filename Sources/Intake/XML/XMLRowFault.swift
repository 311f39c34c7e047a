import Records

/// Why one record of an XML file cannot be taken, though the file can.
enum XMLRowFault: Hashable, Sendable {
  /// The field of this column is longer than 64 KiB; the row has its beginning.
  case fieldTooLong(column: Int)
  /// The file ends inside of it.
  case torn

  var message: Diagnostic.Message { .of(self) }
}

extension Diagnostic.Message {
  fileprivate static func of(_ fault: XMLRowFault) -> Self {
    switch fault {
    case .fieldTooLong:
      Self(
        code: "field-too-long", problem: "a field is longer than 64 KiB",
        remedy: "export the table without pictures and documents")
    case .torn: JSONRowFault.torn.message
    }
  }
}
