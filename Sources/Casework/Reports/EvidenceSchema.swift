/// The JSON Schema of a line of `evidence.jsonl`, for programs that read it.
package enum EvidenceSchema {
  /// JSON Schema 2020-12. ``EvidenceRecord`` has the same members; a change here is one there.
  package static let text = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:benturan:evidence:2",
      "title": "One case of benturan with everything that it rests on",
      "type": "object",
      "additionalProperties": false,
      "required": ["case", "links", "path", "strengths", "findings", "would_clear", "sources"],
      "properties": {
        "case": { "$ref": "#/$defs/case" },
        "links": { "type": "array", "items": { "$ref": "#/$defs/link" } },
        "path": { "type": "array", "items": { "$ref": "#/$defs/step" } },
        "strengths": { "$ref": "#/$defs/strengths" },
        "findings": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/finding" } },
        "would_clear": { "type": "string" },
        "sources": { "type": "array", "items": { "$ref": "#/$defs/source" } }
      },
      "$defs": {
        "level": { "enum": ["kritis", "tinggi", "sedang", "rendah"] },
        "grade": { "enum": ["A", "B", "C", "D", "E"] },
        "probability": { "type": "number", "minimum": 0, "maximum": 1 },
        "date": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
        "row": { "type": "string", "pattern": "#[0-9]+$", "description": "path#line" },
        "texts": { "type": "array", "items": { "type": "string" } },
        "case": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "id", "status", "rank", "level", "grade", "probability", "language", "as_of", "vendor",
            "sentence", "next_step"
          ],
          "properties": {
            "id": { "type": "string", "pattern": "^BK-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$" },
            "status": { "enum": ["baru", "tetap", "berubah", "dibuka_kembali", "hilang"] },
            "rank": { "type": "integer", "minimum": 1 },
            "level": { "$ref": "#/$defs/level" },
            "grade": { "$ref": "#/$defs/grade" },
            "probability": { "$ref": "#/$defs/probability" },
            "language": { "enum": ["id", "en"] },
            "as_of": { "$ref": "#/$defs/date" },
            "official": { "$ref": "#/$defs/official" },
            "vendor": { "$ref": "#/$defs/vendor" },
            "rival": { "$ref": "#/$defs/vendor" },
            "sentence": { "type": "string" },
            "next_step": { "type": "string" },
            "changes": { "$ref": "#/$defs/texts", "description": "why it is not what it was the night before" },
            "decision": { "$ref": "#/$defs/decision" }
          }
        },
        "decision": {
          "type": "object",
          "additionalProperties": false,
          "required": ["verdict", "state", "by", "on"],
          "properties": {
            "verdict": { "enum": ["bukan_orang_sama", "sudah_ditangani", "perlu_klarifikasi", "selesai"] },
            "state": { "enum": ["terbuka", "menunggu", "ditutup"] },
            "by": { "$ref": "#/$defs/texts" },
            "on": { "$ref": "#/$defs/date" }
          }
        },
        "official": {
          "type": "object",
          "additionalProperties": false,
          "required": ["nip", "name", "unit"],
          "properties": {
            "nip": { "type": "string", "description": "masked unless the run says otherwise" },
            "name": { "type": "string" },
            "unit": { "type": "string" }
          }
        },
        "vendor": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "code"],
          "properties": {
            "name": { "type": "string" },
            "npwp": { "type": "string" },
            "code": { "type": "string" }
          }
        },
        "link": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "id", "kind", "government", "vendor", "comparisons", "prior_bits", "total_bits", "probability", "grade",
            "expected_namesakes", "facts_for", "facts_against", "not_compared"
          ],
          "properties": {
            "id": { "type": "string", "pattern": "^BT-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$" },
            "kind": { "enum": ["keluarga", "pejabat", "penyedia"] },
            "government": { "$ref": "#/$defs/side" },
            "vendor": { "$ref": "#/$defs/side" },
            "comparisons": { "type": "array", "items": { "$ref": "#/$defs/comparison" } },
            "prior_bits": { "type": "number" },
            "total_bits": { "type": "number", "description": "prior_bits and the bits of all comparisons" },
            "probability": { "$ref": "#/$defs/probability" },
            "grade": { "$ref": "#/$defs/grade" },
            "expected_namesakes": { "type": "number", "minimum": 0 },
            "facts_for": { "$ref": "#/$defs/texts" },
            "facts_against": { "$ref": "#/$defs/texts" },
            "not_compared": { "$ref": "#/$defs/texts" }
          }
        },
        "side": {
          "type": "object",
          "additionalProperties": false,
          "required": ["row", "dataset", "as_written", "as_understood"],
          "properties": {
            "row": { "$ref": "#/$defs/row" },
            "dataset": { "type": "string" },
            "as_written": { "type": "array", "items": { "$ref": "#/$defs/field" } },
            "as_understood": { "type": "object", "additionalProperties": { "type": "string" } }
          }
        },
        "field": {
          "type": "object",
          "additionalProperties": false,
          "required": ["column", "value"],
          "properties": {
            "column": { "type": "string" },
            "value": { "type": "string" },
            "repairs": { "type": "array", "items": { "$ref": "#/$defs/repair" } }
          }
        },
        "repair": {
          "type": "object",
          "additionalProperties": false,
          "required": ["code", "phrase"],
          "properties": {
            "code": { "type": "string", "description": "what was done to the value before it was used" },
            "phrase": { "type": "string" }
          }
        },
        "comparison": {
          "type": "object",
          "additionalProperties": false,
          "required": ["subject", "level", "verdict", "bits", "phrase", "left", "right"],
          "properties": {
            "subject": { "type": "string" },
            "level": { "type": "string" },
            "verdict": { "enum": ["agrees", "against", "neutral", "not_compared"] },
            "bits": { "type": "number" },
            "phrase": { "type": "string" },
            "left": { "type": "string" },
            "right": { "type": "string" }
          }
        },
        "step": {
          "type": "object",
          "additionalProperties": false,
          "required": ["step", "text", "rows"],
          "properties": {
            "step": {
              "enum": [
                "official", "posting", "relative", "vendor_person", "holding", "vendor", "bid", "package", "role",
                "declaration"
              ]
            },
            "text": { "type": "string" },
            "from": { "$ref": "#/$defs/date" },
            "to": { "$ref": "#/$defs/date" },
            "known_on": { "$ref": "#/$defs/date" },
            "share_percent": { "type": "string" },
            "rows": { "type": "array", "items": { "$ref": "#/$defs/row" } }
          }
        },
        "strengths": {
          "type": "object",
          "additionalProperties": false,
          "required": ["same_person", "kin_declared", "held_on_the_day", "had_power", "cap"],
          "properties": {
            "same_person": { "$ref": "#/$defs/strength" },
            "kin_declared": { "$ref": "#/$defs/strength" },
            "held_on_the_day": { "$ref": "#/$defs/strength" },
            "had_power": { "$ref": "#/$defs/strength" },
            "cap": { "$ref": "#/$defs/level" }
          }
        },
        "strength": {
          "type": "object",
          "additionalProperties": false,
          "required": ["fact", "cap", "reason"],
          "properties": {
            "fact": { "type": "string" }, "cap": { "$ref": "#/$defs/level" }, "reason": { "type": "string" }
          }
        },
        "finding": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "rule", "level", "table_level", "legal_basis", "thresholds", "nearness", "power", "outcome", "holding", "time", "strengths", "path",
            "would_clear", "next_step"
          ],
          "properties": {
            "rule": { "type": "string" },
            "rule_version": { "type": "string" },
            "level": { "$ref": "#/$defs/level" },
            "table_level": { "$ref": "#/$defs/level" },
            "legal_basis": { "type": "string" },
            "thresholds": { "type": "object", "additionalProperties": { "type": "string" } },
            "link": { "type": "string" },
            "nearness": { "enum": ["closest", "listed", "outside", "bidders"] },
            "power": { "enum": ["decides", "assists", "distant", "same_unit", "elsewhere", "bidders"] },
            "package": { "$ref": "#/$defs/package" },
            "relation": { "$ref": "#/$defs/relation" },
            "role": { "$ref": "#/$defs/role" },
            "outcome": { "enum": ["mendaftar", "menawar", "menang", "berkontrak"] },
            "holding": { "$ref": "#/$defs/holding" },
            "time": { "enum": ["berlaku", "sebelum", "sesudah", "tidak_diketahui"] },
            "from": { "$ref": "#/$defs/date" },
            "to": { "$ref": "#/$defs/date" },
            "value": { "type": "string", "pattern": "^-?[0-9]+([.][0-9]{2})?$", "description": "rupiah" },
            "strengths": { "$ref": "#/$defs/strengths" },
            "path": { "type": "array", "items": { "$ref": "#/$defs/step" } },
            "would_clear": { "type": "string" },
            "next_step": { "type": "string" }
          }
        },
        "package": {
          "type": "object",
          "additionalProperties": false,
          "required": ["code", "name", "unit"],
          "properties": {
            "code": { "type": "string" },
            "name": { "type": "string" },
            "unit": { "type": "string" },
            "from": { "$ref": "#/$defs/date" },
            "to": { "$ref": "#/$defs/date" }
          }
        },
        "relation": {
          "type": "object",
          "additionalProperties": false,
          "required": ["as_written", "term", "list_items", "path"],
          "properties": {
            "as_written": { "type": "string" },
            "term": { "type": "string" },
            "list_items": { "type": "string", "description": "UU 30/2014, elucidation of article 43(1)b" },
            "degree": { "type": "integer" },
            "path": { "type": "string", "description": "U up to a parent, D down to a child, S to a spouse" },
            "derived_through": { "type": "string" }
          }
        },
        "role": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "is_on_package"],
          "properties": { "name": { "type": "string" }, "is_on_package": { "type": "boolean" } }
        },
        "holding": {
          "type": "object",
          "additionalProperties": false,
          "required": ["role", "depth"],
          "properties": {
            "role": { "type": "string" },
            "share_percent": { "type": "string" },
            "greatest_share_percent": { "type": "string" },
            "depth": { "type": "integer", "minimum": 1 },
            "from": { "$ref": "#/$defs/date" },
            "to": { "$ref": "#/$defs/date" }
          }
        },
        "source": {
          "type": "object",
          "additionalProperties": false,
          "required": ["row", "dataset", "file", "sha256", "line", "columns"],
          "properties": {
            "row": { "$ref": "#/$defs/row" },
            "dataset": { "type": "string" },
            "file": { "type": "string" },
            "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
            "line": { "type": "integer", "minimum": 1 },
            "byte_offset": { "type": "integer", "minimum": 0 },
            "columns": { "type": "array", "items": { "$ref": "#/$defs/field" } }
          }
        }
      }
    }
    """
}
