/// A person's sex as registers state it.
package enum Sex: UInt8, Hashable, Sendable, BitwiseCopyable {
  case male = 1
  case female = 2
}
