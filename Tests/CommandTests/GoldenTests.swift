import Testing

@Suite struct GoldenTests {
  @Test(arguments: PublishedFolder.reports)
  func `the province's reports are those that somebody has read`(_ name: String) throws {
    let fault = try Golden(folder: Fixtures.expected).fault(Province.masked.get().published.bytes(name), name)
    #expect(fault == nil)
  }

  @Test func `recording writes and fails, and what was recorded passes`() throws {
    let workspace = try Workspace()
    var golden = Golden(folder: workspace.path("expected"))
    golden.isRecording = false
    let bytes = Array("a;b\r\n1;2\r\n".utf8)
    #expect(try golden.fault(bytes, "x.csv")?.contains("is missing") == true)
    golden.isRecording = true
    #expect(try golden.fault(bytes, "x.csv")?.contains("was recorded") == true)
    #expect(try workspace.bytes("expected/x.csv") == bytes)
    golden.isRecording = false
    #expect(try golden.fault(bytes, "x.csv") == nil)
    let fault = try golden.fault(Array("a;b\r\n1;3\r\n".utf8), "x.csv")
    #expect(fault?.contains("line 2\n  expected: 1;2\r\n  found:    1;3") == true)
    #expect(try golden.fault(Array("a;b\r\n".utf8), "x.csv")?.contains("line 2") == true)
  }
}
