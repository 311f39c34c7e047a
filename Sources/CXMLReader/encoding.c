#include "encoding.h"

#include <string.h>
#include <strings.h>

bool cxml_keeps_ascii(const char *encoding) {
  static const char *const families[] = {"ISO-8859-", "ISO_8859-", "ISO8859-", "windows-125", "CP125", "CP-125"};
  static const char *const single[] = {"UTF-8", "UTF8", "US-ASCII", "ASCII", "latin1", "latin-1"};
  for (size_t i = 0; i < sizeof families / sizeof families[0]; i++) {
    if (strncasecmp(encoding, families[i], strlen(families[i])) == 0) return true;
  }
  for (size_t i = 0; i < sizeof single / sizeof single[0]; i++) {
    if (strcasecmp(encoding, single[i]) == 0) return true;
  }
  return false;
}

void cxml_declared_encoding(const unsigned char *bytes, size_t count, char encoding[ENCODING_BYTES]) {
  static const char word[] = "encoding";
  size_t length = 0;
  size_t i = 5;
  encoding[0] = 0;
  const unsigned char *end = memchr(bytes, '>', count);
  if (!end || count < i || memcmp(bytes, "<?xml", i) != 0) return;
  size_t last = (size_t)(end - bytes);
  while (i + sizeof word - 1 < last && memcmp(bytes + i, word, sizeof word - 1) != 0) i++;
  if (i + sizeof word - 1 >= last) return;
  while (i < last && bytes[i] != '"' && bytes[i] != '\'') i++;
  for (i++; i < last && bytes[i] != '"' && bytes[i] != '\'' && length < ENCODING_BYTES - 1; i++) {
    encoding[length++] = (char)bytes[i];
  }
  encoding[length] = 0;
}
