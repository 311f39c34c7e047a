/// What the reader found out about one kind of repeating element.
struct XMLRecordKind: Hashable, Sendable {
  /// The elements around it and its own, such as `nontender/paket/peserta/penyedia`; where an element carries the
  /// name of a table, as phpMyAdmin and mysqldump write, so does the path: `pma_xml_export/database/table[pegawai]`.
  let path: String
  /// `element/column` for each column: first those of the record's own element, as they come, then those that it
  /// has from the elements around it. Columns that turn up later stand at the end.
  var columns: [String] = []
  /// Whether a column is of the record's own element.
  var isOwn: [Bool] = []
}
