/// Everything that was read on one night, as tables.
///
/// Rows stand in the order of their files' digests, then in file order, so that neither a file's name nor the
/// order in which folders list them can change a result.
package struct Registry: Sendable {
  package var sources: [SourceFile] = []
  /// One arena a source, by ``FileID``.
  package var arenas: [TextArena] = []

  package var officials: [Official] = []
  package var postings: [Posting] = []
  package var relatives = RelativeTable()
  package var vendors: [Vendor] = []
  package var vendorPeople: [VendorPerson] = []
  package var tenders: [Tender] = []
  package var bids: [Bid] = []
  package var roles: [Role] = []
  package var units: [Unit] = []
  package var declarations: [Declaration] = []

  /// How many rows were exact repeats of an earlier one, by dataset.
  package var repeats: [Dataset: Int] = [:]

  package init() {}

  /// A record's text as written, in UTF-8.
  package func text(_ id: TextID, at source: SourceLocation) -> String {
    id.isEmpty ? "" : arenas[Int(source.file.index)].string(id)
  }

  package func source(_ location: SourceLocation) -> SourceFile { sources[Int(location.file.index)] }

  /// `path#line`, as evidence cites a row.
  package func citation(_ location: SourceLocation) -> String { "\(source(location).path)#\(location.line)" }
}
