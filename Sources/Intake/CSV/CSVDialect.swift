import Records

/// How one CSV file is to be read, and how that was found out.
struct CSVDialect: Equatable {
  var encoding: TextEncoding
  /// One of `,`, `;`, tab and `|`.
  var delimiter: UInt8
  /// Whether every cell below the header is a JSON literal.
  var hasJSONCells: Bool
  /// The byte offset and number of the header's line.
  var headerOffset: Int
  var headerLine: Int
  /// The columns' names where the header goes over two rows; `nil` where its own line tells.
  var columns: [String]?
  /// Where the rows begin where something stands between the header and them.
  var firstRow: Place?
  /// Lines that belong to the sheet and not to the table, in the order of the file.
  var skipped: [SkippedLine] = []
  var basis = Basis()

  /// Where a line begins.
  struct Place: Equatable {
    let offset: Int
    let line: Int
  }

  /// A line that is passed over, and for what it was taken.
  struct SkippedLine: Equatable {
    let line: Int
    let kind: Kind

    enum Kind: Equatable {
      /// It stands above the header: a title, a date, a logo's caption.
      case aboveHeader
      /// The upper row of a header that goes over two.
      case headerGroup
      /// A row such as `(1);(2);(3)` below the header.
      case columnNumbers
    }
  }

  /// On what each assumption rests.
  struct Basis: Equatable {
    var encoding = Encoding.ascii
    var delimiter = Delimiter.likeliest
    var header = Header.unknown

    enum Encoding: Equatable {
      case stated, byteOrderMark, zeros, ascii, sequences, strays
    }

    enum Delimiter: Equatable {
      case stated
      /// The file's own first line `sep=;`.
      case separatorLine
      /// Under it so many of the header's cells are known names.
      case known(Int, of: Int)
      case likeliest
    }

    enum Header: Equatable {
      case stated
      /// The first line that holds something, whose columns make a dataset.
      case first
      /// The first of the lines whose columns make a dataset.
      case found
      /// The first line that holds something, since no line's columns make a dataset.
      case unknown
    }
  }

  /// `csv ; utf-8-bom`, as `inspect` and the run's record name it.
  var form: String { "csv \(delimiterName) \(encoding.rawValue)\(hasJSONCells ? " json-cells" : "")" }

  var delimiterName: String { delimiter == 0x09 ? "tab" : String(UnicodeScalar(delimiter)) }

  static let delimiters: [UInt8] = [0x3B, 0x2C, 0x09, 0x7C]
}
