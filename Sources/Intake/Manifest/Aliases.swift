import Records

/// Names under which registries and exports give each field, best first, in normal form (see ``ColumnName``).
///
/// From the headers of public exports, published forms of staff and family registers, and the English terms of
/// open-data exports. A field may have other names in other datasets, since `nama` is whatever a table is about.
enum Aliases {
  /// - Returns: For one dataset, each field that it may have with its names.
  static func of(_ dataset: Dataset) -> [(field: Field, names: [String])] {
    switch dataset {
    case .officials: officials
    case .postings: postings
    case .relatives: relatives
    case .vendors: vendors
    case .vendorPeople: vendorPeople
    case .tenders: tenders
    case .bids: bids
    case .roles: roles
    case .units: units
    case .declarations: declarations
    }
  }

  static func names(of field: Field, in dataset: Dataset) -> [String] {
    of(dataset).first { $0.field == field }?.names ?? []
  }

  static let nip = [
    "nippegawai", "nippejabat", "nippns", "nipasn", "pegawainip", "officialnip", "nip", "nipbaru", "nipnrp",
    "nomorindukpegawai", "civilservantid", "niplama",
  ]
  static let nationalID = [
    "nik", "noktp", "nomorktp", "nomorindukkependudukan", "nonik", "nomornik", "ktp", "nomoridentitas", "noidentitas",
    "nationalid", "noktppaspor", "noktppassport", "niksaham", "noktpsaham",
  ]
  static let birthPlace = [
    "tempatlahir", "tptlahir", "tmplahir", "tmptlahir", "kotalahir", "birthplace", "placeofbirth",
  ]
  static let birthDate = [
    "tanggallahir", "tgllahir", "tgglahir", "tglahir", "birthdate", "dateofbirth", "dob", "lahir",
  ]
  static let birthPlaceAndDate = [
    "ttl", "tempattanggallahir", "tempattgllahir", "tempatdantanggallahir", "tmptgllahir", "tptgllahir",
  ]
  static let sex = ["jeniskelamin", "jnskelamin", "jk", "kelamin", "sex", "gender", "lp"]
  static let address = ["alamat", "alamatrumah", "alamatlengkap", "alamatktp", "address", "alamattinggal"]
  static let phone = [
    "nohp", "notelp", "telepon", "notelepon", "nomorhp", "nomortelepon", "hp", "telp", "phone", "handphone",
    "nohandphone",
  ]
  static let unit = [
    "unitkerja", "unit", "namaunitkerja", "nmunitkerja", "unor", "namaunor", "unornama", "satuankerja", "satker",
    "namasatker",
    "opd", "namaopd", "skpd", "namaskpd", "unitorganisasi", "tempattugas", "perangkatdaerah", "instansi", "workunit",
    "unitname",
  ]
  static let position = [
    "jabatan", "namajabatan", "jabatannama", "nmjabatan", "position", "jobtitle", "uraianjabatan",
  ]
  static let from = [
    "mulai", "tglmulai", "tanggalmulai", "tmtmulai", "tmtjabatan", "tmt", "sejak", "dari", "from", "validfrom",
    "startdate", "berlakumulai",
    "mulaimenjabat", "menjabatsejak", "fromdate", "mulaiberlaku", "tglawal", "tanggalawal", "mulaijabatan",
  ]
  static let to = [
    "selesai", "tglselesai", "tanggalselesai", "tmtselesai", "sampai", "hingga", "to", "validto", "enddate",
    "berlakusampai",
    "akhirmenjabat", "menjabatsampai", "todate", "berakhir", "tglakhir", "tanggalakhir", "selesaijabatan",
    "sampaidengan",
  ]
  static let vendorName = [
    "namapenyedia", "penyedianama", "namaperusahaan", "perusahaannama", "namavendor", "vendorname", "namabadanusaha",
    "namaperseroan", "namarekanan", "rekanan", "namapeserta", "pesertanama", "companyname", "bidder", "biddername",
    "suppliername", "penyedia", "perusahaan", "vendor", "company",
  ]
  static let vendorCode = [
    "kdpenyedia", "kodepenyedia", "idpenyedia", "penyediaid", "kodevendor", "kdvendor", "vendorcode", "vendorid",
    "idvendor",
    "kdrekanan", "koderekanan", "idrekanan", "rknid", "koderekan", "kodeperusahaan", "idperusahaan", "companyid",
    "supplierid",
    "penyediakode", "vendorkode", "kodepenyediasikap", "kdpenyediav6",
  ]
  static let vendorTaxID = [
    "npwppenyedia", "penyedianpwp", "npwpperusahaan", "npwpperseroan", "npwpvendor", "npwpbadanusaha", "npwprekanan",
    "npwppeserta", "npwp15", "vendornpwp", "vendortaxid", "npwp", "taxid", "taxnumber", "companytaxid", "supplierid",
  ]
  static let vendorTaxID16 = [
    "npwppenyedia16", "npwp16penyedia", "npwp16", "npwp16perusahaan", "npwpperusahaan16", "npwp16digit",
    "penyedianpwp16",
  ]
  static let packageCode = [
    "kdtender", "kdnontender", "kdnontenderpct", "kodetender", "kodenontender", "idtender", "kodepaket", "kdpaket",
    "idpaket",
    "kodelelang", "kdlelang", "packagecode", "packageid", "tendercode", "tenderid", "nomorpaket", "paketkode",
    "paketid",
    "tenderkode", "kdpaketdce", "kdpktdce",
  ]
  static let service = ["kdlpse", "lpseid", "kodelpse", "idlpse", "lpse", "lpsecode", "repoidlpse"]
  static let contractNumber = ["nokontrak", "nomorkontrak", "contractnumber", "nosppbj"]
  static let contractedOn = [
    "tglkontrak", "tanggalkontrak", "contractdate", "tglspk", "tanggalspk", "tglsppbj", "tglspmkspp",
  ]
  static let contractValue = [
    "nilaikontrak", "hargakontrak", "contractvalue", "hargafinal", "nilairealisasi", "totalharga", "awardvalueamount",
  ]

