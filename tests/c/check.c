/* What the checks of edges share; check.h says what each function is for. */
#include "check.h"

#include <stdio.h>
#include <string.h>

_Alignas(16) uint8_t memory[256];

static size_t passed, failures;

void prepare(void) {
  oxb_hash(1000, NULL, 0, memory, OXB_SHA256_LENGTH);
  memset(memory, FILL, sizeof memory);
}

bool untouched(void) {
  for (size_t i = 0; i < sizeof memory; i++) {
    if (memory[i] != FILL) {
      return false;
    }
  }
  return true;
}

bool failed_so(int32_t actual, int32_t status, const char *argument) {
  bool said_why = strcmp(oxb_error_argument(), argument) == 0 && oxb_error_message()[0] != '\0';
  return actual == status && said_why && untouched();
}

bool text_failed_so(int32_t actual, void *result, int32_t status, const char *argument) {
  bool ok = failed_so(actual, status, argument);
  if (actual == OXB_OK) {
    oxb_free(result);
  }
  return ok;
}

bool text_is(int32_t actual, const char *expected) {
  if (actual != OXB_OK) {
    return false;
  }
  oxb_text text;
  memcpy(&text, memory, sizeof text);
  bool ok = text.length == strlen(expected) && text.length <= text.capacity;
  ok = ok && memcmp(text.data, expected, text.length) == 0;
  oxb_free(&text);
  return ok;
}

bool is_digest(const uint8_t *bytes, const char *hex) {
  for (size_t i = 0; hex[2 * i] != '\0'; i++) {
    char digits[3];
    snprintf(digits, sizeof digits, "%02x", bytes[i]);
    if (memcmp(digits, hex + 2 * i, 2) != 0) {
      return false;
    }
  }
  return true;
}

void record(const char *function, const char *name, bool ok) {
  if (ok) {
    passed++;
  } else {
    failures++;
    printf("%s: %s\n", function, name);
  }
}

int finish(void) {
  printf("%zu passed, %zu failed\n", passed, failures);
  return failures == 0 ? 0 : 1;
}
