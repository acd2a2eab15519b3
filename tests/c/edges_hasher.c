/* The edges of handles: hashers, kept bytes, what is live, and whose it is. */
#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <string.h>

#include "check.h"

/* A handle that no call has given: its slot is the last one there can be. */
#define NEVER ((UINT64_C(1) << 53) - 1)

static uint64_t new_hasher(void) {
  uint64_t hasher = 0;
  return oxb_hasher_new(OXB_SHA256, NULL, 0, &hasher) == OXB_OK ? hasher : 0;
}

/* Whether a hasher has come to this digest, both ways of asking. */
static bool has_digest(uint64_t hasher, const char *hex) {
  uint8_t digest[OXB_SHA256_LENGTH];
  prepare();
  return oxb_hasher_digest(hasher, digest, sizeof digest) == OXB_OK && is_digest(digest, hex) &&
         text_is(oxb_hasher_digest_text(hasher, OXB_HEX, (void *)memory), hex);
}

/* Whether every function that takes a handle refuses this one so. */
static bool all_refuse(uint64_t handle, int32_t status) {
  uint32_t number;
  return failed_so(oxb_hasher_update(handle, (const uint8_t *)"abc", 3), status, "hasher") &&
         failed_so(oxb_hasher_digest(handle, memory, OXB_SHA256_LENGTH), status, "hasher") &&
         failed_so(oxb_hasher_digest_text(handle, OXB_HEX, (void *)memory), status, "hasher") &&
         failed_so(oxb_hasher_clone(handle, (void *)memory), status, "hasher") &&
         failed_so(oxb_hasher_reset(handle), status, "hasher") &&
         failed_so(oxb_hasher_save(handle, memory, sizeof memory, &number), status, "hasher") &&
         failed_so(oxb_hasher_algorithm(handle, &number), status, "hasher");
}

static bool takes_pieces(void) {
  uint64_t hasher = new_hasher();
  bool ok = hasher != 0 && has_digest(hasher, NOTHING) && oxb_hasher_update(hasher, (const uint8_t *)"a", 1) == OXB_OK &&
            oxb_hasher_update(hasher, NULL, 0) == OXB_OK &&
            oxb_hasher_update(hasher, (const uint8_t *)"bc", 2) == OXB_OK && has_digest(hasher, ABC) &&
            has_digest(hasher, ABC);
  return oxb_release(hasher) == OXB_OK && ok;
}

static bool clones_go_their_own_way(void) {
  uint64_t hasher = new_hasher(), clone = 0;
  bool ok = oxb_hasher_clone(hasher, &clone) == OXB_OK && clone != hasher &&
            oxb_hasher_update(clone, (const uint8_t *)"one", 3) == OXB_OK &&
            oxb_hasher_update(hasher, (const uint8_t *)"two", 3) == OXB_OK && has_digest(clone, ONE) &&
            has_digest(hasher, TWO);
  return oxb_release(hasher) == OXB_OK && has_digest(clone, ONE) && oxb_release(clone) == OXB_OK && ok;
}

static bool resets(void) {
  uint64_t hasher = new_hasher();
  bool ok = oxb_hasher_update(hasher, (const uint8_t *)"two", 3) == OXB_OK && oxb_hasher_reset(hasher) == OXB_OK &&
            has_digest(hasher, NOTHING);
  return oxb_release(hasher) == OXB_OK && ok;
}

