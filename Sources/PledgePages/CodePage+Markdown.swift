extension CodePage {
  /// The page in Markdown.
  package var markdown: String {
    """
    # \(code) \(code.name)

    \(title).

    \(meaning)

    \(severityWords)

    Wrong:

    \(wrong.markdown)

    Right:

    \(right.markdown)

    What to do: \(advice)

    """
  }

  private var severityWords: String {
    switch severity {
    case .error: "An error: no ticket is decided by the policy until it is mended."
    case .warning: "A warning: the policy can be used, and says something certain."
    case .note: "A note: nothing has to be done."
    }
  }
}

extension CodeExample {
  fileprivate var markdown: String {
    switch self {
    case .fragment(let text), .policy(let text): Self.block(text)
    case .files(let files), .versions(let files):
      files.map { Self.block($0.text, " \($0.name)") }.joined(separator: "\n\n")
    case .words(let words): words
    }
  }

  private static func block(_ text: String, _ name: String = "") -> String {
    let note =
      text.contains("‹U+") ? "\n\nHere `‹U+…›` stands for the character of that number in Unicode." : ""
    return "```pledge\(name)\n\(text)\n```" + note
  }
}
