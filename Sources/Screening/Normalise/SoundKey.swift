/// What a word sounds like to a clerk who hears it: spellings that differ only in letters that Indonesian registers
/// exchange freely share one key.
///
/// v, p and f are one, as are c, q and k, z and s, and y, j and i; h is heard only at the beginning; ai and ae are e,
/// au is o. Vowels stay otherwise, as they tell names apart (Maria is not Mariana, Dina not Dona).
enum SoundKey {
  /// - Parameter word: Letters a to z, in new spelling.
  static func of(_ word: [UInt8]) -> [UInt8] {
    var sound: [UInt8] = []
    var index = 0
    while index < word.count {
      let byte = word[index]
      let next = index + 1 < word.count ? word[index + 1] : 0
      index += 1
      var letter: UInt8
      switch byte {
      case 0x76, 0x70: letter = 0x66
      case 0x63, 0x71: letter = 0x6B
      case 0x78:
        if sound.last != 0x6B { sound.append(0x6B) }
        letter = 0x73
      case 0x7A: letter = 0x73
      case 0x79, 0x6A: letter = 0x69
      case 0x68 where !sound.isEmpty: continue
      case 0x61 where next == 0x69 || next == 0x65 || next == 0x79:
        letter = 0x65
        index += 1
      case 0x61 where next == 0x75:
        letter = 0x6F
        index += 1
      case 0x65 where index == word.count && word.count > 3: letter = 0x69
      default: letter = byte
      }
      if letter == 0x69, sound.last == 0x73, next != 0, byte == 0x79 { continue }
      if sound.last != letter { sound.append(letter) }
    }
    // "Yohanis" and "Yohanes" end alike.
    if sound.count > 4, sound.suffix(2) == [0x69, 0x73] { sound[sound.count - 2] = 0x65 }
    return sound.isEmpty ? word : sound
  }
}
