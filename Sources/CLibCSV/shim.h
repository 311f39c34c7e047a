#ifndef BENTURAN_CLIBCSV_SHIM_H
#define BENTURAN_CLIBCSV_SHIM_H
#include <csv.h>
#endif
