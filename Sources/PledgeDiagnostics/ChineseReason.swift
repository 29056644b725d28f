/// What the system and our own readers say about files that cannot be read, in Chinese where it is known.
enum ChineseReason {
  /// The reason in Chinese; one that is not known stays as it is.
  static func of(_ reason: String) -> String {
    for (english, chinese) in known where reason.hasSuffix(english) {
      return String(reason.dropLast(english.count)) + chinese
    }
    return reason
  }

  private static let known: [(String, String)] = [
    ("No such file or directory", "没有这个文件或目录"),
    ("Permission denied", "没有权限"),
    ("Is a directory", "这是目录"),
    ("Not a directory", "不是目录"),
    ("Too many levels of symbolic links", "符号链接层数过多"),
    ("File name too long", "文件名过长"),
    ("no other files can be read here", "此处不能读取其他文件"),
  ]
}
