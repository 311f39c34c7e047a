/// SPSE's own list of tenders, as its pages ask for it: rows of fourteen values without names.
///
/// The order of the values was the same in the lists of four services, of 2012 to 2020.
enum SPSEList {
  /// What the values are, in the names that other exports of SPSE have for them; the last three are marks of the page.
  static let columns = [
    "kd_tender", "nama_paket", "nama_klpd", "status_tender", "hps", "mtd_kualifikasi", "mtd_pemilihan", "mtd_evaluasi",
    "jenis_pengadaan", "versi_spse", "nilai_kontrak", "tanda_1", "tanda_2", "tanda_3",
  ]
  /// What is made of the value "Pengadaan Barang - TA 2020" besides.
  static let year = "tahun_anggaran"

  /// Fills a row from a list of values.
  ///
  /// - Returns: Why it cannot be one.
  static func fill(_ row: inout RawRow, from tree: JSONTree) -> JSONRowFault? {
    let values = tree.nodes[0].kind == .list ? tree.children(of: 0) : []
    guard values.count == columns.count else {
      return tree.nodes[0].kind == .list ? .wrongWidth(values.count) : .notAnObject
    }
    var (category, year) = ("", "")
    row.removeAll()
    for (column, value) in zip(columns, values) {
      guard tree.nodes[value].isScalar else { return .wrongWidth(values.count) }
      let text = tree.texts[tree.nodes[value].text]
      switch column {
      case "nama_paket": row.append(Array(withoutTags(String(decoding: text, as: UTF8.self)).utf8)[...])
      case "jenis_pengadaan":
        category = String(decoding: text, as: UTF8.self)
        if let mark = category.range(of: " - TA ") {
          year = String(category[mark.upperBound...])
          category = String(category[..<mark.lowerBound])
        }
        row.append(Array(category.utf8)[...])
      // "Nilai Kontrak belum dibuat": there is none yet.
      case "nilai_kontrak" where !text.contains { (0x30...0x39).contains($0) }: row.append([])
      default: row.append(text)
      }
    }
    row.append(Array(year.utf8)[...])
    return nil
  }

  /// A name without the page's labels, as in `Jalan <span class='label'>Tender Ulang</span>`.
  static func withoutTags(_ text: String) -> String {
    guard text.contains("<span") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.range(of: "<span"), let close = rest[open.upperBound...].range(of: "</span>") {
      result += rest[..<open.lowerBound]
      rest = rest[close.upperBound...]
    }
    result += rest
    while result.hasSuffix(" ") { result.removeLast() }
    return result
  }
}

extension StringProtocol {
  /// Where a text stands in this one.
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
