/// Names that look alike and are not the same: Cyrillic `а` for Latin `a`, full-width `Ａ` for `A`.
package enum LookAlike {
  /// What characters of other scripts are taken for, and which ASCII characters for each other.
  ///
  /// Source: the characters of Unicode's `confusables.txt` (UTS #39) that names can hold, Latin, Greek and
  /// Cyrillic; signs of katakana that look like Chinese ones, and Chinese ones that are told apart by the
  /// length of a stroke.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let groups = [
      "AАΑ", "BВΒ", "CСϹ", "EЕΕ", "HНΗ", "JЈ", "KКΚ", "MМΜ", "NΝ", "OОΟ0", "PРΡ", "SЅ", "TТΤ", "XХΧ", "YУΥҮ",
      "ZΖ",
      "aаαɑ", "cсϲ", "dԁ", "eе", "gɡ", "hһ", "iіι", "jјϳ", "kкκ", "lӏ1IІΙӀ", "oоο", "pрρ", "qԛ", "sѕ", "uυս",
      "vνѵ", "wԝω", "xхχ", "yуγү", "口ロ", "二ニ", "力カ", "工エ", "夕タ", "卜ト", "八ハ", "一ー", "己已巳",
      "未末", "日曰", "土士",
    ]
    var twins: [Unicode.Scalar: Unicode.Scalar] = [:]
    for group in groups {
      let scalars = Array(group.unicodeScalars)
      for scalar in scalars.dropFirst() { twins[scalar] = scalars[0] }
    }
    for (offset, scalar) in radicals.unicodeScalars.enumerated() {
      if let radical = Unicode.Scalar(0x2F00 + UInt32(offset)) { twins[radical] = twins[scalar] ?? scalar }
    }
    return twins
  }()

  /// The Chinese characters that look like the radicals from U+2F00 on, in their order.
  private static let radicals =
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾"
    + "干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生"
    + "用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷"
    + "豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻"
    + "黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"

  /// A name as it looks: equal for two names that can be taken for each other.
  package static func shape(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { scalars.append(shape(of: scalar)) }
    return String(scalars)
  }

  /// Whether two different names look alike.
  package static func areAlike(_ first: String, _ second: String) -> Bool {
    first != second && shape(first) == shape(second)
  }

  private static func shape(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    // Full-width letters and digits are those of ASCII.
    if (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
      return twins[narrow] ?? narrow
    }
    return twins[scalar] ?? scalar
  }

  /// The first character of a name that is another one in a name that looks alike, in words: `а (U+0430)`.
  package static func difference(of name: String, from other: String) -> String? {
    for (scalar, twin) in zip(name.unicodeScalars, other.unicodeScalars) where scalar != twin {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "`\(scalar)` (U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ")"
    }
    return nil
  }
}
