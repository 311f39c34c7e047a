#include <string.h>

#include "encoding.h"
#include "reader.h"

/* The number of a name, or -1 after a failure. Names are the same exactly where libxml2's pointers are. */
static int32_t number_of(cxml_reader *reader, const xmlChar *name) {
  size_t slot = (size_t)((uint64_t)(uintptr_t)name * 0x9E3779B97F4A7C15u >> 49);
  while (reader->names[slot] && reader->names[slot] != name) slot = (slot + 1) & (NAME_SLOTS - 1);
  if (reader->names[slot]) return reader->name_numbers[slot];
  if (reader->name_count == CXML_NAMES) {
    cxml_fail(reader, cxml_too_many_names, "");
    return -1;
  }
  reader->names[slot] = name;
  reader->name_numbers[slot] = reader->name_count;
  if (reader->events.name(reader->context, name, strlen((const char *)name)) != 0) {
    cxml_fail(reader, cxml_stopped, "");
    return -1;
  }
  return reader->name_count++;
}

static bool equals(const xmlChar *text, const char *other) {
  return text && strcmp((const char *)text, other) == 0;
}

/* Without NOENT libxml2 leaves `&` in attributes as `&#38;`, for a tree to decode later. It copies values with
   references, so they may be shortened where they stand. Returns the length without these escapes. */
static size_t unescape(const xmlChar *value, size_t length) {
  static const char escape[] = "&#38;";
  xmlChar *out = memchr(value, '&', length);
  if (!out) return length;
  const xmlChar *end = value + length;
  for (const xmlChar *in = out; in < end; out++) {
    bool is_escape = (size_t)(end - in) >= sizeof escape - 1 && memcmp(in, escape, sizeof escape - 1) == 0;
    *out = *in;
    in += is_escape ? sizeof escape - 1 : 1;
  }
  return (size_t)(out - value);
}

/* Notes the attributes, five pointers each in libxml2's list: local name, prefix, namespace, value, value's end.
   Returns how many are reported, or -1 after a failure. */
static int note_attributes(cxml_reader *reader, int count, const xmlChar **list) {
  int noted = 0;
  for (int i = 0; i < count; i++, list += 5) {
    if (equals(list[1], "xml")) continue;
    bool is_instance = equals(list[2], "http://www.w3.org/2001/XMLSchema-instance")
      || (!list[2] && equals(list[1], "xsi"));
    int32_t name = number_of(reader, list[0]);
    if (name < 0) return -1;
    reader->attributes[noted++] = (cxml_attribute){
      .name = name,
      .space = is_instance ? cxml_instance : cxml_data,
      .value = list[3],
      .length = unescape(list[3], (size_t)(list[4] - list[3])),
    };
  }
  return noted;
}

static void on_start(
  void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
  const xmlChar **namespaces, int attribute_count, int defaulted_count, const xmlChar **attributes) {
  (void)prefix, (void)uri, (void)namespaces, (void)defaulted_count;
  cxml_reader *reader = context;
  if (reader->outcome != cxml_fine) return;
  if (!reader->has_root) {
    reader->has_root = true;
    return;
  }
  int64_t line = cxml_current_line(reader);
  if (reader->depth == CXML_DEPTH) return cxml_fail(reader, cxml_too_deep, "");
  bool is_long = attribute_count > CXML_ATTRIBUTES || namespace_count > CXML_NAMESPACES - reader->namespaces;
  if (is_long) return cxml_fail(reader, cxml_tag_too_long, "");
  reader->namespaces_at[reader->depth++] = (unsigned short)namespace_count;
  reader->namespaces += namespace_count;
  int32_t name = number_of(reader, local);
  if (name < 0) return;
  int noted = note_attributes(reader, attribute_count, attributes);
  if (noted < 0) return;
  if (reader->events.start(reader->context, name, reader->attributes, (size_t)noted, line) != 0) {
    cxml_fail(reader, cxml_stopped, "");
  }
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  (void)local, (void)prefix, (void)uri;
  cxml_reader *reader = context;
  if (reader->outcome != cxml_fine) return;
  if (reader->depth == 0) {
    reader->has_ended = true;
    return;
  }
  reader->depth--;
  reader->namespaces -= reader->namespaces_at[reader->depth];
  if (reader->events.end(reader->context) != 0) cxml_fail(reader, cxml_stopped, "");
}

static bool is_blank(const xmlChar *text, int length) {
  for (int i = 0; i < length; i++) {
    if (text[i] != ' ' && text[i] != '\t' && text[i] != '\n' && text[i] != '\r') return false;
  }
  return true;
}

