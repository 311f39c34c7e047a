/* What the parts of the reader share. */
#ifndef CXML_READER_H
#define CXML_READER_H

#include <libxml/parser.h>
#include <stdbool.h>

#include "cxmlreader.h"
#include "utf16.h"

/* A power of two, at least half of it free. */
#define NAME_SLOTS 32768
#define MESSAGE_BYTES 160

typedef enum { bytes_as_they_are, bytes_of_utf16 } byte_form;

struct cxml_reader {
  xmlParserCtxtPtr parser;
  cxml_events events;
  /* Only during a call. */
  void *context;

  cxml_outcome outcome;
  int64_t line;
  char message[MESSAGE_BYTES];
  int64_t passed;
  /* Lines skipped before the document, which the parser never saw. */
  int64_t skipped_lines;

  /* The file's first bytes, until there are enough to tell the encoding. */
  unsigned char head[4];
  size_t head_count;
  bool knows_form;
  byte_form form;
  utf16_decoder utf16;
  /* Set where the bytes tell the encoding better than the declaration does. */
  bool ignores_declaration;
  bool has_options;

  /* What was not yet passed to the parser. */
  unsigned char *buffer;
  size_t filled;
  size_t capacity;
  /* The element that we put around everything has begun, and has ended. */
  bool has_root;
  bool has_ended;

  int depth;
  int namespaces;
  unsigned short namespaces_at[CXML_DEPTH + 1];
  const xmlChar *names[NAME_SLOTS];
  int32_t name_numbers[NAME_SLOTS];
  int32_t name_count;
  cxml_attribute attributes[CXML_ATTRIBUTES];
};

/* Sets the outcome, unless there is one. Of the message, which may be empty, one printable line is kept. */
void cxml_note(cxml_reader *reader, cxml_outcome outcome, const char *message, int64_t line);

/* Sets the outcome at the current line and stops the parser. Not for the error handler: xmlStopParser frees the
   parser's input, which libxml2 expects of its element callbacks but not of that one. */
void cxml_fail(cxml_reader *reader, cxml_outcome outcome, const char *message);

/* The line that the parser has come to. */
int64_t cxml_current_line(const cxml_reader *reader);

/* The line of what follows everything that was passed, though the parser may still wait before some of it. */
int64_t cxml_line_after_passed(const cxml_reader *reader);

/* Tells the parser how to read. */
void cxml_set_options(cxml_reader *reader);

/* Passes bytes to the parser, the document's last ones with `is_last`. */
void cxml_pass(cxml_reader *reader, const unsigned char *bytes, size_t count, bool is_last);

/* Callbacks for a parser whose user data is a cxml_reader. */
xmlSAXHandler cxml_sax_handler(void);

#endif
