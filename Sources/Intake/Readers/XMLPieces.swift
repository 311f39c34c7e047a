import Records

/// The records of an XML file, each with what it shows of its kind that was not known before.
struct XMLPieces: RowSource {
  /// What is wrong with the file is told by ``fault``.
  typealias Fault = Never

  /// What there is to know of a record beside its fields.
  struct Piece {
    /// The place of the record's kind.
    let kind: Int
    /// Why the record is to be set aside, if it is.
    let rejected: XMLRowFault?
    /// Kinds that are new, or have columns that are, with their places.
    var news: [(place: Int, kind: XMLRecordKind)] = []
  }

  /// What ended the reading early, once all pieces were found.
  private(set) var fault: (message: Diagnostic.Message, line: Int?)?
  /// The record inside of which the file ended, likewise.
  private(set) var torn: XMLFileReader.Torn?
  private let source: XMLFileReader
  /// How many columns are known of each kind.
  private var widths: [Int]

  /// - Parameter kinds: Kinds with columns that are known before.
  init(_ source: XMLFileReader, knowing kinds: [XMLRecordKind]) {
    self.source = source
    widths = kinds.map(\.columns.count)
  }

  /// Finds all records in document order.
  mutating func pieces(_ emit: (borrowing RawRow, Piece) -> Void) {
    var torn: XMLFileReader.Torn?
    fault =
      source.read(
        accept: { kind, row, records in
          var piece = Piece(kind: kind, rejected: records.rejected)
          while widths.count <= kind { learn(widths.count, from: records, &piece) }
          if row.fieldCount > widths[kind] { learn(kind, from: records, &piece) }
          emit(row, piece)
        }, setAside: { torn = $0 }
      ).fault
    self.torn = torn
  }

  private mutating func learn(_ place: Int, from records: XMLRecordReader, _ piece: inout Piece) {
    let kind = records.kinds[place]
    if place < widths.count { widths[place] = kind.columns.count } else { widths.append(kind.columns.count) }
    piece.news.append((place, kind))
  }
}
