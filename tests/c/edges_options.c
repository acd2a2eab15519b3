/* The edges of algorithms with options, and of xxHash with a seed.

   What the digests are, hash-wasm, @noble/hashes and OpenSSL say. */
#include <string.h>

#include "check.h"

enum { ROOM = 256 };

/* ---- What options give. ---- */

static bool gives(uint32_t algorithm, const uint8_t *options, size_t length, const char *hex) {
  size_t bytes = strlen(hex) / 2;
  uint8_t digest[32];
  uint64_t hasher = 0;
  const uint32_t offsets[] = {0, 3};
  prepare();
  bool ok = oxb_hash_with(algorithm, options, length, (const uint8_t *)"abc", 3, digest, bytes) == OXB_OK &&
            is_digest(digest, hex) &&
            text_is(oxb_hash_text_with(algorithm, options, length, OXB_HEX, (const uint8_t *)"abc", 3, (void *)memory),
                    hex);
  prepare();
  ok = ok &&
       oxb_bulk_hash_with(algorithm, options, length, (const uint8_t *)"abc", 3, offsets, 2, 0, digest, bytes) ==
           OXB_OK &&
       is_digest(digest, hex) &&
       text_is(oxb_bulk_hash_text_with(algorithm, options, length, OXB_HEX, (const uint8_t *)"abc", 3, offsets, 2, 0,
                                       (void *)memory),
               hex);
  ok = ok && oxb_hasher_new(algorithm, options, length, &hasher) == OXB_OK &&
       oxb_hasher_update(hasher, (const uint8_t *)"xyz", 3) == OXB_OK && oxb_hasher_reset(hasher) == OXB_OK &&
       oxb_hasher_update(hasher, (const uint8_t *)"abc", 3) == OXB_OK &&
       oxb_hasher_digest(hasher, digest, bytes) == OXB_OK && is_digest(digest, hex);
  return ok && oxb_release(hasher) == OXB_OK;
}

static bool takes_a_length(void) {
  uint8_t options[ROOM];
  return gives(OXB_SHAKE128, options, oxb_put_number(options, OXB_OPTION_OUTPUT_LENGTH, 4), "5881092d");
}

static bool takes_a_key(void) {
  uint8_t options[ROOM], key[32];
  memset(key, 7, sizeof key);
  return gives(OXB_BLAKE3, options, oxb_put_option(options, OXB_OPTION_KEY, key, sizeof key),
               "b1495225f01fa8cd09e410d288d09b68c1cc9fb2414686c0d3ac13fc905497d9");
}

static bool takes_a_context(void) {
  uint8_t options[ROOM];
  size_t length = oxb_put_option(options, OXB_OPTION_CONTEXT, "a context", 9);
  length += oxb_put_number(options + length, OXB_OPTION_OUTPUT_LENGTH, 8);
  return gives(OXB_BLAKE3, options, length, "484d11d8ea8c2c7e");
}

static bool takes_all_of_blake2(void) {
  uint8_t options[ROOM];
  size_t length = oxb_put_option(options, OXB_OPTION_PERSONAL, "personal", 8);
  length += oxb_put_option(options + length, OXB_OPTION_SALT, "salt", 4);
  length += oxb_put_option(options + length, OXB_OPTION_KEY, "k", 1);
  length += oxb_put_number(options + length, OXB_OPTION_OUTPUT_LENGTH, 8);
  return gives(OXB_BLAKE2B512, options, length, "fc20c8da27fa8b4a");
}

static bool takes_a_seed(void) {
  uint8_t options[ROOM];
  size_t length = oxb_put_number(options, OXB_OPTION_SEED, 7);
  return gives(OXB_XXH32, options, length, "57cfd434") && gives(OXB_XXH64, options, length, "9e755206156676d7") &&
         gives(OXB_XXH3_64, options, length, "48ff56f569e39912") &&
         gives(OXB_XXH3_128, options, length, "8a3c1b87ceb230ee48ff56f569e39912");
}

static bool takes_none(void) {
  return gives(OXB_SHA256, NULL, 0, ABC);
}

static bool gives_numbers(void) {
  uint32_t narrow = 0;
  uint64_t wide = 0, other = 0;
  uint8_t digest[OXB_XXH3_128_LENGTH];
  const uint8_t *abc = (const uint8_t *)"abc";
  return oxb_xxh32(abc, 3, 7, &narrow) == OXB_OK && narrow == 0x57cfd434 && oxb_xxh64(abc, 3, 7, &wide) == OXB_OK &&
         wide == UINT64_C(0x9e755206156676d7) && oxb_xxh3_64(abc, 3, 7, &other) == OXB_OK &&
         other == UINT64_C(0x48ff56f569e39912) && oxb_xxh3_128(abc, 3, 7, digest, sizeof digest) == OXB_OK &&
         is_digest(digest, "8a3c1b87ceb230ee48ff56f569e39912");
}

/* ---- What is refused. ---- */

/* Whether each function that takes options refuses these so. */
static bool refused(uint32_t algorithm, const uint8_t *options, size_t length, int32_t status, const char *argument) {
  static const uint32_t OFFSETS[] = {0, 0};
  return failed_so(oxb_hash_with(algorithm, options, length, NULL, 0, memory, 32), status, argument) &&
         text_failed_so(oxb_hash_text_with(algorithm, options, length, OXB_HEX, NULL, 0, (void *)memory), memory,
                        status, argument) &&
         failed_so(oxb_hasher_new(algorithm, options, length, (void *)memory), status, argument) &&
         failed_so(oxb_bulk_hash_with(algorithm, options, length, NULL, 0, OFFSETS, 2, 0, memory, 32), status,
                   argument) &&
         text_failed_so(oxb_bulk_hash_text_with(algorithm, options, length, OXB_HEX, NULL, 0, OFFSETS, 2, 0,
                                                (void *)memory),
                        memory, status, argument);
}

