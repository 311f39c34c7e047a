#ifndef BENTURAN_PLAINLINE_H
#define BENTURAN_PLAINLINE_H

#include <stddef.h>
#include <stdint.h>

/* Where a field begins and ends in its line, without the blanks around it. */
typedef struct {
  uint32_t start;
  uint32_t end;
} plainline_place;

/* What stands in a line beside letters, digits and signs. */
enum {
  PLAINLINE_QUOTE = 1,
  /* A byte below 0x20, or 0x7F; a delimiter that is one counts. */
  PLAINLINE_CONTROL = 2,
  /* A byte from 0x80 on. */
  PLAINLINE_FOREIGN = 4,
  PLAINLINE_NUL = 8
};

/* Splits a line at its delimiters, as if none of its fields were quoted.
 *
 * line:      the line's bytes without its end.
 * delimiter: one of , ; tab and |. Blanks around a field, and tabs where they do not delimit, are no part of it.
 * places:    takes the fields' places; room for one more than the line has bytes.
 * kinds:     takes what stands in the line.
 *
 * Returns how many fields there are. */
size_t plainline_split(
    const uint8_t *line, size_t count, uint8_t delimiter, plainline_place *places, unsigned *kinds);

#endif
