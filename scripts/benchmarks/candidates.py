"""Which pairs the peers look at, by the same conditions for all of them, and what plain equality says about a pair.

On 55,000 x 20,000 rows the conditions keep 21 thousand of 1.1 billion pairs and 450 of 455 true ones; on 1,059,000 x
200,000 rows 4.1 million and 1,452 of 1,465. What is lost has no NIK, no birth date and another spelling of the name.
"""

from __future__ import annotations

BLOCKS = (
    "l.nik = r.nik",
    "l.nik_stem = r.nik_stem",
    "l.known_birth = r.known_birth AND l.first_letter = r.first_letter",
    "l.known_birth = r.known_birth AND l.last_letter = r.last_letter",
    "l.known_birth = r.known_birth AND l.first_letter = r.last_letter",
    "l.known_birth = r.known_birth AND l.last_letter = r.first_letter",
    "l.birth_month = r.birth_month AND l.last_word = r.last_word",
    "l.birth_year = r.birth_year AND l.first_word = r.first_word AND l.last_word = r.last_word",
    "l.birth_year = r.birth_year AND l.sorted_name = r.sorted_name",
    "l.sorted_name = r.sorted_name AND (l.known_birth IS NULL OR r.known_birth IS NULL)",
    "l.address = r.address",
)
JOINED = " UNION ".join(
    f"SELECT l.unique_id AS left_key, r.unique_id AS right_key FROM declared l JOIN holders r ON {block}"
    for block in BLOCKS
)

# `namesakes` counts declared rows; a truth value is NULL where one side does not tell
FACTS = f"""
CREATE TABLE candidates AS {JOINED};
CREATE TABLE counted AS SELECT sorted_name, count(*) AS namesakes FROM declared GROUP BY ALL;
CREATE VIEW facts AS SELECT left_key, right_key, l, r,
    greatest(coalesce(a.namesakes, 1), coalesce(b.namesakes, 1)) AS namesakes,
    l.sorted_name = r.sorted_name OR l.joined_name = r.joined_name AS same_name,
    l.last_word = r.last_word AND l.first_letter = r.first_letter
        AND (length(l.first_word) = 1 OR length(r.first_word) = 1) AS initial,
    l.nik = r.nik AS same_nik,
    l.nik[1:15] = r.nik[1:15] AND (l.nik[16] = '0' OR r.nik[16] = '0') AS spreadsheet,
    l.known_birth = r.known_birth AS same_birth,
    l.birth_year = r.birth_year AND day(l.known_birth) = month(r.known_birth)
        AND month(l.known_birth) = day(r.known_birth) AS exchanged,
    abs(date_diff('day', l.known_birth, r.known_birth)) IN (1, 10, 365, 366) AS one_off,
    l.address = r.address AS same_address
FROM candidates JOIN declared l ON l.unique_id = left_key JOIN holders r ON r.unique_id = right_key
LEFT JOIN counted a ON a.sorted_name = l.sorted_name LEFT JOIN counted b ON b.sorted_name = r.sorted_name
"""
