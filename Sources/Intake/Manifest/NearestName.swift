import Records

/// Finds the known name that an unknown column is nearest to, where one is near enough to be meant.
enum NearestName {
  /// - Returns: For each column that is near one, the known name in normal form.
  static func of(_ columns: [String]) -> [String: String] {
    let known = KnownNames.all.sorted().map { Array($0.utf8) }
    var nearest: [String: String] = [:]
    for column in Set(columns) {
      let form = Array(ColumnName.normalForm(column).utf8)
      // Short names are near everything, and long ones are sentences.
      guard form.count >= 4, form.count <= 40, !KnownNames.all.contains(String(decoding: form, as: UTF8.self)) else {
        continue
      }
      var best: (name: [UInt8], distance: Int)?
      for name in known where abs(name.count - form.count) <= form.count / 3 {
        let distance = levenshtein(form, name)
        if distance <= max(1, form.count / 4), distance < best?.distance ?? Int.max { best = (name, distance) }
      }
      if let best { nearest[column] = String(decoding: best.name, as: UTF8.self) }
    }
    return nearest
  }
}
