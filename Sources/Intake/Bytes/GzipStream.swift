import CLibZ

/// The unpacked bytes of a gzip file, at any offset, in bounded memory.
///
/// Owns zlib streams (C: `inflate`, `inflateReset`, `inflateCopy`). Reading on is one pass; reading again from before
/// goes back to the nearest of a few copies of the stream's state, whose distance grows with the file. Members that
/// follow each other are one stream, as `gzip` itself reads them.
final class GzipStream {
  /// Tables of text pack to a tenth, repetitive XML to a fortieth; deflate's own limit is 1,032.
  static let greatestRatio = 200
  /// Below this many unpacked bytes the ratio says nothing yet, and the records made of them need no more than ten
  /// times as much.
  private static let ratioCountsFrom = 8 << 20
  /// More than a province's exports of many years.
  static let mostBytes = 16 << 30
  private static let mostMarks = 64
  private static let chunkSize = 1 << 16

  /// Reads the file's own bytes at an offset; fewer than asked for only at its end.
  typealias Source = (UnsafeMutableRawBufferPointer, Int) throws(InputFile.Fault) -> Int

  /// A copy of the state, the place in the unpacked bytes and the place in the file from which it reads on.
  private struct Mark {
    let offset: Int
    let packed: Int
    let state: UnsafeMutablePointer<z_stream>
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 64)
  /// Where in the file the bytes in ``input`` end.
  private var packed = 0
  /// Where in the unpacked bytes the next one stands.
  private var offset = 0
  private var isAtEnd = false
  private var isInMember = true
  private var marks: [Mark] = []
  private var markDistance = 1 << 20

  /// C: `inflateInit2`.
  init() throws(InputFile.Fault) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard benturan_inflate_init(stream) == Z_OK else {
      stream.deallocate()
      input.deallocate()
      throw .noMemory
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    for mark in marks { Self.free(mark) }
    input.deallocate()
  }

  /// Reads unpacked bytes at an offset.
  ///
  /// - Returns: How many bytes were read; fewer than asked for at the end, and before a fault, which the next call
  ///   throws.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, at wanted: Int, from source: Source
  ) throws(InputFile.Fault) -> Int {
    if wanted < offset { try goBack(to: wanted) }
    if offset < wanted {
      let passed = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkSize, alignment: 64)
      defer { passed.deallocate() }
      while offset < wanted {
        let some = UnsafeMutableRawBufferPointer(rebasing: passed[0..<min(Self.chunkSize, wanted - offset)])
        if try unpack(into: some, source) == 0 { return 0 }
      }
    }
    var done = 0
    while done < buffer.count {
      do throws(InputFile.Fault) {
        let count = try unpack(into: UnsafeMutableRawBufferPointer(rebasing: buffer[done...]), source)
        if count == 0 { break }
        done += count
      } catch {
        if done == 0 { throw error }
        break
      }
    }
    return done
  }

  /// Unpacks some bytes; 0 at the end. C: `inflate`.
  private func unpack(into buffer: UnsafeMutableRawBufferPointer, _ source: Source) throws(InputFile.Fault) -> Int {
    // So large a piece that marks stand no wider apart than wanted.
    let count = min(buffer.count, markDistance)
    while !isAtEnd {
      if stream.pointee.avail_in == 0 { try refill(source) }
      if isAtEnd { break }
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(count)
      let result = inflate(stream, Z_NO_FLUSH)
      let written = count - Int(stream.pointee.avail_out)
      offset += written
      switch result {
      case Z_STREAM_END: isInMember = false
      case Z_OK, Z_BUF_ERROR: break
      case Z_MEM_ERROR: throw .noMemory
      // What was unpacked before the damage comes first; the next call meets it again.
      case _ where written > 0: return written
      default: throw isInMember && offset > 0 || packed <= Self.chunkSize ? .damagedGzip : .trailingGzip
      }
      try checkSize()
      if written > 0 {
        mark()
        return written
      }
    }
    return 0
  }

  /// Reads the file's next bytes, and starts the next member where one has ended.
  private func refill(_ source: Source) throws(InputFile.Fault) {
    let count = try source(input, packed)
    packed += count
    if count == 0 {
      if isInMember { throw .tornGzip }
      isAtEnd = true
      return
    }
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
  }

  private func checkSize() throws(InputFile.Fault) {
    let read = packed - Int(stream.pointee.avail_in)
    if offset > Self.mostBytes { throw .gzipTooLarge }
    if offset > Self.ratioCountsFrom, offset / Self.greatestRatio > read { throw .gzipBomb }
    guard !isInMember, !isAtEnd, stream.pointee.avail_in > 0 else { return }
    startMember()
  }

  /// C: `inflateReset`. Tapes pad with noughts, which are no member.
  private func startMember() {
    while stream.pointee.avail_in > 0, let next = stream.pointee.next_in, next.pointee == 0 {
      stream.pointee.next_in = next + 1
      stream.pointee.avail_in -= 1
    }
    guard stream.pointee.avail_in > 0 else { return }
    inflateReset(stream)
    isInMember = true
  }
}

