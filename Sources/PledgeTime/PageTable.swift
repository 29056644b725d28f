import Glibc

/// A part of a compiled calendar, in memory of its own.
protocol CalendarTablePage {
  /// Compiles the page with that number of a calendar with these hours.
  init(_ hours: CalendarHours, number: Int)
  /// What the page adds to a sum over pages.
  var size: Int64 { get }
  /// Gives the memory back.
  func deallocate()
}

/// The pages of a calendar by number, compiled when first asked for.
///
/// Looking up a page is the inner step of every question, so pages are reached by plain pointers: no
/// reference is counted and no access is tracked. A pointer is good until the next look-up, which may drop
/// all pages.
final class PageTable<Page: CalendarTablePage> {
  private let hours: CalendarHours
  private let numbers: ClosedRange<Int>
  private let pages: UnsafeMutablePointer<UnsafeMutablePointer<Page>?>
  /// The sizes of the pages compiled so far, kept when a page is dropped, plus one; 0 for others.
  private let sizes: UnsafeMutablePointer<Int64>
  /// The indices of the pages that are kept.
  private var kept: [Int] = []

  /// How many pages are kept; beyond it all are dropped, so that strange dates cost no memory.
  private static var limit: Int { 64 }

  /// A table without pages, for pages of these numbers.
  init(_ hours: CalendarHours, numbers: ClosedRange<Int>) {
    self.hours = hours
    self.numbers = numbers
    pages = Self.zeros(numbers.count)
    sizes = Self.zeros(numbers.count)
  }

  deinit {
    dropAll()
    free(pages)
    free(sizes)
  }

  /// Memory of the system that is zero without being written: a table is of thousands of years, of which a
  /// history touches a few.
  private static func zeros<Element>(_ count: Int) -> UnsafeMutablePointer<Element> {
    guard let memory = calloc(count, MemoryLayout<Element>.stride) else {
      preconditionFailure("out of memory")
    }
    return memory.bindMemory(to: Element.self, capacity: count)
  }

  /// The page with that number, which is one of the table's. Good until the next call.
  @inline(__always)
  func page(_ number: Int) -> UnsafeMutablePointer<Page> {
    precondition(numbers.contains(number), "an answerable question stays within the table")
    return pages[number &- numbers.lowerBound] ?? compile(number)
  }

  /// The size of the page with that number, which is one of the table's.
  func size(_ number: Int) -> Int64 {
    precondition(numbers.contains(number), "an answerable question stays within the table")
    let size = sizes[number &- numbers.lowerBound]
    return size > 0 ? size &- 1 : compile(number).pointee.size
  }

  @inline(never)
  private func compile(_ number: Int) -> UnsafeMutablePointer<Page> {
    if kept.count == PageTable.limit { dropAll() }
    let page = UnsafeMutablePointer<Page>.allocate(capacity: 1)
    page.initialize(to: Page(hours, number: number))
    let index = number - numbers.lowerBound
    pages[index] = page
    sizes[index] = page.pointee.size + 1
    kept.append(index)
    return page
  }

  private func dropAll() {
    for index in kept {
      guard let page = pages[index] else { continue }
      page.pointee.deallocate()
      page.deinitialize(count: 1)
      page.deallocate()
      pages[index] = nil
    }
    kept.removeAll()
  }
}
