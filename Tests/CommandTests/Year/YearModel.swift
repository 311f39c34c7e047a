/// What the casebook should say, worked out anew in plain words; none of the program's code has a part in it.
struct YearModel {
  private(set) var runs: [Run] = []
  private(set) var decisions: [Decision] = []
  /// How many of the last nights stay.
  let nightsKept: Int

  init(nightsKept: Int) { self.nightsKept = nightsKept }

  /// A run in the order of filing.
  struct Run {
    let night: Int
    let world: YearWorld
    /// Place of the run that it was compared with.
    let predecessor: Int?
    var cases: [Int: (facts: String, isClosed: Bool)]
    var list: List
    var isRetired = false
  }

  /// What `flagged-pairs.csv` should hold, by matter.
  struct List {
    /// Status, level, and the verdict of the decision that stands.
    var listed: [Int: [String]] = [:]
    var gone: Set<Int> = []
  }

  struct Decision {
    let matter: Int
    let verdict: String
    let by: String
    let facts: String
    let identity: String
  }

  enum State { case open, awaiting, closed }

  /// The run that decisions are made on: the last night's, of several the one filed last.
  var latest: Int? { runs.indices.max { (runs[$0].night, $0) < (runs[$1].night, $1) } }

  /// Where a case stands, by the decisions that still rest on what it rests on.
  func standing(_ matter: YearWorld.Matter, among decisions: [Decision]) -> (state: State, standing: [Decision]) {
    var (state, standing) = (State.open, [Decision]())
    for decision in decisions where decision.matter == matter.number {
      let isHeld =
        decision.verdict == "bukan_orang_sama"
        ? decision.identity == matter.identity : decision.facts == matter.facts
      guard isHeld else { continue }
      if decision.verdict == "selesai" {
        standing = standing.last?.verdict == "selesai" && state != .open ? standing + [decision] : [decision]
        // Both levels of this world take two people.
        state = Set(standing.map(\.by)).count < 2 ? .awaiting : .closed
      } else {
        (state, standing) = (decision.verdict == "perlu_klarifikasi" ? .open : .closed, [decision])
      }
    }
    return (state, standing)
  }

  /// Whether the program should take a decision on a case of the latest run; then it counts.
  mutating func decide(_ matter: Int, _ verdict: String, by name: String) -> Bool {
    guard let latest, let now = runs[latest].world.matters.first(where: { $0.number == matter }) else { return false }
    let (state, standing) = standing(now, among: decisions)
    if state == .awaiting, verdict == "selesai", standing.first?.by == name { return false }
    decisions.append(Decision(matter: matter, verdict: verdict, by: name, facts: now.facts, identity: now.identity))
    return true
  }

  /// Files a run of a night, or one that was filed before.
  ///
  /// - Returns: Its place in ``runs``.
  mutating func file(_ world: YearWorld, night: Int) -> Int {
    let old = runs.firstIndex { $0.night == night && $0.world == world }
    // What a later run rests on stays as it was.
    if let old, old < runs.count - 1 {
      retire(besides: old)
      return old
    }
    let predecessor =
      old.map { runs[$0].predecessor }
      ?? runs.indices.filter { !runs[$0].isRetired && runs[$0].night <= night }
      .max { (runs[$0].night, $0) < (runs[$1].night, $1) }
    let others = runs.indices.filter { $0 != old && runs[$0].night <= night }
    let seen = Set(others.flatMap { runs[$0].cases.keys })
    let before = predecessor.map { runs[$0].cases } ?? [:]
    var run = Run(night: night, world: world, predecessor: predecessor, cases: [:], list: List())
    for matter in world.matters where matter.isCase {
      let (state, standing) = standing(matter, among: decisions)
      let status: String
      if let earlier = before[matter.number] {
        let eve = predecessor.flatMap { place in runs[place].world.matters.first { $0.number == matter.number } }
        let wasClosed = earlier.isClosed || eve.map { self.standing($0, among: decisions).state == .closed } ?? false
        let isBack = wasClosed && state != .closed
        status = isBack ? "dibuka_kembali" : earlier.facts == matter.facts ? "tetap" : "berubah"
      } else {
        status = seen.contains(matter.number) ? "dibuka_kembali" : "baru"
      }
      run.cases[matter.number] = (matter.facts, state == .closed)
      run.list.listed[matter.number] = [status, matter.level, standing.last?.verdict ?? ""]
    }
    run.list.gone = Set(before.keys).subtracting(run.cases.keys)
    if let old { runs[old] = run } else { runs.append(run) }
    let place = old ?? runs.count - 1
    retire(besides: place)
    return place
  }

  /// Takes out what is over, the latest run, the one that it was compared with and the one just told apart.
  private mutating func retire(besides told: Int) {
    guard let latest else { return }
    let nights = Set(runs.filter { !$0.isRetired }.map(\.night)).sorted(by: >)
    guard nights.count > nightsKept else { return }
    for place in runs.indices
    where runs[place].night < nights[nightsKept - 1] && ![latest, runs[latest].predecessor, told].contains(place) {
      runs[place].isRetired = true
    }
  }
}
