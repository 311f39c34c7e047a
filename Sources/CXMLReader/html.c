#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "chtmlreader.h"

struct chtml_reader {
  htmlParserCtxtPtr parser;
  chtml_events events;
  /* Only during a call. */
  void *context;
  chtml_outcome outcome;
  int depth;
};

static void ignore_error(void *context, xmlErrorPtr error) { (void)context, (void)error; }

static void fail(chtml_reader *reader, chtml_outcome outcome) {
  if (reader->outcome == chtml_fine) reader->outcome = outcome;
  xmlStopParser(reader->parser);
}

/* A span's number; nobody's table is wider or longer than a browser allows. */
static int span(const xmlChar *value) {
  long number = value ? strtol((const char *)value, NULL, 10) : 1;
  return number < 1 ? 1 : number > 65534 ? 65534 : (int)number;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  chtml_reader *reader = context;
  if (reader->outcome != chtml_fine) return;
  if (reader->depth == CHTML_DEPTH) return fail(reader, chtml_too_deep);
  reader->depth++;
  chtml_tag tag = {.name = (const char *)name, .columns = 1, .rows = 1, .is_password = false};
  for (int count = 0; attributes && attributes[0]; attributes += 2) {
    /* libxml2's check for repeats is quadratic, so a file may do this to it once only. */
    if (++count > CHTML_ATTRIBUTES) return fail(reader, chtml_tag_too_long);
    const char *attribute = (const char *)attributes[0];
    if (strcmp(attribute, "colspan") == 0) tag.columns = span(attributes[1]);
    if (strcmp(attribute, "rowspan") == 0) tag.rows = span(attributes[1]);
    bool is_type = strcmp(attribute, "type") == 0 && attributes[1];
    if (is_type && strcasecmp((const char *)attributes[1], "password") == 0) tag.is_password = true;
  }
  if (reader->events.start(reader->context, &tag) != 0) fail(reader, chtml_stopped);
}

static void on_end(void *context, const xmlChar *name) {
  chtml_reader *reader = context;
  if (reader->outcome != chtml_fine) return;
  if (reader->depth > 0) reader->depth--;
  if (reader->events.end(reader->context, (const char *)name) != 0) fail(reader, chtml_stopped);
}

static void on_text(void *context, const xmlChar *text, int length) {
  chtml_reader *reader = context;
  if (reader->outcome != chtml_fine || length <= 0) return;
  if (reader->events.text(reader->context, text, (size_t)length) != 0) fail(reader, chtml_stopped);
}

/* C: htmlCreatePushParserCtxt. Without a startDocument and the other tree callbacks no tree is built; script and style
   come as CDATA, which nobody asked for. */
chtml_reader *chtml_create(chtml_events events) {
  xmlInitParser();
  xmlSetStructuredErrorFunc(NULL, ignore_error);
  chtml_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->events = events;
  htmlSAXHandler sax = {
    .initialized = 1,
    .startElement = on_start,
    .endElement = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
  };
  reader->parser = htmlCreatePushParserCtxt(&sax, reader, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (!reader->parser) {
    free(reader);
    return NULL;
  }
  htmlCtxtUseOptions(
    reader->parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  return reader;
}

void chtml_free(chtml_reader *reader) {
  if (reader->parser->myDoc) xmlFreeDoc(reader->parser->myDoc);
  htmlFreeParserCtxt(reader->parser);
  free(reader);
}

static void pass(chtml_reader *reader, const unsigned char *bytes, size_t count, int is_last, void *context) {
  xmlSetStructuredErrorFunc(NULL, ignore_error);
  reader->context = context;
  int result = htmlParseChunk(reader->parser, (const char *)bytes, (int)count, is_last);
  reader->context = NULL;
  if (reader->outcome == chtml_fine && result == XML_ERR_NO_MEMORY) reader->outcome = chtml_out_of_memory;
}

/* Whether the parser holds back more than any page needs: an element's tag, or a comment, style or text. */
static bool waits_too_long(xmlParserInputPtr input) {
  if (!input || !input->cur) return false;
  size_t waiting = (size_t)(input->end - input->cur);
  bool is_tag = waiting > 1 && input->cur[0] == '<' && input->cur[1] != '!' && input->cur[1] != '?';
  return waiting > (is_tag ? CHTML_TAG_BYTES : CHTML_WAITING_BYTES);
}

chtml_outcome chtml_read(chtml_reader *reader, const unsigned char *bytes, size_t count, void *context) {
  const size_t step = 32 * 1024;
  while (count > 0 && reader->outcome == chtml_fine) {
    size_t part = count < step ? count : step;
    /* Characters stay whole. */
    while (part < count && part > 0 && (bytes[part] & 0xC0) == 0x80) part--;
    if (part == 0) part = count < step ? count : step;
    pass(reader, bytes, part, 0, context);
    bytes += part;
    count -= part;
    if (waits_too_long(reader->parser->input) && reader->outcome == chtml_fine) reader->outcome = chtml_tag_too_long;
  }
  return reader->outcome;
}

chtml_outcome chtml_finish(chtml_reader *reader, void *context) {
  if (reader->outcome == chtml_fine) pass(reader, (const unsigned char *)"", 0, 1, context);
  return reader->outcome;
}
