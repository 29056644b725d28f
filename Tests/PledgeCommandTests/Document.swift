import Foundation

/// A page of the documents: its lines, and the fenced blocks in them.
struct Document {
  let path: String
  var lines: [String]

  /// The page at a path from the root of the repository.
  init(_ path: String) throws {
    self.path = path
    let text = try String(contentsOf: Command.root.appending(path: path), encoding: .utf8)
    lines = text.components(separatedBy: "\n")
  }

  /// The page's name without its folder and extension.
  var name: String { URL(filePath: path).deletingPathExtension().lastPathComponent }

  /// The fenced blocks in the order of the page.
  var blocks: [DocumentBlock] {
    var blocks: [DocumentBlock] = []
    var open: (index: Int, fence: String)?
    for (index, line) in lines.enumerated() where line.trimmed.hasPrefix("```") {
      if let start = open {
        blocks.append(
          DocumentBlock(
            fence: start.fence, first: start.index + 1, lines: Array(lines[start.index + 1..<index])))
        open = nil
      } else {
        open = (index, String(line.trimmed.dropFirst(3)))
      }
    }
    return blocks
  }

  /// Writes the files that the page quotes into a folder.
  func writeFiles(into folder: TemporaryFolder) throws {
    for block in blocks {
      if case .file(let name) = block.use { _ = try folder.file(name, block.text) }
    }
  }

  /// The pages whose blocks are held by tests, sorted by path.
  static let all: [String] = {
    let folders = ["docs", "docs/guides", "docs/language", "policies", "examples"]
    let pages = folders.flatMap { folder -> [String] in
      let isDeep = folder == "examples" || folder == "policies"
      let url = Command.root.appending(path: folder)
      guard let walk = FileManager.default.enumerator(atPath: url.path) else { return [] }
      return walk.compactMap { $0 as? String }
        .filter { $0.hasSuffix(".md") && (isDeep || !$0.contains("/")) }.map { folder + "/" + $0 }
    }
    return ["README.md"] + pages.sorted()
  }()
}
