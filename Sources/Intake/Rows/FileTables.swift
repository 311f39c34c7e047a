import Records

/// The records of one file before all files are joined.
struct FileTables {
  var arena = TextArena()
  var officials: [Official] = []
  var postings: [Posting] = []
  var relatives: [Relative] = []
  var vendors: [Vendor] = []
  var vendorPeople: [VendorPerson] = []
  var tenders: [Tender] = []
  var bids: [Bid] = []
  var roles: [Role] = []
  var units: [Unit] = []
  var declarations: [Declaration] = []
}
