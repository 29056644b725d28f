import Glibc
import PledgeTime

/// The zones of the system's tz database, loaded by name.
package struct ZoneLibrary: Sendable {
  /// The directory of the TZif files.
  package var directory: String

  /// The directory that the system states in `TZDIR`, else where systems keep it.
  package init(directory: String? = nil) {
    if let directory {
      self.directory = directory
    } else if let stated = getenv("TZDIR") {
      self.directory = String(cString: stated)
    } else {
      self.directory = "/usr/share/zoneinfo"
    }
  }

  /// The zone of a name such as `Asia/Shanghai`; a failure says what to install or what is wrong with the
  /// name.
  package func zone(named name: String) -> Result<Zone, ReadingProblem> {
    if name == "UTC" { return .success(.utc) }
    let path = "\(directory)/\(name)"
    guard Self.isPlain(name) else {
      return .failure(ReadingProblem(file: directory, message: "`\(name)` is not the name of a time zone"))
    }
    guard access(directory + "/UTC", R_OK) == 0 || access(directory + "/Etc/UTC", R_OK) == 0 else {
      return .failure(
        ReadingProblem(
          file: directory, message: "there is no time zone data in \(directory); install the package tzdata"))
    }
    do {
      let bytes = try FileSource(path: path).readAll(limit: 1 << 20)
      switch Zone.parse(bytes, name: name) {
      case .success(let zone): return .success(zone)
      case .failure(let fault):
        return .failure(ReadingProblem(file: path, message: "it is not a usable zone file (\(fault))"))
      }
    } catch {
      return .failure(
        ReadingProblem(
          file: path, message: "the time zone `\(name)` is not in the tz database; see the package tzdata"))
    }
  }

  /// Letters, digits and `+-_` in parts between slashes: nothing that leaves the directory.
  static func isPlain(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 64 else { return false }
    return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { byte in
          byte &- 0x30 <= 9 || (byte | 0x20) &- 0x61 <= 25 || byte == 0x2b || byte == 0x2d || byte == 0x5f
        }
    }
  }
}
