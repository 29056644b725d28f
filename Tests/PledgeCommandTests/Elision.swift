import Foundation

/// A quoted output, in which `…` alone on a line stands for any lines and `…` within a line for any text.
struct Elision {
  static let mark = "…"

  /// The runs of lines between the elided ones; one run where nothing is elided.
  let runs: [[String]]

  init(_ lines: [String]) {
    runs = lines.split(omittingEmptySubsequences: false) { $0.trimmed == Self.mark }.map(Array.init)
  }

  /// Nil where the lines are what was quoted, else the run that is not found in its place.
  func missing(in lines: [String]) -> [String]? {
    guard runs.count > 1, let first = runs.first, let last = runs.last else {
      return runs.first.flatMap { same($0, lines) ? nil : $0 }
    }
    guard lines.count >= first.count, same(first, Array(lines.prefix(first.count))) else { return first }
    var position = first.count
    for run in runs.dropFirst().dropLast() {
      let starts = position..<max(position, lines.count - run.count + 1)
      guard let start = starts.first(where: { same(run, Array(lines[$0..<$0 + run.count])) }) else {
        return run
      }
      position = start + run.count
    }
    guard lines.count - last.count >= position, same(last, lines.suffix(last.count)) else { return last }
    return nil
  }

  /// The quotation with the lines as they are now and with its elisions, where its runs still have places.
  func renewed(from lines: [String]) -> [String]? {
    guard runs.count > 1, let first = runs.first, let last = runs.last else {
      return runs.first.map { renewed($0, from: lines) }
    }
    guard lines.count >= first.count + last.count else { return nil }
    var result = renewed(first, from: Array(lines.prefix(first.count)))
    var position = first.count
    for run in runs.dropFirst().dropLast() {
      guard let start = bestPlace(of: run, in: lines, from: position) else { return nil }
      result += [Self.mark] + renewed(run, from: Array(lines[start..<start + run.count]))
      position = start + run.count
    }
    guard lines.count - last.count >= position else { return nil }
    return result + [Self.mark] + renewed(last, from: Array(lines.suffix(last.count)))
  }

  private func bestPlace(of run: [String], in lines: [String], from position: Int) -> Int? {
    guard position + run.count <= lines.count else { return nil }
    let places = position...(lines.count - run.count)
    let scores = places.map { start in
      zip(run, lines[start..<start + run.count]).reduce(0) { $0 + (Self.covers($1.0, $1.1) ? 1 : 0) }
    }
    guard let best = scores.max(), best * 2 > run.count else { return nil }
    return scores.firstIndex(of: best).map { position + $0 }
  }

  private func renewed(_ quoted: [String], from lines: [String]) -> [String] {
    lines.indices.map { index in
      index < quoted.count && Self.covers(quoted[index], lines[index]) ? quoted[index] : lines[index]
    }
  }

  private func same(_ quoted: [String], _ lines: [String]) -> Bool {
    quoted.count == lines.count && zip(quoted, lines).allSatisfy { Self.covers($0, $1) }
  }

  /// Whether a quoted line stands for a line.
  static func covers(_ quoted: String, _ line: String) -> Bool {
    let parts = quoted.components(separatedBy: mark)
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return quoted == line }
    guard line.hasPrefix(first), line.count >= first.count + last.count, line.hasSuffix(last) else {
      return false
    }
    var rest = line.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.range(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
