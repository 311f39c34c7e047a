import FoundationEssentials

/// JSON with sorted keys in snake case: equal values give equal bytes.
enum JSONText {
  /// One line, or with line breaks for people.
  static func bytes(of value: some Encodable, forPeople: Bool = false) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if forPeople { encoder.outputFormatting.insert(.prettyPrinted) }
    do {
      return Array(try encoder.encode(value))
    } catch {
      // Only a number that is none cannot be written, and all numbers are rounded before.
      preconditionFailure("a record cannot be written as JSON")
    }
  }

  /// `nil` where the bytes are no JSON or not of that shape.
  static func value<Value: Decodable>(_: Value.Type, from bytes: some Sequence<UInt8>) -> Value? {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try? decoder.decode(Value.self, from: Data(bytes))
  }
}
