/// A fixed number of elements in plain memory: what an evaluation writes for each ticket.
///
/// An array asks before each write whether it is the only owner of its memory; slots have one owner.
struct Slots<Element>: ~Copyable {
  private let memory: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating element: Element, count: Int) {
    memory = .allocate(capacity: count)
    memory.initialize(repeating: element, count: count)
    self.count = count
  }

  init(_ elements: [Element]) {
    memory = .allocate(capacity: elements.count)
    count = elements.count
    for (index, element) in elements.enumerated() { (memory + index).initialize(to: element) }
  }

  deinit {
    memory.deinitialize(count: count)
    memory.deallocate()
  }

  var indices: Range<Int> { 0..<count }

  @inline(__always) subscript(index: Int) -> Element {
    // Lent, so that no reference in an element is counted.
    _read {
      precondition(index >= 0 && index < count, "invariant: a plan's index is one of its slots")
      yield memory[index]
    }
    nonmutating set {
      precondition(index >= 0 && index < count, "invariant: a plan's index is one of its slots")
      memory[index] = newValue
    }
    // In place, so that a buffer in a slot keeps its one owner.
    nonmutating _modify {
      precondition(index >= 0 && index < count, "invariant: a plan's index is one of its slots")
      yield &memory[index]
    }
  }
}
