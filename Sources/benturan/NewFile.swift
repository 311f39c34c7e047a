import Foundation

/// Files that a command writes because a person named them; none is ever replaced.
enum NewFile {
  /// - Parameter path: A file that is not there yet, or `-` for standard output.
  static func write(_ text: String, to path: String) throws {
    if path == "-" { return Terminal.print(text.hasSuffix("\n") ? String(text.dropLast()) : text) }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      Terminal.say(
        "\(path): error: the file is there already [file-exists]\n  remedy: name a new file; none is replaced")
      throw ExitStatus.unwritableOutput.code
    } catch {
      Terminal.say("\(path): error: cannot be written [output-unwritable]\n  remedy: check the folder")
      throw ExitStatus.unwritableOutput.code
    }
  }
}
