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

  /// Whether the relative is of an older generation, whom forms name without more to be told of them.
  var isElder: Bool { !Self.peers.contains { relation.hasPrefix($0) } }

  private static let peers = ["suami", "istri", "anak", "saudara"]

  /// The relative whose name a column holds, by the column's name in normal form.
  static let memberOfName: [String: WideFamily] = {
    var members: [String: WideFamily] = [:]
    for member in WideFamily.members {
      for ending in member.endings {
        for name in ["nama" + ending, ending] where members[name] == nil { members[name] = member }
      }
    }
    return members
  }()

  /// Whether a column holds something of the relative by its own name, such as `nik_istri`.
  static func isFact(_ form: String, of member: WideFamily) -> Bool {
    beginnings.contains { _, names in
      names.contains { name in !name.isEmpty && member.endings.contains { form == name + $0 } }
    }
  }
}