static bool is_saved_and_restored(void) {
  uint64_t hasher = new_hasher(), restored = 0, other = 0;
  uint8_t saved[OXB_LONGEST_STATE];
  uint32_t length = 0, other_length = 0, algorithm = 0;
  bool ok = oxb_hasher_update(hasher, (const uint8_t *)"a", 1) == OXB_OK &&
            oxb_hasher_save(hasher, saved, sizeof saved, &length) == OXB_OK && length > 9 &&
            failed_so(oxb_hasher_save(hasher, memory, length - 1, &other_length), OXB_ERR_OUT_OF_RANGE, "out") &&
            oxb_hasher_restore(saved, length, &restored) == OXB_OK &&
            oxb_hasher_update(restored, (const uint8_t *)"bc", 2) == OXB_OK && has_digest(restored, ABC) &&
            oxb_hasher_algorithm(restored, &algorithm) == OXB_OK && algorithm == OXB_SHA256;
  saved[length - 1] ^= 1;
  prepare();
  ok = ok && failed_so(oxb_hasher_restore(saved, length, (void *)memory), OXB_ERR_INVALID_ARG_VALUE, "bytes") &&
       failed_so(oxb_hasher_restore(NULL, 0, (void *)memory), OXB_ERR_INVALID_ARG_VALUE, "bytes") &&
       failed_so(oxb_hasher_restore(NULL, 1, (void *)memory), OXB_ERR_INVALID_ARG_VALUE, "bytes") &&
       oxb_hasher_new(OXB_BLAKE3, NULL, 0, &other) == OXB_OK &&
       failed_so(oxb_hasher_save(other, memory, sizeof memory, &other_length), OXB_ERR_INVALID_ARG_VALUE, "hasher");
  return oxb_release(hasher) == OXB_OK && oxb_release(restored) == OXB_OK && oxb_release(other) == OXB_OK && ok;
}

/* XXH3 keeps all of a short message. */
static bool the_longest_state_is_long_enough(void) {
  uint64_t hasher = 0;
  uint8_t saved[OXB_LONGEST_STATE];
  uint32_t length = 0;
  bool ok = oxb_hasher_new(OXB_XXH3_64, NULL, 0, &hasher) == OXB_OK;
  for (int count = 0; ok && count <= 300; count++) {
    ok = oxb_hasher_save(hasher, saved, sizeof saved, &length) == OXB_OK && length <= OXB_LONGEST_STATE &&
         oxb_hasher_update(hasher, (const uint8_t *)"a", 1) == OXB_OK;
  }
  return oxb_release(hasher) == OXB_OK && ok;
}

static bool refuses_bad_arguments(void) {
  uint64_t hasher = new_hasher();
  bool ok = failed_so(oxb_hasher_new(1000, NULL, 0, (void *)memory), OXB_ERR_INVALID_ARG_VALUE, "algorithm") &&
            failed_so(oxb_hasher_new(OXB_SHA256, NULL, 0, NULL), OXB_ERR_INVALID_ARG_VALUE, "result") &&
            failed_so(oxb_hasher_new(OXB_SHA256, NULL, 0, (void *)(memory + 1)), OXB_ERR_INVALID_ARG_VALUE, "result") &&
            failed_so(oxb_hasher_update(hasher, NULL, 1), OXB_ERR_INVALID_ARG_VALUE, "data") &&
            failed_so(oxb_hasher_update(hasher, memory, SIZE_MAX), OXB_ERR_OUT_OF_RANGE, "data") &&
            failed_so(oxb_hasher_digest(hasher, memory, 31), OXB_ERR_OUT_OF_RANGE, "out") &&
            failed_so(oxb_hasher_digest(hasher, NULL, 32), OXB_ERR_INVALID_ARG_VALUE, "out") &&
            text_failed_so(oxb_hasher_digest_text(hasher, 3, (void *)memory), memory, OXB_ERR_INVALID_ARG_VALUE,
                           "encoding") &&
            failed_so(oxb_hasher_clone(hasher, NULL), OXB_ERR_INVALID_ARG_VALUE, "result") &&
            has_digest(hasher, NOTHING);
  return oxb_release(hasher) == OXB_OK && ok;
}

static bool refuses_what_was_released(void) {
  uint64_t hasher = new_hasher();
  bool released = oxb_release(hasher) == OXB_OK;
  prepare();
  bool ok = failed_so(oxb_release(hasher), OXB_ERR_DISPOSED, "handle") && all_refuse(hasher, OXB_ERR_DISPOSED);
  /* The next hasher may have its slot, but never its handle. */
  uint64_t next = new_hasher();
  prepare();
  ok = ok && next != hasher && all_refuse(hasher, OXB_ERR_DISPOSED) && has_digest(next, NOTHING);
  return oxb_release(next) == OXB_OK && released && ok;
}

