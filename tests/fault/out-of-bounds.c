// Reads one byte behind an array on the heap: AddressSanitizer must see it, or it would see nothing anywhere.

#include <stdlib.h>

int main(int count, char **arguments) {
  char *bytes = calloc(8, 1);
  (void)arguments;
  // The index is not known before the program runs, so that no compiler removes the access.
  int byte = bytes[7 + count];
  free(bytes);
  return byte & 1;
}
