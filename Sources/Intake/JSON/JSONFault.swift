import Records

/// Why a JSON file was not read, or not to its end; records that were complete before it have been delivered.
enum JSONFault: Error, Equatable {
  case unreadable(InputFile.Fault)
  /// The file is UTF-16 or UTF-32, which JSON may not be.
  case encoding
  /// The list is empty.
  case empty
  /// What stands around the records is not well-formed.
  case malformed(line: Int, expected: String)
  /// The file ends before its list is closed.
  case truncated(line: Int)
  /// A record does not end within 16 MiB.
  case recordTooLarge(line: Int)
  case tooManyNames(line: Int)
  /// So many records are broken that finding where each ends costs more than the file is worth.
  case tooManyBroken(line: Int)
  /// Rows are lists of so many values, without names.
  case unnamed(count: Int)
  /// BODS statements older than version 0.4.
  case oldStatements
  /// Records of the British register of persons with significant control.
  case controlRegister

  var line: Int? {
    switch self {
    case .unreadable, .encoding, .empty, .unnamed, .oldStatements, .controlRegister: nil
    case .malformed(let line, _), .truncated(let line), .recordTooLarge(let line), .tooManyNames(let line),
      .tooManyBroken(let line):
      line
    }
  }

  var message: Diagnostic.Message { .of(self) }
}

/// Why one record of a JSON file cannot be taken, though the file can.
enum JSONRowFault: Error, Equatable {
  case malformed(line: Int, expected: StaticWord)
  /// Objects and lists stand in each other more than ``JSONTree/greatestDepth`` deep, or it has too many values.
  case tooDeep
  case tooManyValues
  /// An object has one name twice, with different values.
  case repeatedName
  case nul
  case fieldTooLong
  /// The file ends inside of it.
  case torn
  case notAnObject
  case noComma
  /// A release without an ocid, or a record whose releases are only linked.
  case noRelease
  /// A relationship of someone whom the file does not have.
  case unknownParty
  /// A relationship in which the vendor or the holder is not named, mostly with a reason instead.
  case unnamedParty
  /// A statement that lacks what names its record.
  case noRecordID
  /// A row with another number of values than the rows of an SPSE list have.
  case wrongWidth(Int)

  /// What a reader of the grammar expects, for messages.
  enum StaticWord: String {
    case value = "a value is expected"
    case name = "a name in quotes is expected"
    case colon = "a colon is expected behind a name"
    case separator = "a comma or a closing bracket is expected"
    case number = "a number is not written as JSON writes numbers"
    case escape = "a backslash stands before something that it cannot escape"
    case quote = "a text in quotes is not closed on its line, or holds a control character"
    case end = "something follows the end of the record"
  }

  var message: Diagnostic.Message { .of(self) }
}

extension Diagnostic.Message {
  fileprivate static func of(_ fault: JSONFault) -> Self {
    switch fault {
    case .unreadable(let fault):
      fault.message
    case .encoding:
      Self(
        code: "json-encoding", problem: "the file is JSON in UTF-16 or UTF-32",
        remedy: "save it as UTF-8, the only encoding that JSON has")
    case .empty:
      Self(
        code: "file-empty", problem: "the file holds an empty list",
        remedy: "fetch it again if rows were expected; an empty delivery is not the same as none")
    case .malformed(_, let expected):
      Self(
        code: "json-malformed", problem: "the file is not well-formed JSON: \(expected)",
        remedy: "correct this place, or export the file again; records before it were read")
    case .truncated:
      Self(
        code: "json-truncated", problem: "the file ends before its list is closed",
        remedy: "fetch the file again; the export or the transfer stopped before its end")
    case .recordTooLarge:
      Self(
        code: "json-record-size", problem: "a record does not end within 16 MiB, or repeats too much in its rows",
        remedy: "look for a quote or bracket that is never closed; records before it were read")
    case .tooManyNames:
      Self(
        code: "json-names", problem: "the file has more names of columns than any export has",
        remedy: "export values as values, not as the names of an object")
    case .tooManyBroken:
      Self(
        code: "json-broken", problem: "so many records are broken that the rest of the file was not read",
        remedy: "export the file again; records before this place were read")
    case .unnamed(let count):
      Self(
        code: "json-unnamed", problem: "the rows are lists of \(count) values without the names of their columns",
        remedy: "export the table with column names; without them only SPSE's list of tenders (14 values) is known")
    case .oldStatements:
      Self(
        code: "bods-version", problem: "the ownership statements are of BODS before version 0.4",
        remedy: "ask the publisher for version 0.4")
    case .controlRegister:
      Self(
        code: "json-control-register",
        problem: "the file is of the British register of persons with significant control, whose form is not read",
        remedy: "use the same register as statements of BODS 0.4")
    }
  }

  fileprivate static func of(_ fault: JSONRowFault) -> Self {
    switch fault {
    case .malformed(let line, let expected):
      Self(
        code: "json-syntax", problem: "the record is not well-formed JSON: \(expected.rawValue) on line \(line)",
        remedy: "correct it at this place, or export the file again")
    case .tooDeep:
      Self(
        code: "json-depth", problem: "objects stand in each other more than \(JSONTree.greatestDepth) deep",
        remedy: "no registry export needs this; ask where the file comes from")
    case .tooManyValues:
      Self(
        code: "json-values", problem: "the record has more than \(JSONTree.mostNodes) values",
        remedy: "export the tables in it as files of their own")
    case .repeatedName:
      Self(
        code: "json-repeated-name", problem: "the record has one name twice, with different values",
        remedy: "ask the office which of the two is right; the export writes one column twice")
    case .nul:
      Self(code: "nul", problem: "the row has a NUL byte", remedy: "export the table again; a text field is damaged")
    case .fieldTooLong:
      Self(
        code: "field-too-long", problem: "a field is longer than 64 KiB",
        remedy: "export the table without pictures and documents")
    case .torn:
      Self(
        code: "torn-line", problem: "the file ends in the middle of this record",
        remedy: "fetch the file again; the export or the transfer stopped before its end")
    case .notAnObject:
      Self(
        code: "json-no-object", problem: "this entry is no object with named values",
        remedy: "export each row as an object, with the columns' names")
    case .noComma:
      Self(
        code: "json-comma", problem: "no comma stands before this record",
        remedy: "look whether records before it are missing; export the file again")
    case .noRelease:
      Self(
        code: "ocds-release", problem: "this entry is no release with an ocid",
        remedy: "ask for packages in which releases are embedded, not linked")
    case .unknownParty:
      Self(
        code: "bods-party", problem: "the relationship is of a person or entity that the file does not have",
        remedy: "ask the publisher for a file with the statements of all who are named")
    case .unnamedParty:
      Self(
        code: "bods-unnamed",
        problem: "the relationship does not name its vendor or its holder, so nobody can be checked",
        remedy: "ask the publisher or the vendor who it is; the statement gives its reason")
    case .noRecordID:
      Self(
        code: "bods-record", problem: "the statement has no recordId, recordType or recordDetails",
        remedy: "ask the publisher for statements of BODS 0.4")
    case .wrongWidth(let count):
      Self(
        code: "spse-width", problem: "the row has \(count) values, SPSE's list of tenders has 14",
        remedy: "export the list again")
    }
  }
}
