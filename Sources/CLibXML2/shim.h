/* Deliberately empty: this target only carries libxml2's compile and link flags to CXMLReader. libxml2's own
   headers must never reach a Swift module, because Debian's build of them and Foundation each bring an ICU. */
