/* UTF-16 as UTF-8, so that everything after it reads one kind of bytes. */
#ifndef CXML_UTF16_H
#define CXML_UTF16_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  bool is_big_endian;
  /* The first half of a unit, or a leading surrogate, whose other half is in the next piece. */
  bool has_byte;
  unsigned char byte;
  uint16_t lead;
  /* A surrogate stood alone; nothing after it was decoded. */
  bool is_broken;
} utf16_decoder;

/* Decodes as much as there is room for. `taken` receives how many bytes were used; returns how many were written. */
size_t cxml_decode_utf16(
  utf16_decoder *decoder, const unsigned char *bytes, size_t count, size_t *taken, unsigned char *out, size_t room);

#endif
