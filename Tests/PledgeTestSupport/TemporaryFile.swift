import Glibc

/// A file that is gone with its value.
package final class TemporaryFile {
  package let path: String
  private let folder: String

  package init(name: String, text: String) throws {
    var template = Array("/tmp/pledge-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure.noFolder }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/" + name
    guard let file = fopen(path, "w") else { throw Failure.noFolder }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  deinit {
    unlink(path)
    rmdir(folder)
  }

  enum Failure: Error { case noFolder }
}
