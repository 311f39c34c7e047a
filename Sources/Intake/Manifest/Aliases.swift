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

  private static let nip = [
    "nip", "nipbaru", "nippegawai", "nippejabat", "nippns", "nipasn", "nipnrp", "nomorindukpegawai", "pegawainip",
    "officialnip", "civilservantid", "niplama",
  ]
  private static let nationalID = [
    "nik", "noktp", "nomorktp", "nomorindukkependudukan", "nonik", "nomornik", "ktp", "nomoridentitas", "noidentitas",
    "nationalid", "noktppaspor", "noktppassport", "niksaham", "noktpsaham",
  ]
  private static let birthPlace = [
    "tempatlahir", "tptlahir", "tmplahir", "tmptlahir", "kotalahir", "birthplace", "placeofbirth",
  ]
  private static let birthDate = [
    "tanggallahir", "tgllahir", "tgglahir", "tglahir", "birthdate", "dateofbirth", "dob", "lahir",
  ]
  private static let birthPlaceAndDate = [
    "ttl", "tempattanggallahir", "tempattgllahir", "tempatdantanggallahir", "tmptgllahir", "tptgllahir",
  ]
  private static let sex = ["jeniskelamin", "jnskelamin", "jk", "kelamin", "sex", "gender", "lp"]
  private static let address = ["alamat", "alamatrumah", "alamatlengkap", "alamatktp", "address", "alamattinggal"]
  private static let phone = [
    "nohp", "notelp", "telepon", "notelepon", "nomorhp", "nomortelepon", "hp", "telp", "phone", "handphone",
    "nohandphone",
  ]
  private static let unit = [
    "unitkerja", "unit", "namaunitkerja", "nmunitkerja", "unor", "namaunor", "unornama", "satuankerja", "satker",
    "namasatker",
    "opd", "namaopd", "skpd", "namaskpd", "unitorganisasi", "tempattugas", "perangkatdaerah", "instansi", "workunit",
    "unitname",
  ]
  private static let position = [
    "jabatan", "namajabatan", "jabatannama", "nmjabatan", "position", "jobtitle", "uraianjabatan",
  ]
  private static let from = [
    "mulai", "tglmulai", "tanggalmulai", "tmtmulai", "tmtjabatan", "tmt", "sejak", "dari", "from", "validfrom",
    "startdate", "berlakumulai",
    "mulaimenjabat", "menjabatsejak", "fromdate", "mulaiberlaku", "tglawal", "tanggalawal", "mulaijabatan",
  ]
  private static let to = [
    "selesai", "tglselesai", "tanggalselesai", "tmtselesai", "sampai", "hingga", "to", "validto", "enddate",
    "berlakusampai",
    "akhirmenjabat", "menjabatsampai", "todate", "berakhir", "tglakhir", "tanggalakhir", "selesaijabatan",
    "sampaidengan",
  ]
  private static let vendorName = [
    "namapenyedia", "penyedianama", "namaperusahaan", "perusahaannama", "namavendor", "vendorname", "namabadanusaha",
    "namaperseroan", "namarekanan", "rekanan", "namapeserta", "pesertanama", "companyname", "bidder", "biddername",
    "suppliername", "penyedia", "perusahaan", "vendor", "company",
  ]
  private static let vendorCode = [
    "kdpenyedia", "kodepenyedia", "idpenyedia", "penyediaid", "kodevendor", "kdvendor", "vendorcode", "vendorid",
    "idvendor",
    "kdrekanan", "koderekanan", "idrekanan", "rknid", "koderekan", "kodeperusahaan", "idperusahaan", "companyid",
    "supplierid",
    "penyediakode", "vendorkode", "kodepenyediasikap", "kdpenyediav6",
  ]
  private static let vendorTaxID = [
    "npwppenyedia", "penyedianpwp", "npwpperusahaan", "npwpperseroan", "npwpvendor", "npwpbadanusaha", "npwprekanan",
    "npwppeserta", "npwp15", "vendornpwp", "vendortaxid", "npwp", "taxid", "taxnumber", "companytaxid", "supplierid",
  ]
  private static let vendorTaxID16 = [
    "npwppenyedia16", "npwp16penyedia", "npwp16", "npwp16perusahaan", "npwpperusahaan16", "npwp16digit",
    "penyedianpwp16",
  ]
  private static let packageCode = [
    "kdtender", "kdnontender", "kdnontenderpct", "kodetender", "kodenontender", "idtender", "kodepaket", "kdpaket",
    "idpaket",
    "kodelelang", "kdlelang", "packagecode", "packageid", "tendercode", "tenderid", "nomorpaket", "paketkode",
    "paketid",
    "tenderkode", "kdpaketdce", "kdpktdce",
  ]
  private static let service = ["kdlpse", "lpseid", "kodelpse", "idlpse", "lpse", "lpsecode", "repoidlpse"]
  private static let contractNumber = ["nokontrak", "nomorkontrak", "contractnumber", "nosppbj"]
  private static let contractedOn = [
    "tglkontrak", "tanggalkontrak", "contractdate", "tglspk", "tanggalspk", "tglsppbj", "tglspmkspp",
  ]
  private static let contractValue = [
    "nilaikontrak", "hargakontrak", "contractvalue", "hargafinal", "nilairealisasi", "totalharga", "awardvalueamount",
  ]

  private static let person: [(field: Field, names: [String])] = [
    (.nationalID, nationalID), (.birthPlace, birthPlace), (.birthDate, birthDate),
    (.birthPlaceAndDate, birthPlaceAndDate), (.sex, sex), (.phone, phone),
  ]

  private static let vendorMention: [(field: Field, names: [String])] = [
    (.vendorName, vendorName), (.vendorCode, vendorCode), (.vendorTaxID, vendorTaxID), (.vendorTaxID16, vendorTaxID16),
  ]

  private static let officials: [(field: Field, names: [String])] =
    [
      (.nip, nip),
      (
        .name,
        ["namapegawai", "namapejabat", "namalengkap", "namapns", "namaasn", "nama", "officialname", "name", "fullname"]
      ),
      (.address, address), (.unit, unit), (.position, position), (.from, from), (.to, to),
    ] + person

  private static let postings: [(field: Field, names: [String])] = [
    (.nip, nip), (.unit, unit), (.position, position), (.from, from), (.to, to),
  ]

  private static let relatives: [(field: Field, names: [String])] =
    [
      (.nip, nip),
      (
        .relation,
        [
          "hubungan", "hubungankeluarga", "hubkel", "hubkeluarga", "statushubungan", "hubunganakeluarga", "shdk",
          "relasi",
          "statuskeluarga", "jeniskeluarga", "relation", "relationship", "kekerabatan", "hubungankekerabatan",
        ]
      ),
      (
        .name,
        [
          "namakeluarga", "namaanggotakeluarga", "namakerabat", "namakel", "keluarganama", "relativename",
          "namaanggota",
          "nama", "namalengkap", "name", "fullname",
        ]
      ),
      (
        .key,
        [
          "idkeluarga", "kuncikeluarga", "idpegkeluarga", "keluargaid", "idkerabat", "relativeid", "kodekeluarga", "id",
          "kunci",
          "key", "recordid", "rowid",
        ]
      ),
      (.occupation, ["pekerjaan", "occupation", "profesi", "pekerjaankeluarga", "job"]),
      (.address, address),
      (.isAlive, ["statushidup", "hidup", "masihhidup", "alive", "isalive", "keteranganhidup", "statusmeninggal"]),
      (
        .declaredOn,
        [
          "tanggallapor", "tgllapor", "tanggaldeklarasi", "tgldeklarasi", "declaredon", "tanggaldilaporkan",
          "tglpelaporan",
          "tanggalpelaporan", "tanggalpernyataan", "tglinput", "declareddate",
        ]
      ),
    ] + person.map { field, names in (field, of(field, inFrontOf: "keluarga") + names) }

  /// The usual names of a person's field with the table's subject behind: `nikkeluarga`, `tgllahirkeluarga`.
  private static func of(_ field: Field, inFrontOf subject: String) -> [String] {
    let names: [String] =
      switch field {
      case .nationalID: ["nik", "noktp"]
      case .birthPlace: ["tempatlahir", "tptlahir"]
      case .birthDate: ["tanggallahir", "tgllahir"]
      case .birthPlaceAndDate: ["ttl"]
      case .sex: ["jeniskelamin", "jk"]
      case .phone: ["nohp", "telepon"]
      default: []
      }
    return names.map { $0 + subject }
  }

  private static let vendors: [(field: Field, names: [String])] =
    vendorMention.map { field, names in
      switch field {
      case .vendorName: (field, names + ["nama", "name"])
      case .vendorCode: (field, names + ["kode", "code"])
      default: (field, names)
      }
    } + [
      (.businessID, ["nib", "nomorindukberusaha", "nonib", "businessid"]),
      (
        .legalForm,
        [
          "bentukusaha", "bentukusahapenyedia", "bentukbadanusaha", "jenisperseroan", "badanusaha", "legalform",
          "bentuk",
        ]
      ),
      (.address, ["alamatpenyedia", "alamatperusahaan", "alamatperseroan"] + address),
      (.phone, ["notelppenyedia", "teleponpenyedia", "telppenyedia"] + phone),
      (
        .registeredOn,
        [
          "tanggalterdaftar", "tgldaftar", "tanggaldaftar", "registeredon", "tglterdaftar", "tanggalregistrasi",
          "registrationdate",
        ]
      ),
    ]

  /// Columns that only a table of a vendor's people has.
  static let personColumns: Set<String> = [
    "namapengurus", "pengurusnama", "namapemilik", "pemiliknama", "namapemegangsaham", "pemegangsahamnama", "namaorang",
    "namadirektur", "direkturnama", "namakomisaris", "komisarisnama", "namapenanggungjwb", "namapenanggungjawab",
    "nmsaham",
    "wakilsahpenyedia", "personname", "ownername", "directorname", "namapesero", "namapersero",
  ]

  private static let vendorPeople: [(field: Field, names: [String])] =
    [
      (.vendorName, vendorName), (.vendorCode, vendorCode),
      (.vendorTaxID, vendorTaxID), (.vendorTaxID16, vendorTaxID16),
      (.name, personColumns.sorted() + ["namalengkap", "nama", "name", "fullname"]),
      (
        .key,
        [
          "idpengurus", "kuncipengurus", "idpemilik", "pengurusid", "pemilikid", "idorang", "personid", "idsaham",
          "kodepengurus",
          "id", "kunci", "key", "recordid", "rowid",
        ]
      ),
      (
        .personRole,
        [
          "jabatanwakilpenyedia", "jabatandalambadanusaha", "jabatanpengurus", "jabatanpemegangsaham",
          "jabatanpenanggungjwb", "peran", "role",
          "jabatan",
          "kedudukan", "jeniskepemilikan", "statuspengurus", "posisi", "position", "sebagai",
        ]
      ),
      (
        .share,
        [
          "porsisaham", "persentasesaham", "persensaham", "saham", "persentase", "persen", "share", "sharepercent",
          "kepemilikan",
          "persentasekepemilikan", "jumlahlembarsaham", "lembarsaham", "totalmodalpemegang", "shares", "porsi",
          "ownership",
        ]
      ),
      (
        .personTaxID,
        [
          "npwppengurus", "npwppemilik", "npwporang", "npwppribadi", "npwppemegangsaham", "npwppenanggungjwb",
          "persontaxid", "npwpperson", "npwp",
        ]
      ),
      (.address, ["alamatpengurus", "alamatpemilik", "alamatsaham", "alamatpemegangsaham"] + address),
      (.from, from), (.to, to),
      (
        .holderKind,
        ["jenispemegangsaham", "jenispemegang", "jenispemilik", "holderkind", "tipepemegang", "jenispengurus"]
      ),
      (
        .holderTaxID,
        ["npwpbadanpemegang", "npwpperusahaanpemegang", "npwpinduk", "holdertaxid", "npwppemegang", "companynpwp"]
      ),
    ]
    + person.map { field, names in
      switch field {
      case .nationalID:
        (field, ["nikpengurus", "nikpemilik", "noidentitaspemegangsaham", "noidentitaspenanggungjwb"] + names)
      case .birthDate: (field, ["tgllahirpengurus", "tanggallahirpengurus", "tanggallahirpemilik"] + names)
      default: (field, names)
      }
    }

  private static let tenders: [(field: Field, names: [String])] = [
    (.packageCode, packageCode), (.service, service),
    (
      .packageName,
      [
        "namapaket", "namatender", "namalelang", "rupnamapkt", "packagename", "tendertitle", "namapaketpekerjaan",
        "paketnama",
        "tendernama", "namapekerjaan", "judul", "title",
      ]
    ),
    (
      .unit,
      [
        "namasatker", "satuankerja", "satker", "unitkerja", "unit", "opd", "skpd", "perangkatdaerah", "unitname",
        "namaunit", "buyername", "namaopd", "namaunitkerja",
      ]
    ),
    (.unitCode, ["kdsatkerstr", "kdsatker", "kodesatker", "kodeunit", "unitcode"]),
    (.government, ["namaklpd", "klpd", "pemda", "pemerintah", "government", "kldi", "instansi"]),
    (.year, ["tahunanggaran", "tahun", "year", "ang", "anggaran", "budgetyear"]),
    (
      .method,
      [
        "mtdpemilihan", "metodepengadaan", "mtdpengadaan", "metodepemilihan", "metode", "method",
        "tenderprocurementmethod",
      ]
    ),
    (.ceiling, ["pagu", "nilaipagupaket", "nilaipagu", "pagupaket", "ceiling", "budget"]),
    (.estimate, ["hps", "nilaihpspaket", "nilaihps", "estimate", "ownerestimate", "tendervalueamount"]),
    (
      .announcedOn,
      [
        "tglpengumumantender", "tglpengumumannontender", "tglpengumuman", "tanggalpengumuman", "announcedon",
        "tanggalpembuatan",
        "tglbuatpaket", "tanggalbuatpaket", "tglawalpemilihan", "announcementdate", "tenderdatepublished",
      ]
    ),
    (
      .awardedOn,
      [
        "tglpenetapanpemenang", "tanggalpenetapanpemenang", "tglpenetapan", "tanggalpenetapan", "awardedon",
        "awarddate", "tglselesainontender",
      ]
    ),
    (.contractedOn, contractedOn), (.contractValue, contractValue),
    (.winnerName, ["namapemenang", "pemenang", "winner", "winnername", "pemenangnama"]),
    (.winnerTaxID, ["npwppemenang", "winnertaxid", "winnernpwp", "pemenangnpwp"]),
    (.winnerCode, ["kdpemenang", "kodepemenang", "winnercode", "idpemenang"]),
  ]

  private static let bids: [(field: Field, names: [String])] =
    vendorMention + [
      (.packageCode, packageCode), (.service, service),
      (
        .bidValue,
        [
          "nilaipenawaran", "hargapenawaran", "penawaran", "bidvalue", "nilaibid", "bidamount", "nilaiterkoreksi",
          "hargaterkoreksi",
        ]
      ),
      (.won, ["pemenang", "menang", "won", "iswinner", "winner", "statuspemenang"]),
      (.reason, ["alasan", "reason", "keterangan"]),
      (.contractValue, contractValue), (.contractNumber, contractNumber), (.contractedOn, contractedOn),
      (.awardedOn, ["tglpenetapanpemenang"]),
    ]

  private static let roles: [(field: Field, names: [String])] = [
    (.packageCode, packageCode), (.service, service), (.nip, nip),
    (
      .role,
      ["peran", "peranpaket", "role", "jabatanpengadaan", "tugas", "sebagai", "kedudukan", "jabatan", "peranpejabat"]
    ),
    (.decreedOn, ["tanggalsk", "tglsk", "decreedate", "tanggalkeputusan", "tglkeputusan"]),
    (.from, from), (.to, to),
    (.nipPPK, ["nipppk"]), (.nipPokja, ["nippokja", "nippokjapemilihan", "nippanitia", "nipulp"]),
    (.nipProcurementOfficer, ["nippp", "nippejabatpengadaan"]), (.nipPPTK, ["nippptk"]), (.nipKPA, ["nipkpa"]),
    (.nipPA, ["nippa"]),
  ]

  private static let units: [(field: Field, names: [String])] = [
    (
      .unitName,
      [
        "namasatker", "namaunit", "unitkerja", "namaunitkerja", "satuankerja", "namaopd", "namaskpd", "namaunor",
        "unitname", "perangkatdaerah", "nama", "name", "unit",
      ]
    ),
    (.unitCode, ["kdsatkerstr", "kdsatker", "kodesatker", "kodeunit", "kdunit", "unitcode", "idunor", "kode", "code"]),
    (.unitShortName, ["singkatan", "namasingkat", "shortname", "akronim"]),
    (.government, ["pemda", "namaklpd", "pemerintah", "government", "klpd", "instansi", "pemerintahdaerah"]),
  ]

  private static let declarations: [(field: Field, names: [String])] =
    vendorMention + [
      (.nip, nip), (.packageCode, packageCode), (.service, service),
      (.action, ["tindakan", "tindaklanjut", "penanganan", "action", "actiontaken", "tindakanyangdiambil"]),
      (.date, ["tanggal", "tgl", "tanggaldeklarasi", "tgldeklarasi", "date", "tanggaltindakan"]),
    ]
}
