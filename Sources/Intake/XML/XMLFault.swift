import CXMLReader
import Records

/// Why an XML file was not read, or not to its end; records that were complete before it have been delivered.
enum XMLFault: Error, Hashable, Sendable {
  /// The file has a DOCTYPE, through which entities could read other files or grow without bound.
  case doctype(line: Int)
  /// Elements stand in each other more than 256 deep.
  case tooDeep(line: Int)
  /// A tag is longer than 64 KiB or has more than 1,024 attributes; or a comment is longer than 1 MiB.
  case tagTooLong(line: Int)
  /// There are more distinct names of elements, attributes and columns than any export has.
  case tooManyNames(line: Int)
  /// A record with all that is nested in it is larger than 16 MiB, has more than 10,000 nested records, or repeats
  /// too much in them.
  case recordTooLarge(line: Int)
  /// The file is not well-formed; the message is libxml2's and holds no values.
  case malformed(line: Int, message: String)
  /// The file ends inside of an element or a tag.
  case truncated(line: Int)
  /// Bytes are not of the file's encoding, or the encoding is none that is read.
  case encoding(line: Int)
  case outOfMemory

  /// The line of the fault, where it has one.
  var line: Int? {
    switch self {
    case .doctype(let line), .tooDeep(let line), .tagTooLong(let line), .tooManyNames(let line),
      .recordTooLarge(let line), .malformed(let line, _), .truncated(let line), .encoding(let line):
      line
    case .outOfMemory: nil
    }
  }

  var message: Diagnostic.Message { .of(self) }
}

extension XMLFault {
  /// What a reader of `CXMLReader` tells; `nil` where nothing is wrong, or where a callback stopped it.
  init?(_ outcome: cxml_outcome, of reader: OpaquePointer) {
    let line = Int(cxml_line(reader))
    switch outcome {
    case .fine, .stopped: return nil
    case .doctype: self = .doctype(line: line)
    case .too_deep: self = .tooDeep(line: line)
    case .tag_too_long: self = .tagTooLong(line: line)
    case .too_many_names: self = .tooManyNames(line: line)
    case .malformed: self = .malformed(line: line, message: String(cString: cxml_message(reader)))
    case .truncated: self = .truncated(line: line)
    case .encoding: self = .encoding(line: line)
    case .out_of_memory: self = .outOfMemory
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func of(_ fault: XMLFault) -> Self {
    switch fault {
    case .doctype:
      Self(
        code: "xml-doctype", problem: "the file has a DOCTYPE or an entity declaration, which are refused",
        remedy: "export the file without a DTD; if nobody put one there, ask where the file comes from")
    case .tooDeep:
      Self(
        code: "xml-depth", problem: "elements stand in each other more than 256 deep",
        remedy: "no registry export needs this; ask where the file comes from")
    case .tagTooLong:
      Self(
        code: "xml-tag-length", problem: "a tag is longer than 64 KiB or has more than 1,024 attributes",
        remedy: "export columns as elements instead of attributes, and comments not at all")
    case .tooManyNames:
      Self(
        code: "xml-names", problem: "the file has more than 10,000 names of elements, attributes or columns",
        remedy: "export values as text between tags, not as the tags' names")
    case .recordTooLarge:
      Self(
        code: "xml-record-size",
        problem: "a record is larger than 16 MiB, has more than 10,000 records in it, or repeats too much in them",
        remedy: "put a record's own columns before the records nested in it, or export the two as tables of their own")
    case .malformed(_, let message):
      Self(
        code: "xml-malformed", problem: "the file is not well-formed XML: \(message)",
        remedy: "correct this place, or export the file again; records before it were read")
    case .truncated:
      Self(
        code: "xml-truncated", problem: "the file ends before its last element is closed",
        remedy: "fetch the file again; the export or the transfer stopped before its end")
    case .encoding:
      Self(
        code: "xml-encoding", problem: "the bytes are not of the encoding that the file declares",
        remedy: "export in UTF-8, or declare the encoding that the file has")
    case .outOfMemory:
      Self(
        code: "xml-memory", problem: "there was no memory for the XML reader",
        remedy: "run with more memory, or with fewer threads")
    }
  }
}
