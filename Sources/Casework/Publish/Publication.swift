/// Makes a checked run the one that `latest` names, or one beside it where that is a later night's, in steps between any two of which the program may be killed.
///
/// `latest` points at a whole run before, between and after all of them; ``Leftovers`` tidies up after a kill.
struct Publication: Sendable {
  private let staging: StagedRun
  private let runs: RunFolders
  /// The run that `latest` leads to afterwards.
  private let latest: String
  /// Whether no run of that name was there before.
  private let isNew: Bool

  /// - Parameter latest: The run of a later night that `latest` leads to; `nil` for the staged one.
  init(of staging: StagedRun, in runs: RunFolders, latest: String? = nil) {
    self.staging = staging
    self.runs = runs
    self.latest = latest ?? staging.id
    isNew = Disk.kind(of: runs.folder(of: staging.id)) == nil
  }

  func publish() throws(CaseworkFault) {
    for step in steps { try step.perform() }
  }

  /// Whether readers find what is published: the run stands, and `latest` leads where it should.
  var isVisible: Bool {
    RunFolders.isComplete(runs.folder(of: staging.id)) && Disk.target(of: runs.latest) == runs.target(of: latest)
  }

  /// Removes a run that came in and that `latest` could not be pointed at, as far as the disk lets it.
  func takeBack() {
    guard isNew, !isVisible else { return }
    try? Disk.remove(folder: runs.folder(of: staging.id))
  }

  /// What is to be done, in order, given what is published now.
  var steps: [Step] {
    let id = staging.id
    let folder = runs.folder(of: id)
    let moveIn: [Step] = [.move(staging.folder, to: folder), .sync(runs.runs), .sync(runs.output)]
    let isLeading = latest != id && Disk.target(of: runs.latest) == runs.target(of: latest)
    let makeLatest: [Step] = isLeading ? [] : [.point(runs.latest, at: runs.target(of: latest)), .sync(runs.output)]
    guard RunFolders.isComplete(folder) else { return [.remove(folder)] + moveIn + makeLatest }
    // The run that is there stays byte for byte, with the timings of its first time.
    if isPublishedAlready { return [.remove(staging.folder)] + makeLatest }
    let aside = runs.superseded(id)
    guard Disk.target(of: runs.latest) == runs.target(of: id) else {
      return [.move(folder, to: aside)] + moveIn + makeLatest + [.remove(aside)]
    }
    return [
      .linkCopy(folder, to: aside), .sync(runs.runs), .point(runs.latest, at: runs.supersededTarget(id)),
      .sync(runs.output),
      .remove(folder),
    ] + moveIn + makeLatest + [.remove(aside), .sync(runs.runs)]
  }

  /// Whether the run of that name is the same as the staged one, and nobody has changed it since.
  private var isPublishedAlready: Bool {
    guard let old = PublishedRun(complete: runs.folder(of: staging.id)), old.verifyOutputs().isEmpty,
      let new = PublishedRun(complete: staging.folder), old.isSameRun(as: new)
    else { return false }
    return RunChecks.openModes(in: old.folder).isEmpty
  }

  /// One change on the disk.
  enum Step: Hashable, Sendable {
    case move(String, to: String)
    case linkCopy(String, to: String)
    case point(String, at: String)
    case remove(String)
    case sync(String)

    func perform() throws(CaseworkFault) {
      switch self {
      case .move(let old, let new): try Disk.rename(old, to: new)
      case .linkCopy(let old, let new): try Disk.linkCopy(folder: old, to: new)
      case .point(let link, let target): try Disk.point(link, at: target)
      case .remove(let folder): try Disk.remove(folder: folder)
      case .sync(let folder): try Disk.sync(folder: folder)
      }
    }
  }
}
