import Intake
import Records

/// The datasets' fields with the columns under which they are known.
struct FieldList {
  private let datasets = Dataset.allCases.map { dataset in
    (dataset, Field.of(dataset).map { ($0.documentedName, $0.knownColumns(in: dataset)) })
  }

  func show(asJSON: Bool) {
    if asJSON {
      var all: [String: [String: [String]]] = [:]
      for (dataset, fields) in datasets {
        all[dataset.rawValue] = Dictionary(fields, uniquingKeysWith: { one, _ in one })
      }
      return Terminal.printJSON(all)
    }
    for (dataset, fields) in datasets {
      Terminal.print("\(dataset.rawValue)")
      for (name, columns) in fields {
        let more = columns.count > 4 ? ", ..." : ""
        Terminal.print("  \(name): \(columns.prefix(4).joined(separator: ", "))\(more)")
      }
    }
  }
}
