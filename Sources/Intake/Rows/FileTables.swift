import Records

/// The records of one file before all files are joined.
struct FileTables {
  var arena = TextArena()
  var officials: [Official] = []
  var postings: [Posting] = []
  var relatives = RelativeTable()
  var vendors: [Vendor] = []
  var vendorPeople: [VendorPerson] = []
  var tenders: [Tender] = []
  var bids: [Bid] = []
  var roles: [Role] = []
  var units: [Unit] = []
  var declarations: [Declaration] = []

  /// The same with only the first rows of each table.
  func first(_ count: Int) -> FileTables {
    FileTables(
      arena: arena, officials: Array(officials.prefix(count)), postings: Array(postings.prefix(count)),
      relatives: RelativeTable(relatives.prefix(count)), vendors: Array(vendors.prefix(count)),
      vendorPeople: Array(vendorPeople.prefix(count)), tenders: Array(tenders.prefix(count)),
      bids: Array(bids.prefix(count)), roles: Array(roles.prefix(count)), units: Array(units.prefix(count)),
      declarations: Array(declarations.prefix(count)))
  }
}
