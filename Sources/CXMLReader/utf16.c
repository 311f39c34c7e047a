#include "utf16.h"

static size_t encode(uint32_t scalar, unsigned char *out) {
  if (scalar < 0x80) {
    out[0] = (unsigned char)scalar;
    return 1;
  }
  if (scalar < 0x800) {
    out[0] = (unsigned char)(0xC0 | scalar >> 6);
    out[1] = (unsigned char)(0x80 | (scalar & 0x3F));
    return 2;
  }
  if (scalar < 0x10000) {
    out[0] = (unsigned char)(0xE0 | scalar >> 12);
    out[1] = (unsigned char)(0x80 | (scalar >> 6 & 0x3F));
    out[2] = (unsigned char)(0x80 | (scalar & 0x3F));
    return 3;
  }
  out[0] = (unsigned char)(0xF0 | scalar >> 18);
  out[1] = (unsigned char)(0x80 | (scalar >> 12 & 0x3F));
  out[2] = (unsigned char)(0x80 | (scalar >> 6 & 0x3F));
  out[3] = (unsigned char)(0x80 | (scalar & 0x3F));
  return 4;
}

size_t cxml_decode_utf16(
  utf16_decoder *decoder, const unsigned char *bytes, size_t count, size_t *taken, unsigned char *out, size_t room) {
  size_t written = 0;
  size_t i = 0;
  while (i < count && room - written >= 4) {
    unsigned char byte = bytes[i++];
    if (!decoder->has_byte) {
      decoder->has_byte = true;
      decoder->byte = byte;
      continue;
    }
    decoder->has_byte = false;
    uint32_t unit = decoder->is_big_endian ? (uint32_t)decoder->byte << 8 | byte : (uint32_t)byte << 8 | decoder->byte;
    bool is_lead = unit >= 0xD800 && unit < 0xDC00;
    bool is_trail = unit >= 0xDC00 && unit < 0xE000;
    if (is_trail != (decoder->lead != 0)) {
      decoder->is_broken = true;
      break;
    }
    if (is_lead) {
      decoder->lead = (uint16_t)unit;
    } else if (is_trail) {
      written += encode(0x10000 + (((uint32_t)decoder->lead - 0xD800) << 10) + (unit - 0xDC00), out + written);
      decoder->lead = 0;
    } else {
      written += encode(unit, out + written);
    }
  }
  *taken = i;
  return written;
}
