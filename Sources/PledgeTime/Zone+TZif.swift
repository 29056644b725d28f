/// Why bytes are no usable TZif file.
package enum ZoneFault: Error, Sendable, Hashable {
  /// The bytes end inside a part that must be there.
  case truncated
  /// The first four bytes are not `TZif`.
  case notTZif
  /// A version that RFC 9636 does not define.
  case unknownVersion
  /// Counts that contradict each other or point outside.
  case inconsistent
  /// The transition times do not ascend.
  case transitionsOutOfOrder
  /// An offset of 26 hours or more (25 or more to the west).
  case offsetOutOfRange
  /// The file counts leap seconds, as those under `right/` do; instants here do not.
  case leapSeconds
  /// The rule at the end is not a POSIX TZ string as RFC 9636 extends it.
  case malformedRule
}

extension Zone {
  /// The zone of a TZif file (RFC 9636, versions 1 to 4), or why its bytes are none.
  ///
  /// Hostile bytes are refused or read as some zone; memory is linear in their number. Files with leap
  /// seconds are refused, because their times do not count as ours do.
  package static func parse(_ bytes: [UInt8], name: String) -> Result<Zone, ZoneFault> {
    bytes.withUnsafeBytes { buffer in
      do throws(ZoneFault) {
        return .success(try TZifReader(bytes: buffer).zone(named: name))
      } catch {
        return .failure(error)
      }
    }
  }
}

/// Reads the parts of a TZif file; each read is checked against the end.
private struct TZifReader {
  /// The six counts of a header.
  struct Header {
    let version: UInt8
    let utCount: Int
    let standardCount: Int
    let leapCount: Int
    let timeCount: Int
    let typeCount: Int
    let nameBytes: Int

    /// The bytes of the data behind the header, with times of that size.
    func length(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + nameBytes + leapCount * (timeSize + 4)
        + standardCount + utCount
    }
  }

  let bytes: UnsafeRawBufferPointer

  func zone(named name: String) throws(ZoneFault) -> Zone {
    let first = try header(at: 0)
    if first.version == 0 { return try block(first, at: 44, timeSize: 4).zone(named: name) }
    let second = 44 + first.length(timeSize: 4)
    let header = try header(at: second)
    var table = try block(header, at: second + 44, timeSize: 8)
    let footer = second + 44 + header.length(timeSize: 8)
    table.rule = try rule(at: footer)
    return try table.zone(named: name)
  }

  private func header(at start: Int) throws(ZoneFault) -> Header {
    guard start <= bytes.count, bytes.count - start >= 44 else { throw .truncated }
    guard bytes[start..<start + 4].elementsEqual("TZif".utf8) else { throw .notTZif }
    let version = bytes[start + 4]
    guard version == 0 || version >= UInt8(ascii: "2") else { throw .unknownVersion }
    func count(_ place: Int) -> Int { Int(integer(at: start + 20 + 4 * place, as: UInt32.self)) }
    let header = Header(
      version: version, utCount: count(0), standardCount: count(1), leapCount: count(2),
      timeCount: count(3), typeCount: count(4), nameBytes: count(5))
    guard header.typeCount > 0, header.nameBytes > 0,
      header.utCount == 0 || header.utCount == header.typeCount,
      header.standardCount == 0 || header.standardCount == header.typeCount
    else { throw .inconsistent }
    return header
  }

  private func block(_ header: Header, at start: Int, timeSize: Int) throws(ZoneFault) -> ZoneTable {
    guard start <= bytes.count, bytes.count - start >= header.length(timeSize: timeSize) else {
      throw .truncated
    }
    guard header.leapCount == 0 else { throw .leapSeconds }
    let indices = start + header.timeCount * timeSize
    let types = indices + header.timeCount
    func offset(ofType type: Int) throws(ZoneFault) -> Int32 {
      guard type < header.typeCount else { throw .inconsistent }
      let offset = integer(at: types + type * 6, as: Int32.self)
      guard offset > -90_000, offset < 93_600 else { throw .offsetOutOfRange }
      return offset
    }
    var table = ZoneTable(initialOffset: try offset(ofType: 0))
    var previous = Int64.min
    for index in 0..<header.timeCount {
      let place = start + index * timeSize
      let time =
        timeSize == 4
        ? Int64(integer(at: place, as: Int32.self)) : integer(at: place, as: Int64.self)
      guard index == 0 || time > previous else { throw .transitionsOutOfOrder }
      previous = time
      table.append(seconds: time, offset: try offset(ofType: Int(bytes[indices + index])))
    }
    return table
  }

  private func rule(at start: Int) throws(ZoneFault) -> ZoneTable.Rule {
    guard start < bytes.count else { throw .truncated }
    guard bytes[start] == UInt8(ascii: "\n") else { throw .malformedRule }
    let text = bytes[(start + 1)...]
    guard let end = text.firstIndex(of: UInt8(ascii: "\n")) else { throw .truncated }
    if end == text.startIndex { return .none }
    var parser = ZoneRuleParser(Array(text[..<end]))
    guard let rule = parser.parse() else { throw .malformedRule }
    return rule
  }

  /// A big-endian integer whose bytes are known to be there.
  private func integer<Value: FixedWidthInteger>(at place: Int, as: Value.Type) -> Value {
    Value(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Value.self))
  }
}
