/// How the bytes of an input are wrapped: packed or not, and in which character set.
package enum InputFile {
  /// Opens a path (`-`: the standard input), unpacks gzip data, converts to UTF-8 and drops a byte order
  /// mark.
  ///
  /// Gzip data is known by its first two bytes. Throws `SourceError`.
  package static func open(path: String, charset: String = "UTF-8") throws -> any ByteSource {
    try decoded(FileSource(path: path), charset: charset)
  }

  /// The same for a source that is open already.
  package static func decoded(_ raw: any ByteSource, charset: String = "UTF-8") throws -> any ByteSource {
    let (magic, whole) = try raw.peeking(2)
    var source = whole
    if magic == [0x1f, 0x8b] {
      source = try GzipSource(whole)
    } else if raw.name.hasSuffix(".gz"), !magic.isEmpty {
      throw SourceError(file: raw.name, reason: "it is named .gz, but holds no gzip data")
    }
    if !CharsetSource.isUTF8(charset) { source = try CharsetSource(source, charset: charset) }
    return try withoutByteOrderMark(source)
  }

  /// Reads a small file whole, as UTF-8; throws `SourceError` beyond `limit` bytes.
  package static func readText(
    path: String, charset: String = "UTF-8", limit: Int = 64 << 20
  ) throws -> [UInt8] {
    try open(path: path, charset: charset).readAll(limit: limit)
  }

  private static func withoutByteOrderMark(_ source: any ByteSource) throws -> any ByteSource {
    let (front, whole) = try source.peeking(3)
    return front == [0xef, 0xbb, 0xbf] ? source : whole
  }
}
