/* bcryptprimitives.dll, which Windows has and older versions of Wine lack: the source of random bytes that Rust's
   library asks. It passes them on from the one that Wine has, which takes a shorter length. */

#include <windows.h>
#include <ntsecapi.h>

#define MOST 0x40000000u

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
  while (length > 0) {
    ULONG part = length < MOST ? (ULONG)length : MOST;
    if (!RtlGenRandom(data, part)) return FALSE;
    data += part;
    length -= part;
  }
  return TRUE;
}
