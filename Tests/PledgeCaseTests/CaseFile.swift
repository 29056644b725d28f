import Foundation

/// One behaviour on one page: a title, what must come out and why, the inputs, and what came out.
struct CaseFile {
  let url: URL
  /// Everything before the first section.
  let introduction: String
  var sections: [Section]

  /// A heading with the fenced block or the plain line below it.
  struct Section {
    var title: String
    /// The language of the fence; nil where the section is a plain line.
    var fence: String?
    var content: String
  }

  init(_ url: URL) throws {
    self.url = url
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    var introduction: [String] = []
    var sections: [Section] = []
    var isFenced = false
    for line in lines {
      if !isFenced, line.hasPrefix("## ") {
        sections.append(Section(title: String(line.dropFirst(3)), fence: nil, content: ""))
      } else if sections.isEmpty {
        introduction.append(line)
      } else if line.hasPrefix("```") {
        isFenced.toggle()
        if isFenced { sections[sections.count - 1].fence = String(line.dropFirst(3)) }
      } else if isFenced || !line.isEmpty {
        sections[sections.count - 1].content += line + "\n"
      }
    }
    while introduction.last?.isEmpty ?? false { introduction.removeLast() }
    self.introduction = introduction.joined(separator: "\n")
    self.sections = sections
  }

  /// The content of a section, nil where there is none.
  subscript(title: String) -> String? { sections.first { $0.title == title }?.content }

  /// The file as text, in the one form in which it is recorded.
  var text: String {
    introduction + "\n\n"
      + sections.map { section in
        guard let fence = section.fence else { return "## \(section.title)\n\n\(section.content)" }
        return "## \(section.title)\n\n```\(fence)\n\(section.content)```\n"
      }.joined(separator: "\n")
  }

  /// The folder of all case files.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Cases")

  /// All case files, sorted by path.
  static func all() throws -> [URL] {
    guard let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else {
      return []
    }
    return walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
  }
}
