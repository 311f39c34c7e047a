#ifndef BENTURAN_CLIBZIP_SHIM_H
#define BENTURAN_CLIBZIP_SHIM_H
#include <zip.h>
#endif
