import Testing

@testable import Intake

/// Files made to take a reader's time, memory or secrets. None may cost more than a few harmless megabytes, and in fact
/// most cost milliseconds.
@Suite struct XMLAttackTests {
  /// The processor time that a file which is refused at once may take: about a second in a debug build, milliseconds in
  /// the product's.
  private static let little = 5 * XMLReading.secondsOfMegabyte

  struct Attack: CustomTestStringConvertible {
    let name: String
    let text: String
    let fault: XMLFault
    var testDescription: String { name }
  }

  private static let laughs: String = {
    var text = "<?xml version='1.0'?>\n<!DOCTYPE lolz [\n<!ENTITY lol0 'lol'>\n"
    for level in 1..<10 {
      let references = String(repeating: "&lol\(level - 1);", count: 10)
      text += "<!ENTITY lol\(level) '\(references)'>\n"
    }
    return text + "]>\n<lolz>&lol9;</lolz>"
  }()

  static let small = [
    Attack(name: "billion laughs", text: laughs, fault: .doctype(line: 2)),
    Attack(
      name: "external entity",
      text: "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r><n>&x;</n></r>", fault: .doctype(line: 1)),
    Attack(
      name: "external DTD", text: "<?xml version='1.0'?>\n\n<!DOCTYPE r SYSTEM 'http://localhost/x.dtd'>\n<r/>",
      fault: .doctype(line: 3)),
    Attack(
      name: "parameter entity", text: "<!DOCTYPE r [<!ENTITY % a '<!ENTITY b \"x\">'> %a;]><r>&b;</r>",
      fault: .doctype(line: 1)),
    Attack(
      name: "DOCTYPE after a comment", text: "<!-- a\n<!DOCTYPE b>\n-->\n<!DOCTYPE c><c/>", fault: .doctype(line: 4)),
    Attack(name: "DOCTYPE within an element", text: "<r>\n<!DOCTYPE c></r>", fault: .doctype(line: 2)),
    Attack(
      name: "quadratic blow-up",
      text: "<!DOCTYPE r [<!ENTITY a '\(String(repeating: "B", count: 50_000))'>]><r>"
        + String(repeating: "&a;", count: 50_000) + "</r>", fault: .doctype(line: 1)),
    Attack(
      name: "200,000 levels",
      text: String(repeating: "<a>", count: 200_000) + String(repeating: "</a>", count: 200_000),
      fault: .tooDeep(line: 1)),
    Attack(
      name: "200,000 attributes", text: "<r>\n<p" + (0..<200_000).map { " a\($0)=''" }.joined() + "/></r>",
      fault: .tagTooLong(line: 2)),
    Attack(
      name: "1,025 attributes", text: "<r>\n<p" + (0..<1025).map { " a\($0)=''" }.joined() + "/></r>",
      fault: .tagTooLong(line: 2)),
    Attack(
      name: "20,000 namespaces", text: "<r" + (0..<20_000).map { " xmlns:a\($0)='u'" }.joined() + "/>",
      fault: .tagTooLong(line: 1)),
    Attack(
      name: "namespaces piled up",
      text: (0..<200).map { level in "<a" + (0..<200).map { " xmlns:b\(level)x\($0)='u'" }.joined() + ">" }.joined(),
      fault: .tagTooLong(line: 1)),
    Attack(
      name: "an attribute of 11 MB", text: "<r><p a='" + String(repeating: "x", count: 11_000_000) + "'/></r>",
      fault: .tagTooLong(line: 1)),
    Attack(
      name: "a comment of 11 MB", text: "<r>\n<!--" + String(repeating: "x", count: 11_000_000) + "--></r>",
      fault: .tagTooLong(line: 2)),
    Attack(
      name: "a reference of 11 MB", text: "<r><n>&#" + String(repeating: "0", count: 11_000_000) + "65;</n></r>",
      fault: .malformed(line: 1, message: "CharRef: invalid decimal value")),
    Attack(
      name: "names of 40 kB",
      text: "<r>" + (0..<300).map { "<n\($0)\(String(repeating: "x", count: 40_000))/>" }.joined(),
      fault: .tooManyNames(line: 1)),
    Attack(
      name: "20,000 columns by attribute",
      text: "<r><p>" + (0..<20_000).map { "<column name='c\($0)'>1</column>" }.joined() + "</p></r>",
      fault: .tooManyNames(line: 1)),
    Attack(
      name: "a record of 20 MB",
      text: "<r>\n<p>" + String(repeating: "<k>" + String(repeating: "x", count: 10_000) + "</k>", count: 2_000)
        + "</p></r>",
      fault: .recordTooLarge(line: 2)),
  ]

