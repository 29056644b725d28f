import Foundation
import PledgeTime

/// A zone of the system's tz database.
func zone(_ name: String) -> Zone {
  guard let bytes = FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name),
    let zone = try? Zone.parse([UInt8](bytes), name: name).get()
  else { preconditionFailure("no zone \(name)") }
  return zone
}
