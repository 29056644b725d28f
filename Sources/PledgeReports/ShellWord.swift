/// A word of a command, to paste into a shell: in quotes where the shell would read it in another way.
struct ShellWord {
  let text: String

  init(_ word: String) {
    let isPlain = !word.isEmpty && word.utf8.allSatisfy { ShellWord.plain.contains($0) }
    // Behind a quoted quote the quotes go on.
    let pieces = word.split(separator: "'", omittingEmptySubsequences: false)
    text = isPlain ? word : "'" + pieces.joined(separator: #"'\''"#) + "'"
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=:,./@%".utf8)
}