static bool refuses_what_never_was(void) {
  static const uint64_t NONE[] = {0, 1, NEVER, NEVER + 1, UINT64_MAX};
  for (size_t i = 0; i < COUNT(NONE); i++) {
    if (!all_refuse(NONE[i], OXB_ERR_DISPOSED) || !failed_so(oxb_release(NONE[i]), OXB_ERR_DISPOSED, "handle")) {
      return false;
    }
  }
  return true;
}

static bool kept_bytes_are_no_hasher(void) {
  uint64_t kept = 0;
  if (oxb_keep((const uint8_t *)"abc", 3, &kept) != OXB_OK || kept == 0) {
    return false;
  }
  prepare();
  bool ok = all_refuse(kept, OXB_ERR_INVALID_ARG_VALUE) && oxb_release(kept) == OXB_OK;
  return ok && failed_so(oxb_release(kept), OXB_ERR_DISPOSED, "handle");
}

/* What another thread makes of a handle, and a hasher that it leaves behind. */
static struct {
  uint64_t ours;
  uint64_t theirs;
  bool refused;
} exchange;

static void *on_another_thread(void *unused) {
  (void)unused;
  exchange.refused = oxb_hasher_reset(exchange.ours) == OXB_ERR_DISPOSED &&
                     oxb_release(exchange.ours) == OXB_ERR_DISPOSED;
  exchange.theirs = new_hasher();
  return NULL;
}

static bool handles_belong_to_their_thread(void) {
  pthread_t thread;
  exchange.ours = new_hasher();
  if (pthread_create(&thread, NULL, on_another_thread, NULL) != 0 || pthread_join(thread, NULL) != 0) {
    return false;
  }
  prepare();
  return exchange.refused && exchange.theirs != 0 && all_refuse(exchange.theirs, OXB_ERR_DISPOSED) &&
         has_digest(exchange.ours, NOTHING) && oxb_release(exchange.ours) == OXB_OK;
}

static bool many_at_once(void) {
  enum { MANY = 10000 };
  static uint64_t hashers[MANY];
  for (uint32_t i = 0; i < MANY; i++) {
    hashers[i] = new_hasher();
    if (hashers[i] == 0 || oxb_hasher_update(hashers[i], (const uint8_t *)&i, sizeof i) != OXB_OK) {
      return false;
    }
  }
  for (uint32_t i = 0; i < MANY; i++) {
    uint8_t expected[32], actual[32];
    if (oxb_hash(OXB_SHA256, (const uint8_t *)&i, sizeof i, expected, sizeof expected) != OXB_OK ||
        oxb_hasher_digest(hashers[i], actual, sizeof actual) != OXB_OK || memcmp(expected, actual, 32) != 0 ||
        oxb_release(hashers[i]) != OXB_OK) {
      return false;
    }
  }
  return true;
}

static const struct {
  const char *name;
  bool (*holds)(void);
} ROWS[] = {
    {"a hasher takes pieces, and a digest does not end it", takes_pieces},
    {"a clone goes its own way, and outlives its original", clones_go_their_own_way},
    {"a reset forgets all bytes", resets},
    {"a hasher is saved and restored, and damaged bytes are refused", is_saved_and_restored},
    {"no saved hasher is longer than the longest state", the_longest_state_is_long_enough},
    {"bad arguments are refused, and leave the hasher as it is", refuses_bad_arguments},
    {"a released handle is disposed, also when its slot is used again", refuses_what_was_released},
    {"a handle that never was is disposed", refuses_what_never_was},
    {"kept bytes are no hasher, and end when they are released", kept_bytes_are_no_hasher},
    {"a handle belongs to its thread and ends with it", handles_belong_to_their_thread},
    {"ten thousand hashers keep their bytes apart", many_at_once},
};

void check_handles(void) {
  for (size_t i = 0; i < COUNT(ROWS); i++) {
    prepare();
    record("handles", ROWS[i].name, ROWS[i].holds());
  }
}
