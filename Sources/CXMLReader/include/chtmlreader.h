/* Elements and text of HTML as browsers forgive it: no closing tags, no quotes, no root.

   It stands around libxml2's HTML push parser, whose own headers must never reach a Swift module. Nothing is loaded and
   no tree is built. What could make that parser slow or large is refused: more than CHTML_DEPTH open elements or
   CHTML_ATTRIBUTES attributes, a tag over CHTML_TAG_BYTES, a comment or text over CHTML_WAITING_BYTES. One reader serves one thread at a time; different readers are independent. */
#ifndef CHTMLREADER_H
#define CHTMLREADER_H

#include <stdbool.h>
#include <stddef.h>

#pragma clang assume_nonnull begin

enum {
  CHTML_DEPTH = 512,
  CHTML_ATTRIBUTES = 1024,
  CHTML_TAG_BYTES = 64 * 1024,
  CHTML_WAITING_BYTES = 1024 * 1024,
};

typedef enum __attribute__((enum_extensibility(closed))) chtml_outcome {
  chtml_fine = 0,
  /* A callback returned other than 0. */
  chtml_stopped,
  chtml_too_deep,
  chtml_tag_too_long,
  chtml_out_of_memory,
} chtml_outcome;

typedef struct chtml_tag {
  /* In small letters, ended with 0. */
  const char *name;
  /* The attributes colspan and rowspan, 1 where they are missing or no number. */
  int columns;
  int rows;
  /* A field that hides what is typed, which only pages to log in have. */
  bool is_password;
} chtml_tag;

/* What the reader finds; also ends of elements that nobody closed. Text comes in UTF-8, in pieces, without references.
   Pointers are valid during the call only. Any result but 0 stops the reader. */
typedef struct chtml_events {
  int (*start)(void *context, const chtml_tag *tag);
  int (*text)(void *context, const unsigned char *bytes, size_t length);
  int (*end)(void *context, const char *name);
} chtml_events;

typedef struct chtml_reader chtml_reader;

/* Makes a reader, or returns NULL where memory is short. */
chtml_reader *_Nullable chtml_create(chtml_events events);

void chtml_free(chtml_reader *reader);

/* Reads on. The bytes must be whole characters of well-formed UTF-8 without NUL, whatever the page declares. */
chtml_outcome chtml_read(chtml_reader *reader, const unsigned char *bytes, size_t count, void *context);

/* Reads what is left, and ends what is open. */
chtml_outcome chtml_finish(chtml_reader *reader, void *context);

#pragma clang assume_nonnull end

#endif
