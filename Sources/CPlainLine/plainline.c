#include "plainline.h"

#include <string.h>

/* Where a line is split, and how far it is. */
typedef struct {
  const uint8_t *line;
  plainline_place *next;
  size_t start;
  int tab_is_blank;
} splitting;

static int is_blank(const splitting *s, uint8_t byte) { return byte == ' ' || (byte == '\t' && s->tab_is_blank); }

static inline void close_field(splitting *s, size_t stop) {
  size_t start = s->start;
  s->start = stop + 1;
  /* Nearly every field begins and ends with a letter or a digit. */
  if (start < stop && s->line[start] > ' ' && s->line[stop - 1] > ' ') {
    s->next->start = (uint32_t)start;
    s->next->end = (uint32_t)stop;
    s->next++;
    return;
  }
  while (start < stop && is_blank(s, s->line[start])) start++;
  while (stop > start && is_blank(s, s->line[stop - 1])) stop--;
  s->next->start = (uint32_t)start;
  s->next->end = (uint32_t)stop;
  s->next++;
}

#if defined(__SSE2__)
#include <emmintrin.h>

/* Sixteen bytes at a time: one comparison finds all their delimiters, and what else stands there is gathered along.
 *
 * Found bits are taken from the lowest on: D. Lemire, G. Langdale. "Parsing gigabytes of JSON per second." The VLDB
 * Journal 28 (2019), pp. 941-960, section 3.1. */
size_t plainline_split(
    const uint8_t *line, size_t count, uint8_t delimiter, plainline_place *places, unsigned *kinds) {
  splitting s = {line, places, 0, delimiter != '\t'};
  const __m128i delimiters = _mm_set1_epi8((char)delimiter), quote = _mm_set1_epi8('"');
  const __m128i last_control = _mm_set1_epi8(0x1F), rubout = _mm_set1_epi8(0x7F), nought = _mm_setzero_si128();
  __m128i quotes = nought, controls = nought, foreign = nought, nuls = nought;
  uint8_t rest[16];
  for (size_t index = 0; index < count; index += 16) {
    const uint8_t *place = line + index;
    if (count - index < 16) {
      memset(rest, 'a', sizeof rest);
      memcpy(rest, place, count - index);
      place = rest;
    }
    const __m128i bytes = _mm_loadu_si128((const __m128i *)place);
    quotes = _mm_or_si128(quotes, _mm_cmpeq_epi8(bytes, quote));
    controls = _mm_or_si128(controls, _mm_cmpeq_epi8(_mm_min_epu8(bytes, last_control), bytes));
    controls = _mm_or_si128(controls, _mm_cmpeq_epi8(bytes, rubout));
    nuls = _mm_or_si128(nuls, _mm_cmpeq_epi8(bytes, nought));
    foreign = _mm_or_si128(foreign, bytes);
    unsigned found = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, delimiters));
    while (found) {
      close_field(&s, index + (size_t)__builtin_ctz(found));
      found &= found - 1;
    }
  }
  close_field(&s, count);
  *kinds = (_mm_movemask_epi8(quotes) ? PLAINLINE_QUOTE : 0) | (_mm_movemask_epi8(controls) ? PLAINLINE_CONTROL : 0) |
           (_mm_movemask_epi8(foreign) ? PLAINLINE_FOREIGN : 0) | (_mm_movemask_epi8(nuls) ? PLAINLINE_NUL : 0);
  return (size_t)(s.next - places);
}

#else

size_t plainline_split(
    const uint8_t *line, size_t count, uint8_t delimiter, plainline_place *places, unsigned *kinds) {
  splitting s = {line, places, 0, delimiter != '\t'};
  *kinds = 0;
  for (size_t index = 0; index < count; index++) {
    const uint8_t byte = line[index];
    if (byte == '"') *kinds |= PLAINLINE_QUOTE;
    if (byte < 0x20 || byte == 0x7F) *kinds |= byte ? PLAINLINE_CONTROL : PLAINLINE_CONTROL | PLAINLINE_NUL;
    if (byte >= 0x80) *kinds |= PLAINLINE_FOREIGN;
    if (byte == delimiter) close_field(&s, index);
  }
  close_field(&s, count);
  return (size_t)(s.next - places);
}

#endif
