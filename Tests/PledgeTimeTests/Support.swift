import Foundation
import PledgeTime
import Testing

/// A zone of the system's tz database.
func zone(_ name: String) throws -> Zone {
  let bytes = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name))
  return try Zone.parse([UInt8](bytes), name: name).get()
}

/// The instant that an ISO text names; a time without offset is read in the zone.
func instant(_ text: String, _ zone: Zone = .utc) throws -> PledgeTime.Instant {
  switch try Timestamp.parse(text).get() {
  case .instant(let instant): return instant
  case .civil(let date, let time): return zone.instant(date, time)
  case .date(let date): return zone.startOfDay(date)
  }
}

/// The date that an ISO text names.
func date(_ text: String) throws -> CivilDate { try CivilDate.parse(text).get() }

/// Hours such as `09:00-12:00, 13:30-18:00`; none for an empty text.
func hours(_ text: String) throws -> [WallInterval] {
  try text.split(separator: ",").map { part in
    let ends = part.split(separator: "-").map { String($0).trimmingCharacters(in: .whitespaces) }
    return WallInterval(start: try WallTime.parse(ends[0]).get(), end: try WallTime.parse(ends[1]).get())
  }
}

extension PledgeTime.Duration {
  static func minutes(_ count: Int64) -> Self { Self(microseconds: count * 60_000_000) }
  static func seconds(_ count: Int64) -> Self { Self(microseconds: count * 1_000_000) }
}
