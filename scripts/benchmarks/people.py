"""Both sides of the comparison as two DuckDB tables, prepared alike for every peer.

`declared` holds relatives and officials, `holders` the vendors' owners and officers. Names are in capitals, without
punctuation, degrees and titles; a NIK is sixteen digits or missing; a birth date is a date. Where a birth date is
missing and the NIK is whole, `known_birth` is the date that the NIK tells. Variants of one name (Muhammad, Moh.;
Yohanes, Johanes) stay as written: likeness of names is each peer's own business.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pyarrow as arrow
from pyarrow.csv import ConvertOptions, ParseOptions, ReadOptions, read_csv

OWNER_FIELDS = ("id", "nama", "nik", "tanggal_lahir")
COLUMNS = ("id", "nip", "nama", "nik", "tanggal_lahir", "alamat")

DECLARED = """
SELECT id AS key, nama AS name, nik, tanggal_lahir AS born, alamat AS address FROM relatives
UNION ALL SELECT regexp_replace(nip, '[^0-9]', '', 'g'), nama, nik, tanggal_lahir, alamat FROM officials
"""
HOLDERS = """
SELECT id AS key, nama AS name, nik, tanggal_lahir AS born, alamat AS address FROM officers
UNION ALL SELECT id, nama, nik, tanggal_lahir, NULL FROM owners
"""

MACROS = r"""
CREATE MACRO name_of(text) AS trim(regexp_replace(trim(regexp_replace(regexp_replace(
    split_part(regexp_replace(upper(text), '\(.*?\)', ' ', 'g'), ',', 1),
    '[''`’]', '', 'g'), '[^A-Z]+', ' ', 'g')), '^((PROF|DRS|DRA|DR|IR|HJ|H) )+', ''));
CREATE MACRO nik_of(text) AS nullif(regexp_extract(text, '^[^0-9]*([0-9]{16})$', 1), '');
CREATE MACRO month_of(word) AS list_position(['JA','FE','PE','MR','AP','ME','JN','JL','AG','SE','OK','NO','DE'],
    CASE left(upper(word), 3) WHEN 'MAR' THEN 'MR' WHEN 'JUN' THEN 'JN' WHEN 'JUL' THEN 'JL' WHEN 'AGU' THEN 'AG'
    ELSE left(upper(word), 2) END);
CREATE MACRO month_number(word) AS CASE WHEN month_of(word) > 2 THEN month_of(word) - 1 ELSE month_of(word) END;
CREATE MACRO date_of(text) AS coalesce(
    try_strptime(text, ['%d-%m-%Y', '%d/%m/%Y', '%Y-%m-%d']),
    try_strptime(concat_ws('-', split_part(text, ' ', 1), month_number(split_part(text, ' ', 2)),
        split_part(text, ' ', 3)), '%d-%m-%Y'))::DATE;
CREATE MACRO nik_birth(nik) AS try_strptime(concat_ws('-', nik[7:8]::INT % 40, nik[9:10],
    CASE WHEN nik[11:12] > '26' THEN '19' ELSE '20' END || nik[11:12]), '%d-%m-%Y')::DATE;
CREATE MACRO address_of(text) AS nullif(trim(regexp_replace(upper(text), '[^A-Z0-9]+', ' ', 'g')), '');
"""

PREPARED = """
CREATE TABLE {table} AS
WITH cleaned AS (
    SELECT key AS unique_id, name_of(name) AS name, nik_of(nik) AS nik, date_of(born) AS birth,
        address_of(address) AS address FROM ({rows})),
split AS (SELECT *, string_split(name, ' ') AS words, coalesce(birth, nik_birth(nik)) AS known_birth FROM cleaned)
SELECT unique_id, name, words[1] AS first_word, words[-1] AS last_word, words[1][1] AS first_letter,
    words[-1][1] AS last_letter, list_sort(words) AS words, array_to_string(list_sort(words), ' ') AS sorted_name,
    replace(name, ' ', '') AS joined_name, nik, nik[1:12] AS nik_stem, birth, known_birth,
    strftime(known_birth, '%Y-%m-%d') AS birth_text, strftime(known_birth, '%Y-%m') AS birth_month,
    year(known_birth) AS birth_year, address
FROM split WHERE name <> ''
"""


def owners(path: Path | None) -> arrow.Table:
    """The vendors' people of the procurement system's XML, where there is one."""
    rows: list[list[str]] = []
    for _, element in ElementTree.iterparse(path) if path else ():
        if element.tag == "pemilik":
            rows.append([element.findtext(field) or "" for field in OWNER_FIELDS])
        elif element.tag == "penyedia":
            element.clear()
    columns = {field: [row[place] for row in rows] for place, field in enumerate(OWNER_FIELDS)}
    return arrow.table(columns, schema=arrow.schema([(field, arrow.string()) for field in OWNER_FIELDS]))


def table(folder: Path, name: str) -> arrow.Table:
    """The columns about the person of the CSV file of that name: UTF-8, or Windows-1252, which DuckDB does not read."""
    path = next(folder.rglob(name))
    with path.open("rb") as file:
        header = file.readline().decode("utf-8-sig").strip()
    delimiter = next(mark for mark in ";|," if mark in header)
    kept = [column for column in COLUMNS if column in header.split(delimiter)]

    columns = ConvertOptions(include_columns=kept, column_types=dict.fromkeys(kept, arrow.string()))
    parsing = ParseOptions(delimiter=delimiter)
    try:
        return read_csv(path, ReadOptions(), parsing, columns)
    except arrow.ArrowInvalid:
        return read_csv(path, ReadOptions(encoding="cp1252"), parsing, columns)


def read_people(data: Path) -> duckdb.DuckDBPyConnection:
    """Reads the registers under `data`/input from scratch, with two threads."""
    folder = data / "input"
    connection = duckdb.connect(config={"threads": 2})
    connection.execute(MACROS)
    connection.register("relatives", table(folder, "keluarga.csv"))
    connection.register("officials", table(folder, "pegawai.csv"))
    connection.register("officers", table(folder, "pengurus.csv"))
    connection.register("owners", owners(next(folder.rglob("penyedia_pemilik.xml"), None)))
    connection.execute(PREPARED.format(table="declared", rows=DECLARED))
    connection.execute(PREPARED.format(table="holders", rows=HOLDERS))
    return connection


def write_answers(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    """Writes the query's left_key, right_key and score where the score is at least 0.05, benturan's own lower limit."""
    connection.execute(f"COPY (SELECT * FROM ({query}) WHERE score >= 0.05) TO '{path}' (HEADER, DELIMITER ';')")
