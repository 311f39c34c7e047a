/// One relative of a table that has a row for each official: `nama_ayah`, `nik_ayah`, `ttl_ayah`, ...
struct WideFamily {
  /// The term that stands for the relation in outputs and in the kinship table.
  let relation: String
  /// Endings of column names that belong to this relative, in normal form.
  let endings: [String]

  /// The members that registers are known to spread over a row; children and siblings with a number behind.
  static let members: [WideFamily] =
    [
      WideFamily(relation: "ayah", endings: ["ayah", "bapak", "ayahkandung", "bapakkandung", "ortuayah"]),
      WideFamily(relation: "ibu", endings: ["ibu", "ibukandung", "ortuibu"]),
      WideFamily(
        relation: "suami/istri",
        endings: ["suamiistri", "istrisuami", "pasangan", "suamiisteri", "isterisuami", "pasutri"]),
      WideFamily(relation: "suami", endings: ["suami"]),
      WideFamily(relation: "istri", endings: ["istri", "isteri"]),
      WideFamily(
        relation: "bapak mertua", endings: ["bapakmertua", "ayahmertua", "mertuabapak", "mertuaayah", "mertualakilaki"]),
      WideFamily(relation: "ibu mertua", endings: ["ibumertua", "mertuaibu", "mertuaperempuan"]),
      WideFamily(relation: "saudara kandung", endings: ["saudarakandung", "saudara"]),
      WideFamily(relation: "saudara ipar", endings: ["saudaraipar", "ipar"]),
      WideFamily(relation: "anak", endings: ["anak"]),
    ]
    + (1...10).map { WideFamily(relation: "anak ke-\($0)", endings: ["anak\($0)", "anakke\($0)"]) }
    + (1...10).map {
      WideFamily(relation: "saudara", endings: ["saudara\($0)", "saudarakandung\($0)", "saudarake\($0)"])
    }
    + [
      WideFamily(relation: "mertua", endings: ["bapakibumertua", "ayahibumertua", "mertua"]),
      WideFamily(
        relation: "orang tua",
        endings: ["bapakibu", "bapakibukandung", "ayahibu", "ayahibukandung", "orangtua", "ortu"]),
    ]

  /// What stands before the ending, for each field of the relative.
  static let beginnings: [(field: Field, names: [String])] = [
    (.name, ["nama", ""]), (.nationalID, ["nik", "noktp"]), (.birthPlace, ["tempatlahir", "tptlahir"]),
    (.birthDate, ["tanggallahir", "tgllahir"]), (.birthPlaceAndDate, ["ttl", "tempattanggallahir"]),
    (.occupation, ["pekerjaan"]), (.address, ["alamat"]), (.isAlive, ["statushidup", "hidup"]),
    (.key, ["id", "kunci"]), (.phone, ["nohp", "telepon"]),
  ]
}
