import Foundation
import Records
import Testing

@testable import Intake

@Suite struct JSONFaultTests {
  private static let good = #"{"nip":"197904122005011001","nama":"Mel"}"#

  struct Broken: CustomTestStringConvertible {
    let why: String
    let record: String
    let code: String
    var testDescription: String { why }
  }

  static let broken = [
    Broken(why: "a comma too many", record: #"{"nip":"1","nama":"x",}"#, code: "json-syntax"),
    Broken(why: "no quotes around a name", record: #"{nip:"1"}"#, code: "json-syntax"),
    Broken(why: "single quotes", record: "{'nip':'1'}", code: "json-syntax"),
    Broken(why: "no colon", record: #"{"nip" "1"}"#, code: "json-syntax"),
    Broken(why: "a leading zero", record: #"{"nip":01}"#, code: "json-syntax"),
    Broken(why: "a bare word", record: #"{"nip":None}"#, code: "json-syntax"),
    Broken(why: "not a number", record: #"{"nip":NaN}"#, code: "json-syntax"),
    Broken(why: "half a number", record: #"{"nip":1.}"#, code: "json-syntax"),
    Broken(why: "an unknown escape", record: #"{"nip":"\x41"}"#, code: "json-syntax"),
    Broken(why: "half an escape", record: #"{"nip":"\u00"}"#, code: "json-syntax"),
    Broken(why: "a tab in a text", record: "{\"nip\":\"a\tb\"}", code: "json-syntax"),
    Broken(why: "a quote that is never closed", record: #"{"nip":"1,"nama":"x"}"#, code: "json-syntax"),
    Broken(why: "a quote in the middle", record: #"{"nip":"a"b","nama":"x"}"#, code: "json-syntax"),
    Broken(why: "a bracket that is never closed", record: #"{"nip":{"a":1,"nama":"x""#, code: "json-syntax"),
    Broken(why: "a bracket too many", record: #"{"nip":"1"}}"#, code: "json-syntax"),
    Broken(why: "one name twice", record: #"{"nip":"1","nama":"x","nip":"2"}"#, code: "json-repeated-name"),
    Broken(why: "a NUL", record: #"{"nip":"1","nama":"a\u0000b"}"#, code: "nul"),
    Broken(why: "no object", record: "17", code: "json-no-object"),
    Broken(
      why: "too deep", record: "{\"a\":" + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + "}",
      code: "json-depth"),
    Broken(
      why: "a field too long", record: "{\"nip\":\"1\",\"nama\":\"" + String(repeating: "x", count: 65_537) + "\"}",
      code: "field-too-long"),
    Broken(why: "no number", record: #"{"nip":"","nama":"x"}"#, code: "missing-required"),
  ]

  @Test(arguments: broken)
  func `a broken line costs itself`(_ broken: Broken) throws {
    let read = try JSONReading([Self.good, broken.record, Self.good].joined(separator: "\n"))
    #expect(read.aside == ["\(broken.code)@2"])
    #expect(read.counts == [3, 2, 1])
    #expect(read.fault == nil)
    #expect(read.reading.quarantine.first?.location.position == UInt64(Self.good.utf8.count + 1))
    #expect(read.reading.quarantine.first?.text == String(broken.record.prefix(65_536)))
  }

  @Test(arguments: broken.filter { $0.why != "a bracket too many" })
  func `a broken record of an indented list costs itself`(_ broken: Broken) throws {
    let record = broken.record.replacing(",\"", with: ",\n    \"")
    let read = try JSONReading("[\n  \(Self.good),\n  \(record),\n  \(Self.good)\n]")
    #expect(read.aside == ["\(broken.code)@3"])
    #expect(read.counts == [3, 2, 1])
    #expect(read.fault == nil)
  }

  @Test(arguments: broken.filter { !$0.why.contains("bracket") && !$0.why.contains("quote ") })
  func `a record in one line with others costs itself where its brackets are right`(_ broken: Broken) throws {
    let read = try JSONReading("[\(Self.good),\(broken.record),\(Self.good)]")
    #expect(read.aside == ["\(broken.code)@1"])
    #expect(read.counts == [3, 2, 1])
  }

  @Test func `the last record of a file may be torn`() throws {
    let torn = String(Self.good.dropLast(5))
    let lines = try JSONReading("\(Self.good)\n\(torn)")
    #expect(lines.aside == ["torn-line@2"])
    #expect(lines.fault == nil)
    let list = try JSONReading("[\(Self.good),\n\(torn)")
    #expect(list.aside == ["torn-line@2"])
    #expect(list.counts == [2, 1, 1])
    #expect(list.fault == "json-truncated")
    #expect(try JSONReading("[\(Self.good)").fault == "json-truncated")
    #expect(try JSONReading("{\"data\":[\(Self.good)]").fault == "json-truncated")
  }

  @Test func `what stands between and behind records is reported`() throws {
    #expect(try JSONReading("[\(Self.good) \(Self.good)]").aside == ["json-comma@1"])
    #expect(try JSONReading("[\(Self.good),,\(Self.good)]").fault == "json-malformed")
    #expect(try JSONReading("[\(Self.good)] x").fault == "json-malformed")
  }

  @Test func `a name twice with one value does no harm`() throws {
    let read = try JSONReading(#"[{"nip":"197904122005011001","nama":"Mel","nama":"Mel"}]"#)
    #expect(read.counts == [1, 1, 0])
  }

  @Test func `a record larger than memory allows ends the reading with its line`() throws {
    let long = "{\"a\":[" + String(repeating: "\"xxxxxxxx\",", count: 1_700_000)
    let read = try JSONReading("[\(Self.good),\n\(long)1]}]")
    #expect(read.fault == "json-record-size")
    #expect(read.reading.fault?.line == 2)
    #expect(read.counts == [1, 1, 0])
  }

  @Test func `names beyond number are refused`() throws {
    let names = (0..<3_000).map { "\"c\($0)\":1" }.joined(separator: ",")
    #expect(try JSONReading("[{\(names)}]").fault == "json-names")
  }

  @Test func `rows that repeat too much are refused`() throws {
    let wide = String(repeating: "x", count: 60_000)
    let rows = Array(repeating: "{\"b\":1}", count: 20_000).joined(separator: ",")
    #expect(try JSONReading("[{\"a\":\"\(wide)\",\"l\":[\(rows)]}]").fault == "json-record-size")
  }

  @Test func `random changes never end the program, and rows add up`() throws {
    var random = Seeded(8_259)
    let seeds = [
      "[\n  \(Self.good),\n  \(Self.good)\n]", "\(Self.good)\n\(Self.good)\n",
      #"{"status":1,"data":[{"a":[{"b":[1,{"c":null}]}]}]}"#,
      #"{"draw":1,"recordsTotal":1,"data":[["1","b","c","d","1 Jt","f","g","h","i - TA 2020","3","x",null,null,"0"]]}"#,
      #"{"releases":[{"ocid":"ocds-1","tender":{"title":"x","value":{"amount":1,"currency":"IDR"}},"bids":{"details":[{"tenderers":[{"id":"a"}]}]},"awards":[{"suppliers":[{"id":"a"}]}]}]}"#,
      #"[{"statementId":"1","recordId":"e","recordType":"entity","recordDetails":{"name":"PT A"}},{"statementId":"2","recordId":"r","recordType":"relationship","recordDetails":{"subject":"e","interestedParty":"e","interests":[{"type":"shareholding","share":{"exact":5}}]}}]"#,
    ].map(\.bytes)
    let letters = "{}[]\",:\\ \n0-e.tfnu\u{0}".bytes + [0xC3, 0xFF]
    for turn in 0..<300 {
      var bytes = seeds[turn % seeds.count]
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = letters[Int.random(in: letters.indices, using: &random)]
        case 1: bytes.insert(letters[Int.random(in: letters.indices, using: &random)], at: place)
        case 2: bytes.remove(at: place)
        default:
          bytes = Array(bytes[..<max(1, place)]) + (random.next().isMultiple(of: 2) ? Array(bytes[place...]) : [])
        }
      }
      let read = try JSONReading(bytes)
      #expect(read.reading.counts.read == read.reading.counts.accepted + read.reading.counts.quarantined)
      #expect(read.reading.quarantine.count == read.reading.counts.quarantined)
      #expect(read.reading.digest.count == 64)
    }
  }

  @Test func `takes a record exactly where Foundation takes it`() throws {
    var random = Seeded(4_627)
    let seed = #"{"a":[1,-2.5e3,{"b":"x\n\u00e9","c":null}],"d":true,"e":{"f":false,"g":[]}}"#.bytes
    let letters = "{}[]\",:\\ 01-+eE.tfnulrsa".bytes
    var (taken, refused) = (0, 0)
    for _ in 0..<1_500 {
      var bytes = seed
      let place = Int.random(in: 1..<bytes.count - 1, using: &random)
      if random.next().isMultiple(of: 2) { bytes.remove(at: place) }
      if random.next().isMultiple(of: 2) {
        bytes.insert(letters[Int.random(in: letters.indices, using: &random)], at: place)
      }
      var tree = JSONTree()
      var ours = true
      var isRepeat = false
      bytes.withUnsafeBufferPointer { bytes in
        do throws(JSONRowFault) { try tree.read(bytes, line: 1) } catch {
          ours = false
          isRepeat = error == .repeatedName
        }
      }
      let theirs = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
      // Foundation lets a comma stand before a closing bracket, and the later of two values of one name count.
      let hasComma = String(decoding: bytes, as: UTF8.self).contains(/,[\]}]/)
      if isRepeat || theirs && hasComma { continue }
      #expect(ours == theirs, "\(String(decoding: bytes, as: UTF8.self))")
      if ours { taken += 1 } else { refused += 1 }
    }
    #expect(taken > 100 && refused > 100)
  }
}
