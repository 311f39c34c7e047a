import ArgumentParser

/// A file that starts the program every night; `init` prints it for the operator to change and install.
enum Unit: String, CaseIterable, ExpressibleByArgument {
  /// A systemd service that may write only its own folder, and reach no network.
  case service
  /// What starts the service.
  case timer
  /// A line for cron, where there is no systemd.
  case crontab

  var text: String {
    switch self {
    case .service: String(decoding: PackageResources.benturan_service, as: UTF8.self)
    case .timer: String(decoding: PackageResources.benturan_timer, as: UTF8.self)
    case .crontab: String(decoding: PackageResources.crontab_txt, as: UTF8.self)
    }
  }
}
