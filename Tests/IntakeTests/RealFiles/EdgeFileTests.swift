import Foundation
import Records
import Testing

@testable import Intake

/// Public test sets of awkward CSV files; they stand only where the project is worked on.
@Suite(.enabled(if: Nearby.real != nil, "the real files are not here"))
struct EdgeFileTests {
  private static func folder(_ name: String) -> String { "\(Nearby.real ?? "")/csv-edge/\(name)" }

  @Test(arguments: Nearby.files(in: folder("csv-spectrum/csvs"), ending: ".csv"))
  func `csv-spectrum's values are those of its JSON`(_ name: String) throws {
    let path = Self.folder("csv-spectrum/csvs/\(name)")
    let file = try CSVFile(at: path)
    let data = try Data(
      contentsOf: URL(fileURLWithPath: Self.folder("csv-spectrum/json/\(name.replacing(".csv", with: ".json"))")))
    let json = try JSONSerialization.jsonObject(with: data)
    // One of the twins is an object and not a list of one.
    let expected = (json as? [[String: String]]) ?? (json as? [String: String]).map { [$0] } ?? []
    let found = file.fields.map { Dictionary(uniqueKeysWithValues: zip(file.header, $0)) }
    if name == "location_coordinates.csv" {
      // A quote inside an unquoted field is kept by csv-spectrum and set aside by us.
      #expect(file.aside.map(\.line) == [2])
    } else {
      #expect(file.reasons.isEmpty)
      // The copies lost their CR on the way here, the JSON did not.
      #expect(found == expected.map { $0.mapValues { $0.replacing("\r\n", with: "\n") } })
    }
    file.checkPlaces([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  struct Outcome: CustomTestStringConvertible {
    let file: String
    /// How the file is understood.
    let form: String
    let accepted: Int
    let blank: Int
    /// Codes with the lines on which rows were set aside for them: `stray-quote 2 4; torn-line 9`.
    let aside: String
    let fault: String?
    var testDescription: String { file }

    init(_ file: String, _ form: String, _ accepted: Int, blank: Int = 0, aside: String = "", fault: String? = nil) {
      (self.file, self.form, self.accepted) = (file, form, accepted)
      (self.blank, self.aside, self.fault) = (blank, aside, fault)
    }
  }

  /// What a careful person would make of each: the first line is the header, `"` is the only quote and is doubled to
  /// be part of the text, nothing is guessed, and a broken row costs itself.
  private static let outcomes = [
    Outcome("csvlint/cr-line-endings.csv", "csv , utf-8", 2),
    Outcome("csvlint/crlf-line-endings.csv", "csv , utf-8", 2),
    Outcome("csvlint/inconsistent-line-endings-unquoted.csv", "csv , utf-8", 2),
    Outcome("csvlint/inconsistent-line-endings.csv", "csv , utf-8", 2),
    Outcome("csvlint/invalid-byte-sequence.csv", "csv , windows-1252", 23),
    Outcome("csvlint/invalid_many_rows.csv", "csv , utf-8", 8, blank: 2, aside: "stray-quote 4"),
    Outcome("csvlint/lf-line-endings.csv", "csv , utf-8", 2),
    Outcome("csvlint/title-row.csv", "csv , utf-8", 3),
    Outcome("csvlint/valid.csv", "csv , utf-8", 2),
    Outcome("csvlint/valid_many_rows.csv", "csv , utf-8", 6),
    Outcome("csvlint/white_space_in_filename.csv", "csv , utf-8", 2),
    Outcome("csvlint/windows-line-endings.csv", "csv , utf-8", 1),
    Outcome("duckdb/add_escaped_rfc.csv", "unread", 0, fault: "file-empty"),
    Outcome("duckdb/auto__backslash_escape.csv", "csv | utf-8", 1, aside: "stray-quote 2"),
    Outcome("duckdb/auto__duplicate_header_collision.csv", "csv , utf-8", 2),
    Outcome("duckdb/auto__missing_header_col.csv", "csv , utf-8", 2),
    Outcome("duckdb/auto__pipe_delim_quote.csv", "csv | utf-8", 2),
    Outcome("duckdb/auto__rfc_conform_quote.csv", "csv , utf-8", 2),
    Outcome("duckdb/auto__semicolon_quote.csv", "csv ; utf-8", 2),
    Outcome("duckdb/auto__tab_single_quote.csv", "csv tab utf-8", 1, aside: "too-many-fields 2"),
    Outcome("duckdb/auto__test_header_mix.csv", "csv , utf-8", 2),
    Outcome("duckdb/auto__utf8bom.csv", "csv , utf-8-bom", 2),
    Outcome("duckdb/big_escape.csv", "csv ; utf-8", 0, aside: "repeated-header 4 7 10 13 16 19 22 25 28"),
    Outcome("duckdb/comma_decimal_null.csv", "csv , utf-8", 8),
    Outcome("duckdb/comments__mixed_options.csv", "csv , utf-8", 2, aside: "torn-line 4"),
    Outcome("duckdb/decimal.csv", "csv , utf-8", 1),
    Outcome("duckdb/decimal_separators__decimal_separators_csv.csv", "csv , utf-8", 1),
    Outcome("duckdb/decimal_separators__mixed_format_fail.csv", "csv , utf-8", 1, aside: "too-many-fields 2 3"),
    Outcome("duckdb/double_quoted_header.csv", "csv , utf-8", 2),
    Outcome("duckdb/evil_nullpadding.csv", "csv ; utf-8", 0, aside: "too-few-fields 2; torn-line 3"),
    Outcome("duckdb/extra_delimiters.csv", "csv , utf-8", 3, aside: "too-many-fields 4"),
    Outcome("duckdb/header_bug.csv", "csv , utf-8", 3),
    Outcome("duckdb/header_normalize.csv", "csv ; utf-8", 3),
    Outcome("duckdb/header_only_2.csv", "csv ; utf-8", 0),
    Outcome("duckdb/headers__borked_type.csv", "csv , utf-8", 2),
    Outcome("duckdb/headers__empty_2.csv", "csv , utf-8", 2),
    Outcome("duckdb/headers__empty_4.csv", "csv , utf-8", 2),
    Outcome("duckdb/headers__integer.csv", "csv , utf-8", 0),
    Outcome("duckdb/headers__undetected_type.csv", "csv , utf-8", 0, aside: "too-many-fields 2"),
    Outcome("duckdb/inconsistencies__inconsistent_columns_3.csv", "csv , utf-8", 0, aside: "too-many-fields 2-6"),
    Outcome("duckdb/inconsistencies__line_with_spaces.csv", "csv , utf-8", 0, aside: "too-many-fields 2-6"),
    Outcome("duckdb/invalid_utf8.csv", "csv , utf-16le", 1, aside: "repeated-header 2"),
    Outcome("duckdb/locations_row_trailing_comma.csv", "csv , utf-8", 0, aside: "too-many-fields 2"),
    Outcome("duckdb/mixed_decimal.csv", "csv ; utf-8", 5),
    Outcome("duckdb/mixed_double.csv", "csv , utf-8", 5),
    Outcome("duckdb/mixed_new_line_2.csv", "csv , utf-8", 2, aside: "too-few-fields 3"),
    Outcome("duckdb/multi_quote.csv", "csv , utf-8", 7),
    Outcome("duckdb/multidelimiter__aa_delim_quoted_2.csv", "unread", 0, fault: "header-unreadable"),
    Outcome("duckdb/multidelimiter__abac_newline_in_quote.csv", "csv , utf-8", 0, aside: "repeated-header 2"),
    Outcome("duckdb/multidelimiter__escape_non_quote_escape.csv", "csv | utf-8", 0),
    Outcome("duckdb/multidelimiter__file_ends_in_quoted_value.csv", "csv , utf-8", 0),
    Outcome("duckdb/multidelimiter__trailing_delimiter.csv", "csv | utf-8", 0),
    Outcome("duckdb/multidelimiter__unquote_without_delimiter.csv", "unread", 0, fault: "header-unreadable"),
    Outcome("duckdb/multidelimiter__unterminated_escape_complex.csv", "csv , utf-8", 0),
    Outcome("duckdb/multidelimiter__unterminated_quote_escape_complex.csv", "csv , utf-8", 0),
    Outcome("duckdb/multidelimiter__unterminated_quote_with_escape.csv", "csv , utf-8", 0),
    Outcome("duckdb/no_quote.csv", "csv | utf-8", 1, aside: "too-few-fields 2"),
    Outcome("duckdb/null_terminator.csv", "unread", 0, fault: "header-unreadable"),
    Outcome("duckdb/nullbyte_header.csv", "unread", 0, fault: "header-unreadable"),
    Outcome("duckdb/nullpadding_header.csv", "csv , utf-8", 0, aside: "too-many-fields 2-4"),
    Outcome("duckdb/one_n_two.csv", "csv , utf-8", 1),
    Outcome("duckdb/one_r_two.csv", "csv , utf-8", 1),
    Outcome("duckdb/quoted_newline.csv", "csv , utf-8", 1),
    Outcome("duckdb/rejects__multiple_errors__invalid_utf_cast.csv", "csv , windows-1252", 2),
    Outcome(
      "duckdb/rejects__multiple_errors__invalid_utf_max_line.csv", "csv , windows-1252", 1, aside: "too-many-fields 3"),
    Outcome(
      "duckdb/rejects__multiple_errors__invalid_utf_unquoted.csv", "csv , windows-1252", 1, aside: "stray-quote 3"),
    Outcome("duckdb/rejects__multiple_errors__unquoted_less.csv", "csv , utf-8", 2, blank: 1, aside: "stray-quote 3"),
    Outcome("duckdb/rejects__multiple_errors__unquoted_more.csv", "csv , utf-8", 2, blank: 1, aside: "stray-quote 3"),
    Outcome("duckdb/rejects__unquoted__unquoted_last_value.csv", "csv , utf-8", 3, aside: "torn-line 5"),
    Outcome("duckdb/single_quote.csv", "csv , utf-8", 1),
    Outcome("duckdb/test__invalid_utf.csv", "csv | windows-1252", 0),
    Outcome("duckdb/test__invalid_utf_header.csv", "csv , windows-1252", 10),
    Outcome("duckdb/test__invalid_utf_quoted.csv", "csv , windows-1252", 1, aside: "repeated-header 2-10 12-21"),
    Outcome("duckdb/test__mixed_line_endings.csv", "csv , utf-8", 2),
    Outcome("duckdb/test__struct_padding.csv", "csv , utf-8", 14),
    Outcome("duckdb/thijs_unquoted.csv", "csv | utf-8", 0, aside: "stray-quote 2-4"),
    Outcome("duckdb/thousands_separator__multi_column.csv", "csv ; utf-8", 5),
    Outcome(
      "duckdb/thousands_separator__simple.csv", "csv , utf-8", 1,
      aside: "too-many-fields 3; too-few-fields 4; torn-line 5"),
    Outcome("duckdb/thousands_separator__thousands_broken.csv", "csv , utf-8", 3),
    Outcome("duckdb/unescaped_quotes__end_quote_2.csv", "unread", 0, fault: "header-unreadable"),
    Outcome("duckdb/unescaped_quotes__end_quote_mixed.csv", "unread", 0, fault: "header-unreadable"),
    Outcome("duckdb/unescaped_quotes__stops.csv", "csv , utf-8", 7, blank: 1, aside: "stray-quote 9 10"),
    Outcome("duckdb/unescaped_quotes__unescaped_quote_new_line.csv", "unread", 0, fault: "header-unreadable"),
    Outcome(
      "duckdb/unquoted_escape__basic.tsv", "csv tab utf-8", 6,
      aside: "too-many-fields 2 6 10 14 18 22; too-few-fields 3 4 7 8 11 12 15 16 19 20 23-25; torn-line 27"),
    Outcome(
      "duckdb/unquoted_escape__mixed.csv", "csv , utf-8", 0, aside: "stray-quote 2-4 6 7; too-few-fields 5; torn-line 8"
    ),
    Outcome("duckdb/validator__quoted_new_value.csv", "csv ; utf-8", 2, aside: "too-few-fields 2"),
    Outcome("duckdb/validator__single_column_quoted_newline.csv", "csv , utf-8", 1, aside: "repeated-header 2 3 6-8"),
  ]

  @Test(arguments: outcomes)
  func `has the outcome that a careful person expects`(_ outcome: Outcome) throws {
    let night = try #require(CalendarDate(year: 2026, month: 11, day: 23))
    let path = Self.folder(outcome.file)
    let reading = FileReader(night: night, quarantineShare: 1).read(path, as: outcome.file)
    #expect(reading.form.description == outcome.form)
    #expect(reading.counts.accepted == outcome.accepted)
    #expect(reading.counts.blank == outcome.blank)
    #expect(Self.summary(reading.quarantine) == outcome.aside)
    #expect(reading.fault?.message.code == outcome.fault)
    guard reading.fault == nil else { return }
    try CSVFile(at: path).checkPlaces([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  @Test func `no file of the sets is left out`() {
    let files = ["csvlint", "duckdb"].flatMap { set in
      Nearby.files(in: Self.folder(set), ending: "sv").map { "\(set)/\($0)" }
    }
    #expect(Set(files) == Set(Self.outcomes.map(\.file)))
  }

  /// Codes in the order in which they first occur, each with its lines; three or more lines in a row as a span.
  private static func summary(_ rows: [QuarantinedRow]) -> String {
    var codes: [String] = []
    var lines: [String: [ClosedRange<UInt32>]] = [:]
    for row in rows {
      let (code, line) = (row.message.code, row.location.line)
      if lines[code] == nil { codes.append(code) }
      var spans = lines[code] ?? []
      if let last = spans.last, last.upperBound + 1 == line {
        spans[spans.count - 1] = last.lowerBound...line
      } else {
        spans.append(line...line)
      }
      lines[code] = spans
    }
    return codes.map { code in
      let spans = (lines[code] ?? []).flatMap { span in
        span.count > 2 ? ["\(span.lowerBound)-\(span.upperBound)"] : span.map { String($0) }
      }
      return "\(code) \(spans.joined(separator: " "))"
    }.joined(separator: "; ")
  }
}