extension GzipStream {
  /// Keeps the state where the last one kept is far enough behind. C: `inflateCopy`.
  private func mark() {
    guard isInMember, offset - (marks.last?.offset ?? 0) >= markDistance else { return }
    let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    state.initialize(to: z_stream())
    guard inflateCopy(state, stream) == Z_OK else {
      state.deallocate()
      return
    }
    marks.append(Mark(offset: offset, packed: packed - Int(stream.pointee.avail_in), state: state))
    guard marks.count >= Self.mostMarks else { return }
    markDistance *= 2
    var kept: [Mark] = []
    for (index, mark) in marks.enumerated() {
      if index.isMultiple(of: 2) { Self.free(mark) } else { kept.append(mark) }
    }
    marks = kept
  }

  private func goBack(to wanted: Int) throws(InputFile.Fault) {
    stream.pointee.avail_in = 0
    (isAtEnd, isInMember) = (false, true)
    guard let mark = marks.last(where: { $0.offset <= wanted }) else {
      inflateReset(stream)
      (packed, offset) = (0, 0)
      return
    }
    let copy = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    defer { copy.deallocate() }
    copy.initialize(to: z_stream())
    guard inflateCopy(copy, mark.state) == Z_OK else { throw .noMemory }
    inflateEnd(stream)
    // zlib checks that a state knows its own stream, so the copy goes back by another copy.
    stream.pointee = z_stream()
    let result = inflateCopy(stream, copy)
    inflateEnd(copy)
    guard result == Z_OK else { throw .noMemory }
    stream.pointee.avail_in = 0
    (packed, offset) = (mark.packed, mark.offset)
  }

  private static func free(_ mark: Mark) {
    inflateEnd(mark.state)
    mark.state.deallocate()
  }
}

extension InputFile.Fault {
  fileprivate static let noMemory = Self(reason: "there was no memory to unpack it")
  fileprivate static let tornGzip = Self(
    code: "gzip-truncated", reason: "the gzip file ends before its last byte",
    remedy: "fetch the file again; the transfer stopped before its end")
  fileprivate static let damagedGzip = Self(
    code: "gzip-damaged", reason: "the gzip file is damaged; its bytes do not unpack",
    remedy: "fetch the file again, in binary mode; `gzip -t` tells whether it is whole")
  fileprivate static let trailingGzip = Self(
    code: "gzip-damaged", reason: "something that is no gzip data follows the gzip data",
    remedy: "fetch the file again, or unpack it with `gzip -d` and look at what comes out")
  fileprivate static let gzipBomb = Self(
    code: "gzip-bomb", reason: "it unpacks to more than \(GzipStream.greatestRatio) times its size, as no table does",
    remedy: "ask where the file comes from; if it is right, unpack it and put the table itself here")
  fileprivate static let gzipTooLarge = Self(
    code: "gzip-bomb", reason: "it unpacks to more than \(GzipStream.mostBytes >> 30) GiB",
    remedy: "ask where the file comes from; if it is right, deliver it in parts")
}
