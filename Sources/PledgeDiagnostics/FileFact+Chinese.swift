extension FileFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .unreadable(let path, let reason):
      FactWords("不能读取文件 \(path)：\(ChineseReason.of(reason))", hint: "路径相对于写有它的文件")
    case .outside(let path, let root):
      FactWords(
        root.isEmpty ? "文件 \(path) 在策略的目录之外" : "文件 \(path) 在 \(root) 之外",
        hint: "写相对路径；上级目录中放一个空的 `pledge.yaml`，该目录就是根目录")
    case .circle(let path):
      FactWords("文件循环引用：\(path.joined(separator: " → "))", hint: "将双方都需要的内容放进单独的文件")
    case .tooDeep(let limit):
      FactWords("文件连续引用超过 \(limit) 层", hint: "直接引用最后一个文件")
    case .unknown(let name, let file, let suggestion):
      FactWords("\(file) 没有声明 `\(name)`", hint: suggestion.map { "是否要写 `\($0)`？" })
    case .declaredElsewhere(let name, let file):
      FactWords("`\(name)` 在另一个文件中声明", hint: "写 `use \(name) from`，后接 \(file) 的路径")
    case .notTaken(let name, let file):
      FactWords(
        "`\(name)` 不在本文件中声明", label: "这是另一个文件的名称",
        hint: "加到一行 `use … from`，后接 \(file) 的路径")
    case .nameOfTwoFiles(let name, nil):
      FactWords(
        "`\(name)` 在本策略的两个文件中都有声明",
        hint: "策略中一个名称只表示一件事：给其中一个改名，或只从一个文件引用")
    case .nameOfTwoFiles(let name, let user?):
      FactWords(
        "`\(name)` 在本策略的两个文件中都有声明",
        hint: "`\(user)` 需要其所在文件的那一个，它随之引入：给其中一个改名")
    }
  }
}