  @Test(arguments: small)
  func `refuses what is made to harm`(_ attack: Attack) {
    let reading = XMLReading(attack.text)
    #expect(reading.fault == attack.fault)
    #expect(reading.rows.count == 0)
    #expect(reading.seconds < Self.little)
  }

  @Test(arguments: ["<n#/>", "<p n#='1'/>", "<?n# ?>", "<p xmlns='n#'/>", "<column name='n#'>1</column>"])
  func `refuses names without end while they stream`(_ element: String) {
    let reading = XMLReading(keepsRows: false) { feed throws(XMLFault) in
      try feed(Array("<r>".utf8)[...])
      for number in 0..<2_000_000 { try feed(Array(element.replacing("#", with: "\(number)").utf8)[...]) }
    }
    #expect(reading.fault == .tooManyNames(line: 1))
    #expect(reading.seconds < Self.little)
  }

  private static let records = String(repeating: "<v a=''/>", count: 9_000)

  static let repeating = [
    Attack(
      name: "a parent of 60 kB with 9,000 records",
      text: "<p><k>\(String(repeating: "x", count: 60_000))</k>" + records + "</p>",
      fault: .recordTooLarge(line: 1)),
    Attack(
      name: "a parent of 180 columns with 9,000 records",
      text: "<p>" + (0..<180).map { "<k\($0)>x</k\($0)>" }.joined() + records + "</p>",
      fault: .recordTooLarge(line: 1)),
    Attack(
      name: "records with only the last of 2,000 columns",
      text: "<p>" + (0..<2_000).map { "<k\($0)/>" }.joined() + "<z>1</z></p>"
        + String(repeating: "<p><z>1</z></p>", count: 10_000), fault: .recordTooLarge(line: 1)),
  ]

  @Test(arguments: repeating)
  func `refuses files that swell as they are read`(_ attack: Attack) {
    let text = "<r>" + String(repeating: attack.text, count: 40) + "</r>"
    let reading = XMLReading(text, keepsRows: false)
    #expect(reading.fault == attack.fault)
    #expect(reading.count == XMLReading(text, step: 1000, keepsRows: false).count)
    #expect(reading.seconds < 4 * Self.little)
  }

  @Test func `a text of 11 MB only sets its record aside`() {
    let piece = Array(String(repeating: "x", count: 1_000_000).utf8)
    let reading = XMLReading { feed throws(XMLFault) in
      try feed(Array("<r><p><n>".utf8)[...])
      for _ in 0..<11 { try feed(piece[...]) }
      try feed(Array("</n></p></r>".utf8)[...])
    }
    #expect(reading.fault == nil)
    #expect(reading.rejected == [0])
    #expect(reading.seconds < Self.little)
  }

  @Test func `unescaped brackets and quotes do not swallow what follows`() {
    let rest = String(repeating: "<p><k>1</k></p>\n", count: 100_000)
    let reading = XMLReading("<r>\n<p a=\"x><k>1</k></p>\n" + rest + "</r>")
    #expect(reading.fault == .malformed(line: 2, message: "Unescaped '<' not allowed in attributes values"))
    #expect(reading.seconds < Self.little)
  }
}
