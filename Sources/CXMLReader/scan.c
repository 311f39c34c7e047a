#include "scan.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "cxmlreader.h"

/* References are short: the longest in use is &#x10FFFF; and leading zeros are nobody's habit. */
#define REFERENCE_BYTES 64

/* What is known at a '<' or '&'. */
typedef struct {
  scan_state state;
  /* With scan_whole the first byte after it, with scan_broken the byte after the offender. */
  size_t end;
} construct;

/* The first of some characters, or `count`. Sixteen bytes at once where the machine can: this sees every byte. */
static inline size_t find(const unsigned char *bytes, size_t count, size_t i, char a, char b, char c, char d) {
#if defined(__SSE2__)
  for (; i + 16 <= count; i += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + i));
    __m128i ab = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8(a)), _mm_cmpeq_epi8(block, _mm_set1_epi8(b)));
    __m128i cd = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8(c)), _mm_cmpeq_epi8(block, _mm_set1_epi8(d)));
    int found = _mm_movemask_epi8(_mm_or_si128(ab, cd));
    if (found) return i + (size_t)__builtin_ctz((unsigned)found);
  }
#endif
  while (i < count && bytes[i] != a && bytes[i] != b && bytes[i] != c && bytes[i] != d) i++;
  return i;
}

static construct ended_by(const unsigned char *bytes, size_t count, size_t from, const char *mark, size_t begin) {
  size_t length = strlen(mark);
  size_t limit = begin + CXML_COMMENT_BYTES;
  for (size_t i = from; i + length <= count; i++) {
    const unsigned char *found = memchr(bytes + i, mark[0], count - i);
    if (!found) break;
    i = (size_t)(found - bytes);
    if (i + length > count || i > limit) break;
    if (memcmp(found, mark, length) == 0) return (construct){scan_whole, i + length};
  }
  return (construct){count > limit ? scan_too_long : scan_comment_unfinished, begin};
}

/* CDATA has no limit here, because it is one field's matter and can be passed on in parts. */
static construct cdata(const unsigned char *bytes, size_t count, size_t from, size_t begin) {
  for (size_t i = from; i + 3 <= count; i++) {
    const unsigned char *found = memchr(bytes + i, ']', count - i);
    if (!found) break;
    i = (size_t)(found - bytes);
    if (i + 3 > count) break;
    if (found[1] == ']' && found[2] == '>') return (construct){scan_whole, i + 3};
  }
  return (construct){scan_cdata_unfinished, begin};
}

static construct tag(const unsigned char *bytes, size_t count, size_t begin) {
  bool is_end = bytes[begin + 1] == '/';
  size_t limit = count - begin > CXML_TAG_BYTES ? begin + CXML_TAG_BYTES : count;
  size_t i = begin;
  for (;;) {
    i = is_end ? find(bytes, limit, i + 1, '<', '>', '<', '>') : find(bytes, limit, i + 1, '<', '>', '"', '\'');
    if (i < limit && (bytes[i] == '"' || bytes[i] == '\'')) {
      char quote = (char)bytes[i];
      i = find(bytes, limit, i + 1, '<', quote, '<', quote);
      if (i < limit && bytes[i] != '<') continue;
    }
    if (i >= limit) return (construct){limit < count ? scan_too_long : scan_tag_unfinished, begin};
    /* '<' may stand nowhere in a tag, not even between quotes: a quote left open ends here. */
    return (construct){bytes[i] == '<' ? scan_broken : scan_whole, i + 1};
  }
}

static construct reference(const unsigned char *bytes, size_t count, size_t begin) {
  for (size_t i = begin + 1; i < count; i++) {
    unsigned char byte = bytes[i];
    if (byte == ';') return (construct){scan_whole, i + 1};
    bool may_be_name = byte == '#' || byte == '-' || byte == '.' || byte == '_' || byte == ':' || byte >= 0x80
      || (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
    if (!may_be_name || i - begin > REFERENCE_BYTES) return (construct){scan_broken, i + 1};
  }
  return (construct){scan_tag_unfinished, begin};
}

static construct markup(const unsigned char *bytes, size_t count, size_t begin) {
  static const char cdata_mark[] = "<![CDATA[";
  size_t rest = count - begin;
  if (rest < 2) return (construct){scan_tag_unfinished, begin};
  if (bytes[begin + 1] == '?') return ended_by(bytes, count, begin + 2, "?>", begin);
  if (bytes[begin + 1] != '!') return tag(bytes, count, begin);
  if (memcmp(bytes + begin, "<!--", rest < 4 ? rest : 4) == 0) {
    if (rest < 4) return (construct){scan_tag_unfinished, begin};
    return ended_by(bytes, count, begin + 4, "-->", begin);
  }
  size_t known = rest < sizeof cdata_mark - 1 ? rest : sizeof cdata_mark - 1;
  if (memcmp(bytes + begin, cdata_mark, known) != 0) return (construct){scan_declaration, begin};
  if (known < sizeof cdata_mark - 1) return (construct){scan_tag_unfinished, begin};
  return cdata(bytes, count, begin + known, begin);
}

/* Up to three bytes less, where a character or a line end would fall apart. */
static size_t text_cut(const unsigned char *bytes, size_t count) {
  for (size_t back = 1; back <= 3 && back <= count; back++) {
    unsigned char byte = bytes[count - back];
    if (byte < 0x80) break;
    if (byte < 0xC0) continue;
    size_t length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    if (length > back) return count - back;
    break;
  }
  return count > 0 && bytes[count - 1] == '\r' ? count - 1 : count;
}

scan_result cxml_scan(const unsigned char *bytes, size_t count) {
  size_t i = 0;
  size_t first_tag = SIZE_MAX;
  for (;;) {
    size_t text = i;
    i = find(bytes, count, i, '<', '&', '<', '&');
    if (i == count) {
      /* Text at the end waits for what follows it, unless there is nothing but text. */
      return (scan_result){scan_whole, text > 0 ? text : text_cut(bytes, count), first_tag};
    }
    construct found = bytes[i] == '&' ? reference(bytes, count, i) : markup(bytes, count, i);
    if (found.state != scan_whole) return (scan_result){found.state, found.end, first_tag};
    bool is_tag = bytes[i] == '<' && bytes[i + 1] != '!' && bytes[i + 1] != '?';
    if (is_tag && first_tag == SIZE_MAX) first_tag = i;
    i = found.end;
  }
}

size_t cxml_cdata_cut(const unsigned char *bytes, size_t count) {
  size_t cut = count;
  if (cut > 0 && bytes[cut - 1] == ']') cut--;
  if (cut > 0 && bytes[cut - 1] == ']') cut--;
  return text_cut(bytes, cut);
}