static bool refuses_what_an_algorithm_does_not_take(void) {
  uint8_t options[ROOM] = {0};
  uint8_t key[33] = {0};
  size_t seed = oxb_put_number(options, OXB_OPTION_SEED, UINT64_C(1) << 32);
  bool ok = refused(OXB_SHA256, options, seed, OXB_ERR_INVALID_ARG_VALUE, "options.seed") &&
            refused(OXB_XXH32, options, seed, OXB_ERR_OUT_OF_RANGE, "options.seed");
  size_t length = oxb_put_option(options, OXB_OPTION_KEY, key, 33);
  ok = ok && refused(OXB_BLAKE3, options, length, OXB_ERR_OUT_OF_RANGE, "options.key") &&
       refused(OXB_BLAKE2S256, options, length, OXB_ERR_OUT_OF_RANGE, "options.key");
  length = oxb_put_option(options, OXB_OPTION_KEY, key, 32);
  length += oxb_put_option(options + length, OXB_OPTION_CONTEXT, "c", 1);
  ok = ok && refused(OXB_BLAKE3, options, length, OXB_ERR_INVALID_ARG_VALUE, "options.context");
  length = oxb_put_number(options, OXB_OPTION_OUTPUT_LENGTH, UINT64_MAX);
  ok = ok && refused(OXB_SHAKE256, options, length, OXB_ERR_OUT_OF_RANGE, "options.outputLength");
  length = oxb_put_option(options, OXB_OPTION_SALT, NULL, 0);
  ok = ok && refused(OXB_BLAKE2B256, options, length, OXB_ERR_OUT_OF_RANGE, "options.salt");
  return ok && refused(1000, NULL, 0, OXB_ERR_INVALID_ARG_VALUE, "algorithm");
}

static bool refuses_what_are_no_options(void) {
  uint8_t options[ROOM] = {0};
  size_t length = oxb_put_number(options, OXB_OPTION_SEED, 7);
  bool ok = true;
  for (size_t cut = 1; cut < length; cut++) {
    ok = ok && refused(OXB_XXH64, options, cut, OXB_ERR_INVALID_ARG_VALUE, "options");
  }
  options[0] = 0;
  ok = ok && refused(OXB_XXH64, options, length, OXB_ERR_INVALID_ARG_VALUE, "options");
  options[0] = 7;
  ok = ok && refused(OXB_XXH64, options, length, OXB_ERR_INVALID_ARG_VALUE, "options");
  length = oxb_put_option(options, OXB_OPTION_SEED, "1234", 4);
  ok = ok && refused(OXB_XXH64, options, length, OXB_ERR_INVALID_ARG_VALUE, "options");
  length = oxb_put_option(options, OXB_OPTION_CONTEXT, "\xff", 1);
  ok = ok && refused(OXB_BLAKE3, options, length, OXB_ERR_INVALID_ARG_VALUE, "options");
  options[1] = options[2] = options[3] = options[4] = 0xff; /* a length that no memory has */
  return ok && refused(OXB_BLAKE3, options, length, OXB_ERR_INVALID_ARG_VALUE, "options") &&
         refused(OXB_BLAKE3, NULL, 1, OXB_ERR_INVALID_ARG_VALUE, "options");
}

static bool refuses_bad_memory(void) {
  uint8_t options[ROOM];
  size_t length = oxb_put_number(options, OXB_OPTION_SEED, 7);
  return failed_so(oxb_hash_with(OXB_XXH64, options, length, NULL, 0, memory, 7), OXB_ERR_OUT_OF_RANGE, "out") &&
         failed_so(oxb_hash_with(OXB_XXH64, options, length, NULL, 1, memory, 8), OXB_ERR_INVALID_ARG_VALUE, "data") &&
         failed_so(oxb_hash_with(OXB_XXH64, memory, length, NULL, 0, memory, 8), OXB_ERR_INVALID_ARG_VALUE, "") &&
         failed_so(oxb_hash_with(OXB_XXH64, options, SIZE_MAX, NULL, 0, memory, 8), OXB_ERR_OUT_OF_RANGE, "options") &&
         failed_so(oxb_xxh32(NULL, 1, 0, (void *)memory), OXB_ERR_INVALID_ARG_VALUE, "data") &&
         failed_so(oxb_xxh32(NULL, 0, 0, NULL), OXB_ERR_INVALID_ARG_VALUE, "result") &&
         failed_so(oxb_xxh64(NULL, 0, 0, (void *)(memory + 1)), OXB_ERR_INVALID_ARG_VALUE, "result") &&
         failed_so(oxb_xxh3_64(NULL, SIZE_MAX, 0, (void *)memory), OXB_ERR_INVALID_ARG_VALUE, "data") &&
         failed_so(oxb_xxh3_128(NULL, 0, 0, memory, 15), OXB_ERR_OUT_OF_RANGE, "out");
}

static const struct {
  const char *name;
  bool (*holds)(void);
} ROWS[] = {
    {"a length", takes_a_length},
    {"a key", takes_a_key},
    {"a context", takes_a_context},
    {"all of BLAKE2's", takes_all_of_blake2},
    {"a seed", takes_a_seed},
    {"none", takes_none},
    {"xxHash as a number", gives_numbers},
    {"what an algorithm does not take is refused", refuses_what_an_algorithm_does_not_take},
    {"what are no options is refused", refuses_what_are_no_options},
    {"bad memory is refused", refuses_bad_memory},
};

void check_options(void) {
  for (size_t i = 0; i < COUNT(ROWS); i++) {
    prepare();
    record("options", ROWS[i].name, ROWS[i].holds());
  }
}
