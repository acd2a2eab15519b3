/* The first program of somebody who installed the C library: the digest of "abc". */
#include <oxbridge.h>
#include <stdio.h>

int main(void) {
  oxb_text text;
  if (oxb_hash_text(OXB_SHA256, OXB_HEX, (const uint8_t *)"abc", 3, &text) != OXB_OK) return 1;
  printf("%.*s\n", (int)text.length, text.data);
  oxb_free(&text);
  return 0;
}
