/* Which encodings are read, and which one a document declares. */
#ifndef CXML_ENCODING_H
#define CXML_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#define ENCODING_BYTES 40

/* Whether bytes below 128 mean ASCII wherever they stand, so that the scan sees what the parser sees. */
bool cxml_keeps_ascii(const char *encoding);

/* Writes the encoding of the XML declaration at the beginning, or nothing where there is none, and ends it with 0. */
void cxml_declared_encoding(const unsigned char *bytes, size_t count, char encoding[ENCODING_BYTES]);

#endif
