#ifndef BENTURAN_CLIBZ_SHIM_H
#define BENTURAN_CLIBZ_SHIM_H
#include <zlib.h>

/* inflateInit2 is a macro. 16 asks for a gzip header and checks its sum; MAX_WBITS reads every window size. */
static inline int benturan_inflate_init(z_stream *stream) { return inflateInit2(stream, 16 + MAX_WBITS); }
#endif
