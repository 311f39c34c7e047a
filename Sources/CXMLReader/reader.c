#include "reader.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "encoding.h"
#include "scan.h"

/* What goes to the parser at once: large enough to be fast, small enough for the caches. The longest tag fits. */
#define SLICE_BYTES (128 * 1024)
/* An element around everything, so that fragments are documents too and a missing end is always noticed. */
#define ROOT_BEGIN "<document>"
#define ROOT_END "</document>"

_Static_assert(SLICE_BYTES > CXML_TAG_BYTES, "a whole tag fits into a slice");

static pthread_once_t parser_is_ready = PTHREAD_ONCE_INIT;

static void ignore_error(void *context, xmlErrorPtr error) { (void)context, (void)error; }

/* Errors without a parser, as of iconv, would go to standard error otherwise; the setting is the thread's. */
static void be_silent(void) { xmlSetStructuredErrorFunc(NULL, ignore_error); }

cxml_reader *cxml_create(cxml_events events) {
  if (pthread_once(&parser_is_ready, xmlInitParser) != 0) return NULL;
  be_silent();
  cxml_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->events = events;
  reader->line = 1;
  reader->capacity = SLICE_BYTES;
  reader->buffer = malloc(reader->capacity);
  xmlSAXHandler sax = cxml_sax_handler();
  reader->parser = xmlCreatePushParserCtxt(&sax, reader, NULL, 0, NULL);
  if (!reader->buffer || !reader->parser) {
    cxml_free(reader);
    return NULL;
  }
  return reader;
}

void cxml_free(cxml_reader *reader) {
  if (reader->parser) {
    if (reader->parser->myDoc) xmlFreeDoc(reader->parser->myDoc);
    xmlFreeParserCtxt(reader->parser);
  }
  free(reader->buffer);
  free(reader);
}

int64_t cxml_passed(const cxml_reader *reader) { return reader->passed; }

int64_t cxml_line(const cxml_reader *reader) { return reader->line; }

const char *cxml_message(const cxml_reader *reader) { return reader->message; }

/* Blank lines before an XML declaration, as scripts leave them, would make the file malformed. */
static void skip_leading_blanks(cxml_reader *reader) {
  size_t count = 0;
  for (; count < reader->filled && memchr(" \t\r\n", reader->buffer[count], 4); count++) {
    reader->skipped_lines += reader->buffer[count] == '\n';
  }
  reader->filled -= count;
  memmove(reader->buffer, reader->buffer + count, reader->filled);
}

/* Decides how the document is decoded. A declaration of UTF-16 in bytes that are none, as .NET's string writers leave
   it, is ignored, and so is one of ASCII, which UTF-8 contains: libxml2's converter would stop at another byte without
   a word. Encodings that could hide markup from the scan are refused. */
static void begin_document(cxml_reader *reader) {
  char encoding[ENCODING_BYTES];
  cxml_declared_encoding(reader->buffer, reader->filled, encoding);
  bool is_ascii = strcasecmp(encoding, "US-ASCII") == 0 || strcasecmp(encoding, "ASCII") == 0;
  if (is_ascii || strncasecmp(encoding, "UTF-16", 6) == 0) reader->ignores_declaration = true;
  bool is_odd = encoding[0] && !reader->ignores_declaration && !cxml_keeps_ascii(encoding);
  if (is_odd) cxml_note(reader, cxml_encoding, "", cxml_current_line(reader));
  cxml_set_options(reader);
}

/* Passes a scanned beginning of the buffer, with our root before its first tag. */
static void pass_scanned(cxml_reader *reader, const scan_result *scan) {
  size_t begin = 0;
  if (!reader->has_root && scan->first_tag < scan->end) {
    begin = scan->first_tag;
    cxml_pass(reader, reader->buffer, begin, false);
    cxml_pass(reader, (const unsigned char *)ROOT_BEGIN, sizeof ROOT_BEGIN - 1, false);
  }
  cxml_pass(reader, reader->buffer + begin, scan->end - begin, false);
}

/* Passes on what the buffer holds of finished markup and moves the rest to its beginning.
   Returns what the rest begins with. */
static scan_state pass_buffer(cxml_reader *reader) {
  if (!reader->has_options) {
    skip_leading_blanks(reader);
    if (reader->filled == 0) return scan_whole;
    begin_document(reader);
  }
  scan_result scan = cxml_scan(reader->buffer, reader->filled);
  pass_scanned(reader, &scan);
  int64_t line = cxml_line_after_passed(reader);
  if (scan.state == scan_declaration) cxml_note(reader, cxml_doctype, "", line);
  if (scan.state == scan_too_long) cxml_note(reader, cxml_tag_too_long, "", line);
  if (scan.state == scan_broken) {
    cxml_pass(reader, reader->buffer, 0, true);
    cxml_note(reader, cxml_malformed, "Markup that is not well-formed", line);
  }
  reader->filled -= scan.end;
  memmove(reader->buffer, reader->buffer + scan.end, reader->filled);
  return scan.state;
}

/* The line after everything that was read so far. */
static int64_t line_at_end(const cxml_reader *reader) {
  int64_t line = cxml_line_after_passed(reader);
  for (size_t i = 0; i < reader->filled; i++) line += reader->buffer[i] == '\n';
  return line;
}

