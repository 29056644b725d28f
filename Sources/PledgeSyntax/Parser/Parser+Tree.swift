import PledgeDiagnostics

extension Parser {
  /// Where a node began: the children since then are its own.
  struct Mark {
    let waiting: Int
    let damage: Int
  }

  /// The beginning of a node.
  func mark() -> Mark {
    Mark(waiting: waiting.count, damage: damage)
  }

  /// Ends a node: everything since the mark becomes its children, and it waits for a parent in a slot.
  mutating func finish(_ mark: Mark, _ kind: NodeKind, in slot: Slot = .none) {
    let first = elements.count
    let children = waiting[mark.waiting...]
    var start: UInt32?
    var end: UInt32 = 0
    var deepest: UInt16 = 0
    var isDamaged = damage > mark.damage
    var damageInside = 0
    var hasDamagedToken = false
    for child in children {
      let index = Int(child.index)
      if child.isNode {
        let node = nodes[index]
        if start == nil { start = node.start }
        end = node.end
        deepest = max(deepest, node.depth)
        isDamaged = isDamaged || node.isDamaged
        damageInside += Int(node.damage)
      } else {
        if start == nil { start = tokens[index].start }
        end = tokens[index].end
        hasDamagedToken = hasDamagedToken || tokens[index].isDamaged
      }
    }
    elements.append(contentsOf: children)
    waiting.removeSubrange(mark.waiting...)
    let place = UInt32(clamping: endOfPrevious)
    nodes.append(
      NodeRecord(
        kind: kind, children: first..<elements.count, start: start ?? place, end: start == nil ? place : end,
        depth: deepest + 1, isDamaged: isDamaged || hasDamagedToken,
        isDamagedItself: hasDamagedToken || damage - mark.damage > damageInside,
        damage: UInt32(clamping: damage - mark.damage)))
    waiting.append(TreeElement(slot: slot, isNode: true, index: UInt32(clamping: nodes.count - 1)))
  }

  /// Reads the current token as a child in a slot.
  mutating func advance(_ slot: Slot = .none) {
    guard position < tokens.count - 1 || (position == tokens.count - 1 && slot == .none) else { return }
    waiting.append(TreeElement(slot: slot, isNode: false, index: UInt32(clamping: position)))
    position += 1
    lineTaken = -1
  }

  /// Reads the current token as a keyword if it is the given one.
  @discardableResult
  mutating func take(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance(.keyword)
    return true
  }

  /// Reads two keywords if both stand here.
  @discardableResult
  mutating func take(_ first: Keyword, _ second: Keyword) -> Bool {
    guard at(first, then: second) else { return false }
    advance(.keyword)
    advance(.keyword)
    return true
  }

  /// Reads the current token if it is of a kind.
  @discardableResult
  mutating func take(kind: TokenKind) -> Bool {
    guard current == kind else { return false }
    advance()
    return true
  }

  /// Moves the child that waits last into a slot, if a production that began at the mark left one.
  mutating func fill(_ slot: Slot, since mark: Mark) {
    guard waiting.count > mark.waiting, let last = waiting.last, last.isNode else { return }
    waiting[waiting.count - 1] = TreeElement(slot: slot, isNode: true, index: last.index)
  }

  /// How deep the child that waits last is.
  var lastDepth: Int {
    guard let last = waiting.last, last.isNode else { return 0 }
    return Int(nodes[Int(last.index)].depth)
  }

  /// The offset behind the token read last.
  var endOfPrevious: Int { position > 0 ? Int(tokens[min(position, tokens.count) - 1].end) : 0 }
}
