#include "reader.h"

/* libxml2's dictionary also holds prefixes and the names of namespaces and instructions, and slows as it grows. */
#define DICTIONARY_ENTRIES (4 * CXML_NAMES)
#define DICTIONARY_BYTES (4 * 1024 * 1024)

void cxml_note(cxml_reader *reader, cxml_outcome outcome, const char *message, int64_t line) {
  if (reader->outcome != cxml_fine) return;
  reader->outcome = outcome;
  reader->line = line;
  size_t i = 0;
  for (; message[i] && message[i] != '\n' && i < MESSAGE_BYTES - 1; i++) {
    unsigned char byte = (unsigned char)message[i];
    reader->message[i] = byte < ' ' || byte == 0x7F ? ' ' : (char)byte;
  }
  reader->message[i] = 0;
}

void cxml_fail(cxml_reader *reader, cxml_outcome outcome, const char *message) {
  cxml_note(reader, outcome, message, cxml_current_line(reader));
  xmlStopParser(reader->parser);
}

int64_t cxml_current_line(const cxml_reader *reader) {
  xmlParserInputPtr input = reader->parser->input;
  return reader->skipped_lines + (input && input->line > 0 ? input->line : 1);
}

int64_t cxml_line_after_passed(const cxml_reader *reader) {
  int64_t line = cxml_current_line(reader);
  xmlParserInputPtr input = reader->parser->input;
  if (!input || !input->cur) return line;
  for (const xmlChar *byte = input->cur; byte < input->end; byte++) line += *byte == '\n';
  return line;
}

/* C: xmlCtxtUseOptions. Never NOENT, which reads files in spite of NONET; never HUGE, never RECOVER. */
void cxml_set_options(cxml_reader *reader) {
  int options = XML_PARSE_NONET | (reader->ignores_declaration ? XML_PARSE_IGNORE_ENC : 0);
  reader->has_options = xmlCtxtUseOptions(reader->parser, options) == 0;
  if (!reader->has_options) cxml_note(reader, cxml_malformed, "The parser refuses its options", 1);
}

/* C: xmlParseChunk. Its result also tells of namespace errors, which are no faults here; `wellFormed` tells of
   errors proper. A parser that gave up for another reason, as when a converter meets a byte that its encoding does not
   have, tells it by its state, and at the end only by a root that did not. */
void cxml_pass(cxml_reader *reader, const unsigned char *bytes, size_t count, bool is_last) {
  if (reader->outcome != cxml_fine || (count == 0 && !is_last)) return;
  reader->passed += (int64_t)count;
  int result = xmlParseChunk(reader->parser, (const char *)bytes, (int)count, is_last);
  if (reader->outcome != cxml_fine) return;
  int64_t line = cxml_line_after_passed(reader);
  bool gave_up = is_last ? !reader->has_ended : reader->parser->instate == XML_PARSER_EOF;
  if (gave_up || !reader->parser->wellFormed) {
    return cxml_note(reader, result == XML_ERR_NO_MEMORY ? cxml_out_of_memory : cxml_encoding, "", line);
  }
  xmlDictPtr names = reader->parser->dict;
  bool is_large = xmlDictSize(names) > DICTIONARY_ENTRIES || xmlDictGetUsage(names) > DICTIONARY_BYTES;
  if (is_large) cxml_note(reader, cxml_too_many_names, "", line);
}
