/* Where markup begins and ends, seen before the parser sees it. */
#ifndef CXML_SCAN_H
#define CXML_SCAN_H

#include <stddef.h>

typedef enum {
  /* Everything up to `end` may go to the parser. The rest is text, if anything. */
  scan_whole,
  /* At `end` begins something that is not finished yet: a tag or reference, a comment or instruction, CDATA. */
  scan_tag_unfinished,
  scan_comment_unfinished,
  scan_cdata_unfinished,
  /* At `end` begins a declaration, which only a DOCTYPE can be. */
  scan_declaration,
  /* At `end` begins a tag, comment or instruction beyond its limit. */
  scan_too_long,
  /* Before `end` stands a character that no well-formed document has there; the parser knows its name. */
  scan_broken,
} scan_state;

typedef struct {
  scan_state state;
  /* How many bytes may go to the parser now. */
  size_t end;
  /* Where the first tag begins; SIZE_MAX where none begins before `end`. */
  size_t first_tag;
} scan_result;

/* Scans bytes that begin in text. They must be of an encoding in which ASCII bytes mean ASCII. */
scan_result cxml_scan(const unsigned char *bytes, size_t count);

/* Where unfinished CDATA may be cut, so that neither a character nor its end mark falls apart. */
size_t cxml_cdata_cut(const unsigned char *bytes, size_t count);

#endif
