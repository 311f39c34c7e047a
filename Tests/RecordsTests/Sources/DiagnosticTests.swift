import Records
import Testing

@Suite struct DiagnosticTests {
  private static let message = Diagnostic.Message(
    code: "nip-length", problem: "the NIP has 17 digits, not 18", remedy: "export the column as text")

  @Test func `names place, problem, code and remedy`() {
    let diagnostic = Diagnostic(
      path: "pegawai.csv", line: 4812, column: "NIP", severity: .error, message: Self.message)
    #expect(
      diagnostic.description == """
        pegawai.csv:4812:NIP: error: the NIP has 17 digits, not 18 [nip-length]
          remedy: export the column as text
        """)
  }

  @Test func `leaves out what is not known of the place`() {
    let diagnostic = Diagnostic(path: "pegawai.csv", line: nil, column: nil, severity: .warning, message: Self.message)
    #expect(diagnostic.description.hasPrefix("pegawai.csv: warning: the NIP"))
  }
}
