import Glibc
import Records

/// The only place that asks what day it is.
enum Clock {
  /// Today in Asia/Makassar, the zone of Nusa Tenggara Timur: eight hours ahead of UTC all year.
  static var today: CalendarDate? {
    var seconds = time(nil) + 8 * 3600
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return nil }
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