static void on_text(void *context, const xmlChar *text, int length) {
  cxml_reader *reader = context;
  if (reader->outcome != cxml_fine) return;
  if (reader->depth == 0) {
    /* Behind a root only blanks may stand, and as themselves: not as references. */
    xmlParserInputPtr input = reader->parser->input;
    bool is_reference = input && input->cur > input->base && input->cur[-1] == ';';
    if (is_reference || !is_blank(text, length)) cxml_fail(reader, cxml_malformed, "Text outside of the elements");
    return;
  }
  if (reader->events.text(reader->context, text, (size_t)length) != 0) {
    cxml_fail(reader, cxml_stopped, "");
  }
}

/* libxml2's push parser leaves the line ends of CDATA as they are; XML 1.0, 2.11 makes each a line feed. A section
   that is passed in parts is never cut behind a CR. */
static void on_cdata(void *context, const xmlChar *text, int length) {
  cxml_reader *reader = context;
  if (reader->outcome != cxml_fine) return;
  if (reader->depth == 0) return cxml_fail(reader, cxml_malformed, "Text outside of the elements");
  const xmlChar *end = text + length;
  while (text < end) {
    const xmlChar *cr = memchr(text, '\r', (size_t)(end - text));
    if (!cr) return on_text(context, text, (int)(end - text));
    if (cr > text) on_text(context, text, (int)(cr - text));
    text = cr + 1;
    if (text == end || *text != '\n') on_text(context, (const xmlChar *)"\n", 1);
  }
}

/* The scan stops at declarations first; this is the second lock on that door. */
static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
  (void)name, (void)public_id, (void)system_id;
  cxml_fail(context, cxml_doctype, "");
}

static void on_reference(void *context, const xmlChar *name) {
  (void)name;
  cxml_fail(context, cxml_malformed, "Entity not defined");
}

/* The reader has looked at the declaration; this is what the parser made of it. */
static void on_document(void *context) {
  cxml_reader *reader = context;
  const xmlChar *encoding = reader->parser->encoding;
  if (!encoding && reader->parser->input) encoding = reader->parser->input->encoding;
  if (encoding && !reader->ignores_declaration && !cxml_keeps_ascii((const char *)encoding)) {
    cxml_fail(reader, cxml_encoding, "");
  }
}

/* Whether the parser has stopped before a character that is one of UTF-8 but none of XML's. */
static bool is_at_forbidden(const cxml_reader *reader) {
  xmlParserInputPtr input = reader->parser->input;
  if (!input || !input->cur || input->cur >= input->end) return false;
  if (*input->cur < ' ') return true;
  return input->end - input->cur > 2 && memcmp(input->cur, "\xEF\xBF", 2) == 0 && input->cur[2] >= 0xBE;
}

static void on_error(void *context, xmlErrorPtr error) {
  cxml_reader *reader = context;
  if (!error || error->level != XML_ERR_FATAL) return;
  int64_t line = reader->skipped_lines + (error->line > 0 ? error->line : 1);
  const char *message = error->message ? error->message : "";
  switch (error->code) {
  case XML_ERR_NO_MEMORY:
    cxml_note(reader, cxml_out_of_memory, "", line);
    break;
  case XML_ERR_UNKNOWN_ENCODING:
  case XML_ERR_UNSUPPORTED_ENCODING:
  case XML_ERR_INVALID_ENCODING:
  case XML_I18N_CONV_FAILED:
    cxml_note(reader, cxml_encoding, "", line);
    break;
  case XML_ERR_INVALID_CHAR:
    /* One code for two things: a control character, and bytes that are not UTF-8 at all. */
    if (strncmp(message, "Input is not proper UTF-8", 25) == 0) {
      bool is_text = is_at_forbidden(reader);
      cxml_note(reader, is_text ? cxml_malformed : cxml_encoding, is_text ? "Char out of allowed range" : "", line);
    } else {
      cxml_note(reader, cxml_malformed, message, line);
    }
    break;
  default:
    cxml_note(reader, cxml_malformed, message, line);
  }
}

xmlSAXHandler cxml_sax_handler(void) {
  return (xmlSAXHandler){
    .initialized = XML_SAX2_MAGIC,
    .startDocument = on_document,
    .internalSubset = on_doctype,
    .reference = on_reference,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    /* The same function, so that libxml2 does not ask itself whether blanks matter. */
    .ignorableWhitespace = on_text,
    .cdataBlock = on_cdata,
    .serror = on_error,
  };
}