  static let person: [(field: Field, names: [String])] = [
    (.nationalID, nationalID), (.birthPlace, birthPlace), (.birthDate, birthDate),
    (.birthPlaceAndDate, birthPlaceAndDate), (.sex, sex), (.phone, phone),
  ]

  static let vendorMention: [(field: Field, names: [String])] = [
    (.vendorName, vendorName), (.vendorCode, vendorCode), (.vendorTaxID, vendorTaxID), (.vendorTaxID16, vendorTaxID16),
  ]

  /// The name under which a column is known that offices call by many: every heading that begins with the word for
  /// kinship holds the relation (`Status Hubungan Dalam Keluarga`, `Hubungan dengan PN`, `Hub. Keluarga`).
  ///
  /// - Parameter form: A column's name in normal form.
  /// - Returns: `nil` where the form stands for itself.
  static func canonical(_ form: String) -> String? {
    guard form == "hub" || relationBeginnings.contains(where: { form.hasPrefix($0) }), form != "hubungan",
      !otherRelations.contains(where: { form.contains($0) })
    else { return nil }
    return "hubungan"
  }

  private static let relationBeginnings = [
    "hubungan", "statushubungan", "stshubungan", "jenishubungan", "hubkel", "hubdgn", "hubdengan", "hubdlm", "hubdalam",
    "hubdg", "statushub", "stshub", "statusdalamkeluarga", "statusdlmkeluarga", "kedudukandalamkeluarga",
  ]
  /// What else people are related by: work, business, and the offices for relations with others.
  private static let otherRelations = [
    "kerja", "masyarakat", "industri", "instansi", "internasional", "telepon", "penyedia", "rekanan", "vendor",
    "perusahaan", "pihak", "lembaga", "dinas", "usaha", "hukum",
  ]
}