/* Ends CDATA that fills the buffer, and begins it anew with what is left of it. */
static void split_cdata(cxml_reader *reader) {
  static const char begin[] = "<![CDATA[";
  size_t length = sizeof begin - 1;
  size_t cut = cxml_cdata_cut(reader->buffer, reader->filled);
  cxml_pass(reader, reader->buffer, cut, false);
  cxml_pass(reader, (const unsigned char *)"]]>", 3, false);
  size_t left = reader->filled - cut;
  memmove(reader->buffer + length, reader->buffer + cut, left);
  memcpy(reader->buffer, begin, length);
  reader->filled = length + left;
}

/* Makes room for more of what fills the whole buffer; tags are refused before, so it is CDATA or a comment. */
static void make_room(cxml_reader *reader, scan_state state) {
  if (state == scan_cdata_unfinished) return split_cdata(reader);
  unsigned char *buffer = realloc(reader->buffer, reader->capacity * 2);
  if (!buffer) return cxml_note(reader, cxml_out_of_memory, "", cxml_line_after_passed(reader));
  reader->buffer = buffer;
  reader->capacity *= 2;
}

/* So much that not even one more character of UTF-16 fits. */
static bool is_full(const cxml_reader *reader) { return reader->capacity - reader->filled < 4; }

/* Adds bytes of the document to the buffer, and passes them on whenever it is full: the pieces in which a file
   comes are not those that the parser sees. */
static void take(cxml_reader *reader, const unsigned char *bytes, size_t count) {
  while (count > 0 && reader->outcome == cxml_fine) {
    unsigned char *end = reader->buffer + reader->filled;
    size_t room = reader->capacity - reader->filled;
    size_t taken = count < room ? count : room;
    size_t written = taken;
    if (reader->form == bytes_of_utf16) {
      written = cxml_decode_utf16(&reader->utf16, bytes, count, &taken, end, room);
    } else {
      memcpy(end, bytes, taken);
    }
    /* libxml2 takes a NUL for the end of what it has, and waits for more. */
    const unsigned char *nul = memchr(end, 0, written);
    reader->filled += nul ? (size_t)(nul - end) : written;
    bytes += taken;
    count -= taken;
    if (!is_full(reader) && !nul && !reader->utf16.is_broken) continue;
    scan_state state = pass_buffer(reader);
    if (nul) cxml_note(reader, cxml_malformed, "NUL byte", line_at_end(reader));
    if (reader->utf16.is_broken) cxml_note(reader, cxml_encoding, "", line_at_end(reader));
    if (reader->outcome == cxml_fine && is_full(reader)) make_room(reader, state);
  }
}

/* Tells the encoding by the first bytes, as far as they do. Zeros mean UTF-16, or UTF-32, which nobody exports. */
static void find_form(cxml_reader *reader) {
  const unsigned char *head = reader->head;
  size_t count = reader->head_count;
  size_t mark = 0;
  reader->knows_form = true;
  if (count >= 3 && memcmp(head, "\xEF\xBB\xBF", 3) == 0) {
    mark = 3;
    reader->ignores_declaration = true;
  } else if (count >= 2 && (memcmp(head, "\xFF\xFE", 2) == 0 || memcmp(head, "\xFE\xFF", 2) == 0)) {
    mark = 2;
    reader->form = bytes_of_utf16;
    reader->utf16.is_big_endian = head[0] == 0xFE;
  } else if (count >= 2 && (memcmp(head, "<\0", 2) == 0 || memcmp(head, "\0<", 2) == 0)) {
    reader->form = bytes_of_utf16;
    reader->utf16.is_big_endian = head[0] == 0;
  }
  bool is_utf16 = reader->form == bytes_of_utf16;
  bool is_odd = is_utf16 ? count == 4 && memcmp(head + 2, "\0\0", 2) == 0 : memchr(head, 0, count) != NULL;
  bool is_ebcdic = count == 4 && memcmp(head, "\x4C\x6F\xA7\x94", 4) == 0;
  if (is_odd || is_ebcdic) return cxml_note(reader, cxml_encoding, "", 1);
  reader->ignores_declaration = reader->ignores_declaration || is_utf16;
  take(reader, head + mark, count - mark);
}

cxml_outcome cxml_read(cxml_reader *reader, const unsigned char *bytes, size_t count, void *context) {
  be_silent();
  reader->context = context;
  for (; !reader->knows_form && count > 0; count--) {
    reader->head[reader->head_count++] = *bytes++;
    if (reader->head_count == sizeof reader->head) find_form(reader);
  }
  take(reader, bytes, count);
  reader->context = NULL;
  return reader->outcome;
}

/* Passes the rest of the buffer, and decides what a file that ends here is. */
static void pass_rest(cxml_reader *reader) {
  scan_state state = reader->filled > 0 ? pass_buffer(reader) : scan_whole;
  int64_t line = line_at_end(reader);
  bool is_half = reader->utf16.has_byte || reader->utf16.lead != 0;
  if (reader->depth > 0 || is_half || state != scan_whole) return cxml_note(reader, cxml_truncated, "", line);
  cxml_pass(reader, reader->buffer, reader->filled, false);
  if (!reader->has_root) return cxml_note(reader, cxml_malformed, "No element found", line);
  cxml_pass(reader, (const unsigned char *)ROOT_END, sizeof ROOT_END - 1, true);
}

cxml_outcome cxml_finish(cxml_reader *reader, void *context) {
  be_silent();
  reader->context = context;
  if (!reader->knows_form && reader->outcome == cxml_fine) find_form(reader);
  if (reader->outcome == cxml_fine) pass_rest(reader);
  reader->filled = 0;
  reader->context = NULL;
  return reader->outcome;
}
