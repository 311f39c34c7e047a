/* A streaming XML reader that may be pointed at files from anywhere.

   It stands around libxml2's SAX2 push parser, whose own headers must never reach a Swift module. Whatever can make
   that parser slow, large or talkative is refused before it gets there:
   - a DOCTYPE of any kind, thus every entity but the five predefined ones; no network, no files;
   - more than CXML_DEPTH levels, CXML_NAMES distinct names, CXML_ATTRIBUTES attributes on one element or
     CXML_NAMESPACES namespaces in force;
   - a tag over CXML_TAG_BYTES, a comment or instruction over CXML_COMMENT_BYTES;
   - encodings in which a byte below 128 may be something other than ASCII (UTF-16 is turned into UTF-8 here).
   Memory does not grow with the file. One reader serves one thread at a time; different readers are independent.

   Several elements may stand side by side without a root, as SQL Server writes its fragments. */
#ifndef CXMLREADER_H
#define CXMLREADER_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

enum {
  CXML_DEPTH = 256,
  CXML_NAMES = 10000,
  /* SQL Server and Oracle tables have at most 1,024 columns; libxml2's check for repeats is quadratic. */
  CXML_ATTRIBUTES = 1024,
  CXML_NAMESPACES = 256,
  CXML_TAG_BYTES = 64 * 1024,
  CXML_COMMENT_BYTES = 1024 * 1024,
};

typedef enum __attribute__((enum_extensibility(closed))) cxml_outcome {
  cxml_fine = 0,
  /* A callback returned other than 0. */
  cxml_stopped,
  cxml_doctype,
  cxml_too_deep,
  cxml_tag_too_long,
  cxml_too_many_names,
  cxml_malformed,
  /* The file ends inside of an element or other markup. */
  cxml_truncated,
  cxml_encoding,
  cxml_out_of_memory,
} cxml_outcome;

/* Whose attribute it is. Attributes of the xml: namespace are not reported. */
typedef enum __attribute__((enum_extensibility(closed))) cxml_space {
  cxml_data = 0,
  /* XML Schema's instance namespace, or the prefix xsi where nobody declared it. */
  cxml_instance,
} cxml_space;

typedef struct cxml_attribute {
  int32_t name;
  cxml_space space;
  /* The value without its escapes, in UTF-8. */
  const unsigned char *value;
  size_t length;
} cxml_attribute;

/* What the reader finds. Names are local names, numbered from 0 and each reported once before its first use. Text
   comes in UTF-8 and in pieces. All pointers are valid during the call only. Any result but 0 stops the reader. */
typedef struct cxml_events {
  int (*name)(void *context, const unsigned char *bytes, size_t length);
  int (*start)(
    void *context, int32_t name, const cxml_attribute *_Nullable attributes, size_t count, int64_t line);
  int (*text)(void *context, const unsigned char *bytes, size_t length);
  int (*end)(void *context);
} cxml_events;

typedef struct cxml_reader cxml_reader;

/* Makes a reader, or returns NULL where memory is short. */
cxml_reader *_Nullable cxml_create(cxml_events events);

void cxml_free(cxml_reader *reader);

/* Reads on. The pieces in which a file comes make no difference to what is reported, only to when.
   After any outcome but cxml_fine the reader gives that outcome for ever. */
cxml_outcome cxml_read(cxml_reader *reader, const unsigned char *bytes, size_t count, void *context);

/* Reads what is left, and tells whether the file was complete. */
cxml_outcome cxml_finish(cxml_reader *reader, void *context);

/* How many bytes the parser has had, in UTF-8 where the file is UTF-16. */
int64_t cxml_passed(const cxml_reader *reader);

/* The line of the fault, from 1. */
int64_t cxml_line(const cxml_reader *reader);

/* What is malformed, in libxml2's words: one line of printable text, empty for the other outcomes. */
const char *cxml_message(const cxml_reader *reader);

#pragma clang assume_nonnull end

#endif
