/* Checks what oxbridge.h promises at its edges: what may be NULL, what is refused, what a failure leaves alone.

   Checks are rows, and their names are sentences. Each failed one is a line of output; the last line counts them. */
#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "json.h"

static const uint8_t MESSAGE[3] = {'a', 'b', 'c'};

static int32_t bulk_text(uint32_t encoding, void *result) {
  static const uint32_t OFFSETS[] = {0, 3};
  return oxb_bulk_hash_text(OXB_SHA256, encoding, MESSAGE, sizeof MESSAGE, OFFSETS, COUNT(OFFSETS), 0, result);
}

static bool bulk_text_base64url(void) {
  return text_is(bulk_text(OXB_BASE64URL, memory), "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
}

static bool bulk_text_unknown_encoding(void) {
  return text_failed_so(bulk_text(3, memory), memory, OXB_ERR_INVALID_ARG_VALUE, "encoding");
}

static bool bulk_text_null_result(void) {
  return failed_so(bulk_text(OXB_HEX, NULL), OXB_ERR_INVALID_ARG_VALUE, "result");
}

static bool bulk_text_misaligned_result(void) {
  return failed_so(bulk_text(OXB_HEX, memory + 1), OXB_ERR_INVALID_ARG_VALUE, "result");
}

static bool bulk_text_shared_result(void) {
  static const uint32_t OFFSETS[] = {0, 3};
  int32_t status = oxb_bulk_hash_text(OXB_SHA256, OXB_HEX, memory, 64, OFFSETS, COUNT(OFFSETS), 0, (void *)memory);
  return text_failed_so(status, memory, OXB_ERR_INVALID_ARG_VALUE, "");
}

static bool add_adds(void) {
  double sum = 0;
  return oxb_add(1.5, 2.25, &sum) == OXB_OK && sum == 3.75;
}

static bool add_null_result(void) {
  return failed_so(oxb_add(1, 2, NULL), OXB_ERR_INVALID_ARG_VALUE, "result");
}

static bool add_misaligned_result(void) {
  return failed_so(oxb_add(1, 2, (void *)(memory + 1)), OXB_ERR_INVALID_ARG_VALUE, "result");
}

static bool fibonacci_at_the_limit(void) {
  uint64_t number = 0;
  return oxb_fibonacci(93, &number) == OXB_OK && number == UINT64_C(12200160415121876738);
}

static bool fibonacci_over_the_limit(void) {
  return failed_so(oxb_fibonacci(94, (void *)memory), OXB_ERR_OUT_OF_RANGE, "n");
}

static bool fibonacci_of_the_largest(void) {
  return failed_so(oxb_fibonacci(UINT32_MAX, (void *)memory), OXB_ERR_OUT_OF_RANGE, "n");
}

static bool fibonacci_null_result(void) {
  return failed_so(oxb_fibonacci(1, NULL), OXB_ERR_INVALID_ARG_VALUE, "result");
}

static bool fibonacci_misaligned_result(void) {
  return failed_so(oxb_fibonacci(1, (void *)(memory + 1)), OXB_ERR_INVALID_ARG_VALUE, "result");
}

static bool invert_inverts(void) {
  bool ok = oxb_invert_colors(memory + 1, 2) == OXB_OK && memory[1] == (uint8_t)~FILL && memory[2] == (uint8_t)~FILL;
  memory[1] = memory[2] = FILL;
  return ok && untouched();
}

static bool invert_nothing(void) {
  return oxb_invert_colors(NULL, 0) == OXB_OK && oxb_invert_colors(memory, 0) == OXB_OK && untouched();
}

static bool invert_null(void) {
  return failed_so(oxb_invert_colors(NULL, 1), OXB_ERR_INVALID_ARG_VALUE, "pixels");
}

static bool invert_too_many(void) {
  return failed_so(oxb_invert_colors(memory, SIZE_MAX), OXB_ERR_OUT_OF_RANGE, "pixels") &&
         failed_so(oxb_invert_colors(memory, TOO_MANY_BYTES), OXB_ERR_OUT_OF_RANGE, "pixels");
}

static bool free_null(void) {
  oxb_free(NULL);
  return true;
}

static bool free_zeros(void) {
  oxb_text text = {NULL, 0, 0};
  oxb_free(&text);
  return text.data == NULL && text.length == 0 && text.capacity == 0;
}

static bool free_twice(void) {
  oxb_text text;
  if (oxb_hash_text(OXB_SHA256, OXB_HEX, MESSAGE, sizeof MESSAGE, &text) != OXB_OK) {
    return false;
  }
  oxb_free(&text);
  bool emptied = text.data == NULL && text.length == 0 && text.capacity == 0;
  oxb_free(&text);
  return emptied && text.data == NULL && text.length == 0 && text.capacity == 0;
}

static bool free_no_characters(void) {
  uint32_t zero = 0;
  oxb_text text;
  if (oxb_bulk_hash_text(OXB_SHA256, OXB_HEX, NULL, 0, &zero, 1, 0, &text) != OXB_OK || text.length != 0) {
    return false;
  }
  oxb_free(&text);
  return text.data == NULL;
}

static bool names_of_statuses(void) {
  static const struct {
    int32_t status;
    const char *name;
  } NAMES[] = {
      {OXB_OK, ""},
      {OXB_ERR_INVALID_ARG_TYPE, "ERR_INVALID_ARG_TYPE"},
      {OXB_ERR_INVALID_ARG_VALUE, "ERR_INVALID_ARG_VALUE"},
      {OXB_ERR_OUT_OF_RANGE, "ERR_OUT_OF_RANGE"},
      {OXB_ERR_INTERNAL, "ERR_INTERNAL"},
      {OXB_ERR_BACKEND_UNAVAILABLE, "ERR_BACKEND_UNAVAILABLE"},
  };
  for (size_t i = 0; i < COUNT(NAMES); i++) {
    if (strcmp(oxb_error_name(NAMES[i].status), NAMES[i].name) != 0) {
      return false;
    }
  }
  return true;
}

static bool names_of_unknown_statuses(void) {
  static const int32_t UNKNOWN[] = {-1, 9999, INT32_MAX, INT32_MIN};
  for (size_t i = 0; i < COUNT(UNKNOWN); i++) {
    if (strcmp(oxb_error_name(UNKNOWN[i]), "") != 0) {
      return false;
    }
  }
  return true;
}

static bool names_stay(void) {
  const char *name = oxb_error_name(OXB_ERR_OUT_OF_RANGE);
  prepare();
  return name == oxb_error_name(OXB_ERR_OUT_OF_RANGE) && strcmp(name, "ERR_OUT_OF_RANGE") == 0;
}

static bool message_has_the_value(void) {
  uint64_t number;
  oxb_fibonacci(4321, &number);
  return strstr(oxb_error_message(), "4321") != NULL;
}

static bool message_survives_success(void) {
  uint64_t number;
  oxb_fibonacci(94, &number);
  const char *message = oxb_error_message();
  bool succeeded = oxb_fibonacci(1, &number) == OXB_OK && number == 1;
  return succeeded && message == oxb_error_message() && strstr(message, "94") && strcmp(oxb_error_argument(), "n") == 0;
}

/* What a new thread saw before and after a failure of its own. */
static void *fail_on_a_thread(void *result) {
  bool began_clean = oxb_error_message()[0] == '\0' && oxb_error_argument()[0] == '\0';
  int32_t status = oxb_invert_colors(NULL, 1);
  *(bool *)result = began_clean && failed_so(status, OXB_ERR_INVALID_ARG_VALUE, "pixels");
  return NULL;
}

static bool errors_are_per_thread(void) {
  uint64_t number;
  pthread_t thread;
  bool ok = false;
  oxb_fibonacci(94, &number);
  if (pthread_create(&thread, NULL, fail_on_a_thread, &ok) != 0 || pthread_join(thread, NULL) != 0) {
    return false;
  }
  return ok && strcmp(oxb_error_argument(), "n") == 0 && strstr(oxb_error_message(), "94") != NULL;
}

static void *hash_on_a_thread(void *result) {
  bool ok = true;
  for (int i = 0; i < 100; i++) {
    uint8_t out[OXB_SHA256_LENGTH];
    ok = ok && oxb_hash(OXB_SHA256, MESSAGE, sizeof MESSAGE, out, sizeof out) == OXB_OK && is_digest(out, ABC);
    ok = ok && failed_so(oxb_hash(OXB_SHA256, MESSAGE, sizeof MESSAGE, out, 1), OXB_ERR_OUT_OF_RANGE, "out");
  }
  *(bool *)result = ok;
  return NULL;
}

static bool threads_at_once(void) {
  pthread_t threads[4];
  bool results[COUNT(threads)] = {false}, ok = true;
  size_t started = 0;
  while (started < COUNT(threads) &&
         pthread_create(&threads[started], NULL, hash_on_a_thread, &results[started]) == 0) {
    started++;
  }
  for (size_t i = 0; i < started; i++) {
    ok = pthread_join(threads[i], NULL) == 0 && results[i] && ok;
  }
  return ok && started == COUNT(threads);
}

static bool versions_agree(void) {
  return oxb_abi_version() == OXB_ABI_VERSION;
}

static bool interface_is_json(void) {
  return oxb_interface()[0] == '{' && is_json(oxb_interface());
}

static bool interface_stays(void) {
  return oxb_interface() == oxb_interface();
}

static bool interface_holds(const char *name, const char *quote, const char *value, size_t length) {
  char member[128];
  snprintf(member, sizeof member, "\"%s\":%s%.*s%s", name, quote, (int)length, value, quote);
  return strstr(oxb_interface(), member) != NULL;
}

static bool interface_has_the_version(void) {
  char version[16];
  snprintf(version, sizeof version, "%u", (unsigned)OXB_ABI_VERSION);
  return interface_holds("abi", "", version, strlen(version));
}

static bool interface_has_the_digest(void) {
  oxb_text digest;
  if (oxb_interface_digest(&digest) != OXB_OK) {
    return false;
  }
  bool ok = digest.length == 16 && interface_holds("digest", "\"", digest.data, digest.length);
  oxb_free(&digest);
  return ok;
}

static bool interface_has_the_functions(void) {
  static const char *const NAMES[] = {
      "interface_digest", "interface_calls", "keep", "release", "add", "fibonacci", "hash", "hash_text", "hash_with",
      "hash_text_with", "hasher_new", "hasher_update", "hasher_digest", "hasher_digest_text", "hasher_clone",
      "hasher_reset", "hasher_save", "hasher_algorithm", "hasher_restore", "bulk_hash", "bulk_hash_text",
      "bulk_hash_with", "bulk_hash_text_with", "checksum_32", "checksum_64", "checksum_combine", "xxh32", "xxh64",
      "xxh3_64", "xxh3_128", "invert_colors"};
  for (size_t i = 0; i < COUNT(NAMES); i++) {
    if (!interface_holds("name", "\"", NAMES[i], strlen(NAMES[i]))) {
      return false;
    }
  }
  return true;
}

static bool digest_null_result(void) {
  return failed_so(oxb_interface_digest(NULL), OXB_ERR_INVALID_ARG_VALUE, "result");
}

static bool calls_rise(void) {
  uint64_t first = 0, second = 0, third = 0;
  double sum;
  bool ok = oxb_interface_calls(&first) == OXB_OK && oxb_interface_calls(&second) == OXB_OK &&
            oxb_add(1, 2, &sum) == OXB_OK && oxb_interface_calls(&third) == OXB_OK;
  return ok && first > 0 && second == first + 1 && third == second + 2;
}

static bool calls_null_result(void) {
  return failed_so(oxb_interface_calls(NULL), OXB_ERR_INVALID_ARG_VALUE, "result");
}

static const struct {
  const char *function;
  const char *name;
  bool (*check)(void);
} CHECKS[] = {
    {"oxb_bulk_hash_text", "writes base64url", bulk_text_base64url},
    {"oxb_bulk_hash_text", "refuses an unknown encoding", bulk_text_unknown_encoding},
    {"oxb_bulk_hash_text", "refuses NULL for the result", bulk_text_null_result},
    {"oxb_bulk_hash_text", "refuses a result that is not aligned", bulk_text_misaligned_result},
    {"oxb_bulk_hash_text", "refuses a result that shares memory with the bytes", bulk_text_shared_result},
    {"oxb_add", "adds", add_adds},
    {"oxb_add", "refuses NULL for the result", add_null_result},
    {"oxb_add", "refuses a result that is not aligned", add_misaligned_result},
    {"oxb_fibonacci", "is exact for 93", fibonacci_at_the_limit},
    {"oxb_fibonacci", "refuses 94", fibonacci_over_the_limit},
    {"oxb_fibonacci", "refuses the largest number", fibonacci_of_the_largest},
    {"oxb_fibonacci", "refuses NULL for the result", fibonacci_null_result},
    {"oxb_fibonacci", "refuses a result that is not aligned", fibonacci_misaligned_result},
    {"oxb_invert_colors", "inverts its bytes and no others", invert_inverts},
    {"oxb_invert_colors", "takes NULL for no pixels", invert_nothing},
    {"oxb_invert_colors", "refuses NULL with a length", invert_null},
    {"oxb_invert_colors", "refuses an impossible length", invert_too_many},
    {"oxb_free", "takes NULL", free_null},
    {"oxb_free", "takes zeros", free_zeros},
    {"oxb_free", "is harmless twice", free_twice},
    {"oxb_free", "takes text without characters", free_no_characters},
    {"oxb_error_name", "names each status", names_of_statuses},
    {"oxb_error_name", "is empty for what is no status", names_of_unknown_statuses},
    {"oxb_error_name", "stays where it is", names_stay},
    {"oxb_error_message", "has the value that was refused", message_has_the_value},
    {"oxb_error_message", "stays until the next failure", message_survives_success},
    {"oxb_error_message", "is of its thread, and empty at first", errors_are_per_thread},
    {"oxb_hash", "answers four threads at once", threads_at_once},
    {"oxb_abi_version", "is that of the header", versions_agree},
    {"oxb_interface", "is JSON", interface_is_json},
    {"oxb_interface", "stays where it is", interface_stays},
    {"oxb_interface", "has the version of the header", interface_has_the_version},
    {"oxb_interface", "has the digest that oxb_interface_digest gives", interface_has_the_digest},
    {"oxb_interface", "has the functions of the header", interface_has_the_functions},
    {"oxb_interface_digest", "refuses NULL for the result", digest_null_result},
    {"oxb_interface_calls", "rises with each call", calls_rise},
    {"oxb_interface_calls", "refuses NULL for the result", calls_null_result},
};

int main(void) {
  check_hash_family();
  check_options();
  check_handles();
  for (size_t i = 0; i < COUNT(CHECKS); i++) {
    prepare();
    record(CHECKS[i].function, CHECKS[i].name, CHECKS[i].check());
  }
  return finish();
}
