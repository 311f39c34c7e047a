// swift-tools-version: 6.2
import PackageDescription

let everywhere: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// For Records and Screening, which must never touch a raw pointer.
let pure = everywhere + [.strictMemorySafety()]

/// Tables and rule pages that are built into the program, each beside the code that reads it.
let knowledge = [
  "Policy/model.csv", "Policy/levels.csv", "Policy/strengths.csv", "Normalise/titles.csv", "Normalise/spelling.csv",
  "Graph/kinship.csv",
  "Judge/Rules/official-holds-bidder.md", "Judge/Rules/kin-holds-bidder.md",
  "Judge/Rules/kin-holds-bidder-unit.md", "Judge/Rules/kin-holds-vendor-elsewhere.md",
  "Judge/Rules/kin-outside-list.md", "Judge/Rules/cooperative-officer.md",
  "Judge/Rules/shared-officer-bidders.md", "Judge/Rules/common-control-bidders.md",
]

/// What starts the program every night; `benturan init --unit` prints it.
let operations = ["Operations/benturan.service", "Operations/benturan.timer", "Operations/crontab.txt"]

let package = Package(
  name: "benturan",
  products: [.executable(name: "benturan", targets: ["benturan"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLibZ", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CXMLReader", dependencies: ["CLibXML2"]),
    .target(name: "CPlainLine"),
    .target(name: "Records", swiftSettings: pure),
    .target(
      name: "Intake",
      dependencies: [
        "Records", "CLibCSV", "CLibZip", "CLibZ", "CXMLReader", "CPlainLine",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: everywhere),
    .target(
      name: "Screening",
      dependencies: ["Records", .product(name: "OrderedCollections", package: "swift-collections")],
      resources: knowledge.map { .embedInCode($0) },
      swiftSettings: pure),
    .target(
      name: "Casework",
      dependencies: [
        "Records", .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: everywhere),
    .executableTarget(
      name: "benturan",
      dependencies: [
        "Records", "Intake", "Screening", "Casework",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      resources: operations.map { .embedInCode($0) },
      swiftSettings: everywhere),
    .testTarget(name: "RecordsTests", dependencies: ["Records"], swiftSettings: everywhere),
    .testTarget(
      name: "IntakeTests", dependencies: ["Records", "Intake", "CLibZ"],
      exclude: ["RealFiles/real-files.tsv", "XML/xml-documents.tsv"], swiftSettings: everywhere),
    .testTarget(name: "ScreeningTests", dependencies: ["Records", "Intake", "Screening"], swiftSettings: everywhere),
    .testTarget(
      name: "CaseworkTests", dependencies: ["Records", "Casework", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: everywhere),
    .testTarget(
      name: "CommandTests", dependencies: ["benturan", "Records", "Intake", "Screening", "Casework", "CLibZ"],
      swiftSettings: everywhere),
  ]
)
