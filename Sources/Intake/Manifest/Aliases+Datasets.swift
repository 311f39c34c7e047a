import Records

/// Which fields each dataset may have, with the names that it alone gives them.
extension Aliases {
  static let officials: [(field: Field, names: [String])] =
    [
      (.nip, nip),
      (
        .name,
        ["namapegawai", "namapejabat", "namalengkap", "namapns", "namaasn", "nama", "officialname", "name", "fullname"]
      ),
      (.address, address), (.unit, unit), (.position, position), (.from, from), (.to, to),
    ] + person

  static let postings: [(field: Field, names: [String])] = [
    (.nip, nip), (.unit, unit), (.position, position), (.from, from), (.to, to),
  ]

  static let relatives: [(field: Field, names: [String])] =
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
  static func of(_ field: Field, inFrontOf subject: String) -> [String] {
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

  static let vendors: [(field: Field, names: [String])] =
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
    "wakilsahpenyedia", "personname", "ownername", "directorname", "namapesero", "namapersero", "namapimpinan",
    "namadirekturutama",
  ]

  static let vendorPeople: [(field: Field, names: [String])] =
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
          "persentasekepemilikan", "jumlahlembarsaham", "lembarsaham", "shares", "porsi",
          "ownership",
        ]
      ),
      (.holderCapital, ["totalmodalpemegang", "modalpemegang", "totalmodalpemegangsaham"]),
      (.vendorCapital, ["totalmodalditempatkan", "modalditempatkan"]),
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

  static let tenders: [(field: Field, names: [String])] = [
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
    (.category, ["jenispengadaan", "kategoripengadaan", "kategori", "tendermainprocurementcategory"]),
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

  static let bids: [(field: Field, names: [String])] =
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

  static let roles: [(field: Field, names: [String])] = [
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

  static let units: [(field: Field, names: [String])] = [
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

  static let declarations: [(field: Field, names: [String])] =
    vendorMention + [
      (.nip, nip), (.packageCode, packageCode), (.service, service),
      (.action, ["tindakan", "tindaklanjut", "penanganan", "action", "actiontaken", "tindakanyangdiambil"]),
      (.date, ["tanggal", "tgl", "tanggaldeklarasi", "tgldeklarasi", "date", "tanggaltindakan"]),
    ]
}
