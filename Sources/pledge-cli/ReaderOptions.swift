import ArgumentParser
import Glibc
import PledgeDiagnostics
import PledgeSyntax

/// In which language people read what a command says.
struct ReaderOptions: ParsableArguments {
  @Option(
    help: """
      The language of messages and reports: en or zh; without, that of a policy in Chinese, else that of the
      locale.
      """)
  var lang: MessageLanguage?

  /// The language that was asked for, else that of the policy's dialect, else that of the locale, else
  /// English.
  func language(for policy: SourceFile?) -> MessageLanguage {
    lang ?? policy.flatMap { MessageLanguage(of: $0) } ?? Self.languageOfLocale ?? .english
  }

  /// The language of what is said before or without a policy: that of `--lang`, else that of the locale, else
  /// English.
  static var languageOfCaller: MessageLanguage {
    let words = CommandLine.arguments
    let behind = words.firstIndex(of: "--lang").flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    let joined = words.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst("--lang=".count)) }
    return (behind ?? joined).flatMap(MessageLanguage.init(rawValue:)) ?? languageOfLocale ?? .english
  }

  /// The language of the first variable that says one, as POSIX orders them.
  private static var languageOfLocale: MessageLanguage? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty {
        return MessageLanguage(locale: value)
      }
    }
    return nil
  }
}

extension MessageLanguage: ExpressibleByArgument {}
