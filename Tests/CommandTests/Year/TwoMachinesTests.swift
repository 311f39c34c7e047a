import Foundation
import Testing

/// Two machines with one key and one history: another clock, another zone, another number of threads.
@Suite struct TwoMachinesTests {
  /// Everything that one machine shows after a night.
  private struct Shown: Equatable {
    let latest: String?
    let files: [String: [UInt8]]
    let said: [String]
  }

  private let machines: [Program]
  private let workspaces: [Workspace]

  init() throws {
    workspaces = [try Workspace(), try Workspace()]
    var other = workspaces[1].program
    other.environment = ["TZ": "Pacific/Kiritimati"]
    if KillShim.compiler != nil {
      other.environment["LD_PRELOAD"] = try KillShim.compile(Self.clock, as: "clock", in: workspaces[1])
    }
    machines = [workspaces[0].program, other]
    for workspace in workspaces {
      try workspace.write(Fixtures.key + "\n", to: "key")
      try workspace.write("[retention]\nnights = 9\n", to: "benturan.toml")
    }
  }

  /// A clock that is two years ahead and runs at thrice the speed.
  private static let clock = #"""
    #define _GNU_SOURCE
    #include <sys/syscall.h>
    #include <sys/time.h>
    #include <time.h>
    #include <unistd.h>

    int clock_gettime(clockid_t clock, struct timespec *t) {
      long result = syscall(SYS_clock_gettime, clock, t);
      if (result == 0) { t->tv_sec = t->tv_sec * 3; t->tv_nsec = t->tv_nsec / 2; }
      if (result == 0 && clock == CLOCK_REALTIME) t->tv_sec = t->tv_sec / 3 + 63072000;
      return result;
    }
    time_t time(time_t *out) {
      struct timespec t;
      clock_gettime(CLOCK_REALTIME, &t);
      if (out) *out = t.tv_sec;
      return t.tv_sec;
    }
    int gettimeofday(struct timeval *out, void *zone) {
      struct timespec t;
      clock_gettime(CLOCK_REALTIME, &t);
      out->tv_sec = t.tv_sec;
      out->tv_usec = t.tv_nsec / 1000;
      return 0;
    }
    """#

  /// Runs a command on both machines, and requires that both end and say the same.
  @discardableResult
  private func both(_ arguments: [String], threads: Bool = false, status: Int32 = 0) throws -> Program.Outcome {
    let outcomes = try machines.enumerated().map { place, machine in
      try machine.run(arguments + (threads ? ["--threads", place == 0 ? "1" : "5"] : []))
    }
    for outcome in outcomes { try #require(outcome.status == status, "\(arguments): \(outcome.messages)") }
    try #require(outcomes[0].everything == outcomes[1].everything, "\(arguments)")
    return outcomes[0]
  }

  /// - Parameter isAsked: Whether the program says too what it knows, which takes as long as a night.
  private func shown(_ place: Int, isAsked: Bool) throws -> Shown {
    let published = PublishedFolder(workspaces[place].path("output"))
    let said = try [
      ["review", "export", "--output", "output", "--all"], ["review", "list", "--output", "output", "--json"],
      ["verify", "output"],
    ].filter { _ in isAsked }.map { try machines[place].run($0).everything }
    return Shown(latest: published.latest, files: try published.files(), said: said)
  }

  @Test func `agree byte for byte over forty nights, timings apart`() throws {
    var random = Seeded(40)
    var world = YearWorld(after: 25, &random)
    for day in 1...40 {
      world.pass(&random)
      for workspace in workspaces {
        for (name, text) in world.files { try workspace.write(text, to: "input/\(name)") }
      }
      let night = [
        "run", "--input", "input", "--output", "output", "--as-of", Year.date(day), "--key-file", "key", "--quiet",
        "--config", "benturan.toml",
      ]
      try both(night, threads: true)
      let rows = try PublishedFolder(workspaces[0].path("output")).table("flagged-pairs.csv").rows
      if let row = rows.filter({ $0["status"] != "hilang" }).randomElement(using: &random) {
        let verdict = ["bukan_orang_sama", "sudah_ditangani", "perlu_klarifikasi"].randomElement(using: &random) ?? ""
        try both([
          "review", "decide", row["id_kasus"] ?? "", "--output", "output", "--verdict", verdict, "--reason",
          "alasan \(day)", "--by", "Ana Contoh", "--as-of", Year.date(day),
        ])
      }
      if day % 9 == 0 { try both(night, threads: true) }
      let (one, other) = (try shown(0, isAsked: day % 8 == 0), try shown(1, isAsked: day % 8 == 0))
      try #require(one.said == other.said, "night \(day)")
      for (name, bytes) in one.files { try #require(other.files[name] == bytes, "night \(day): \(name)") }
      try #require(one == other, "night \(day)")
    }
    let runs = try workspaces.map { workspace in
      try Tree.files(below: workspace.path("output/runs")).filter { !$0.key.hasSuffix("/run.json") }
    }
    let casebooks = try workspaces.map { try $0.bytes("output/casebook.sqlite") }
    #expect(casebooks[0] == casebooks[1])
    #expect(runs[0] == runs[1] && runs[0].count == 9 * PublishedFolder.reports.count)
  }
}
