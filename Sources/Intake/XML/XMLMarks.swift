import CXMLReader
import Records

/// What an element's attributes say about the element itself, and which of them are fields.
struct XMLMarks {
  /// What tells the element from its siblings, and what columns are called by.
  private(set) var name: UInt32
  private(set) var element: UInt32
  /// Whether it is a column whose name is an attribute's value.
  private(set) var isColumn = false
  /// Whether it says that it has no value.
  private(set) var isNil = false
  private let meaning: XMLNames.Meaning

  init(of element: XMLNames.Name) {
    name = element.number
    self.element = element.number
    meaning = element.meaning
  }

  mutating func note(_ attribute: cxml_attribute, _ names: inout XMLNames) {
    switch names.ofParser[Int(attribute.name)].meaning {
    case .name where attribute.space == .data && meaning == .column:
      isColumn = true
      name = names.number(of: attribute.bytes.span)
      element = name
    case .name where attribute.space == .data && meaning == .table:
      name = names.number(of: "\(names.string(element))[\(String(decoding: attribute.bytes, as: UTF8.self))]")
    case .null where attribute.space == .data, .nilMark where attribute.space == .instance:
      if attribute.isTrue { isNil = true }
    case .none, .column, .table, .database, .name, .null, .nilMark: break
    }
  }

  /// Whether an attribute is a field, and not a mark or the schema's matter.
  func isField(_ attribute: cxml_attribute, _ names: XMLNames) -> Bool {
    guard attribute.space == .data, !isColumn else { return false }
    return switch names.ofParser[Int(attribute.name)].meaning {
    case .name: meaning != .table && meaning != .database
    case .null: !attribute.isTrue
    case .none, .column, .table, .database, .nilMark: true
    }
  }
}

extension cxml_attribute {
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: value, count: length) }

  fileprivate var isTrue: Bool { bytes.elementsEqual("true".utf8) || bytes.elementsEqual("1".utf8) }
}
