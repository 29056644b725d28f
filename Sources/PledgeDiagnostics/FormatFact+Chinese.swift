extension FormatFact {
  /// The fact in Chinese.
  package var chineseWords: FactWords {
    switch self {
    case .wouldChange:
      FactWords("统一格式会改变文件的含义，因此没有改动", hint: "这是排版工具的缺陷，请连同文件一起报告")
    case .damaged: FactWords("有错误的文件不能转换为另一种方言", hint: "先改正已报告的错误")
    }
  }
}
