/* The edges of the family hash: one table of calls for each function.

   `out`, where it is not NULL, lies in the memory that is filled before each call.
   The last column is the digest of a call that succeeds, or the argument at fault. */
#include "check.h"

/* ---- oxb_hash ---- */

static const struct {
  const char *name;
  uint32_t algorithm;
  const void *data;
  size_t data_length;
  uint8_t *out;
  size_t out_length;
  int32_t status;
  const char *argument_or_digest;
} HASH[] = {
    {"digests data", OXB_SHA256, "abc", 3, memory, 32, OXB_OK, ABC},
    {"takes NULL for no data", OXB_SHA256, NULL, 0, memory, 32, OXB_OK, NOTHING},
    {"does not read data of length 0", OXB_SHA256, memory, 0, memory, 32, OXB_OK, NOTHING},
    {"takes memory that only touches out", OXB_SHA256, memory + 32, 0, memory, 32, OXB_OK, NOTHING},
    {"refuses an unknown algorithm", 1000, "abc", 3, memory, 32, OXB_ERR_INVALID_ARG_VALUE, "algorithm"},
    {"refuses the largest algorithm", UINT32_MAX, "abc", 3, memory, 32, OXB_ERR_INVALID_ARG_VALUE, "algorithm"},
    {"refuses NULL with a length", OXB_SHA256, NULL, 3, memory, 32, OXB_ERR_INVALID_ARG_VALUE, "data"},
    {"refuses NULL with an impossible length", OXB_SHA256, NULL, SIZE_MAX, memory, 32, OXB_ERR_INVALID_ARG_VALUE,
     "data"},
    {"refuses the largest length", OXB_SHA256, "abc", SIZE_MAX, memory, 32, OXB_ERR_OUT_OF_RANGE, "data"},
    {"refuses an impossible length", OXB_SHA256, "abc", TOO_MANY_BYTES, memory, 32, OXB_ERR_OUT_OF_RANGE, "data"},
    {"refuses NULL for out", OXB_SHA256, "abc", 3, NULL, 32, OXB_ERR_INVALID_ARG_VALUE, "out"},
    {"refuses an out of no bytes", OXB_SHA256, "abc", 3, NULL, 0, OXB_ERR_OUT_OF_RANGE, "out"},
    {"refuses an out that is too short", OXB_SHA256, "abc", 3, memory, 31, OXB_ERR_OUT_OF_RANGE, "out"},
    {"refuses an out that is too long", OXB_SHA256, "abc", 3, memory, 33, OXB_ERR_OUT_OF_RANGE, "out"},
    {"refuses the largest out", OXB_SHA256, "abc", 3, memory, SIZE_MAX, OXB_ERR_OUT_OF_RANGE, "out"},
    {"refuses an impossible out", OXB_SHA256, "abc", 3, memory, TOO_MANY_BYTES, OXB_ERR_OUT_OF_RANGE, "out"},
    {"refuses out in the place of data", OXB_SHA256, memory, 32, memory, 32, OXB_ERR_INVALID_ARG_VALUE, ""},
    {"refuses out that ends in data", OXB_SHA256, memory + 31, 32, memory, 32, OXB_ERR_INVALID_ARG_VALUE, ""},
    {"refuses out that begins in data", OXB_SHA256, memory, 33, memory + 32, 32, OXB_ERR_INVALID_ARG_VALUE, ""},
    {"refuses out inside of data", OXB_SHA256, memory, 96, memory + 32, 32, OXB_ERR_INVALID_ARG_VALUE, ""},
    {"refuses data inside of out", OXB_SHA256, memory + 8, 8, memory, 32, OXB_ERR_INVALID_ARG_VALUE, ""},
};

static void check_hash(void) {
  for (size_t i = 0; i < COUNT(HASH); i++) {
    prepare();
    int32_t status = oxb_hash(HASH[i].algorithm, HASH[i].data, HASH[i].data_length, HASH[i].out, HASH[i].out_length);
    bool ok = HASH[i].status == OXB_OK
                  ? status == OXB_OK && is_digest(HASH[i].out, HASH[i].argument_or_digest)
                  : failed_so(status, HASH[i].status, HASH[i].argument_or_digest);
    record("oxb_hash", HASH[i].name, ok);
  }
}

/* ---- oxb_hash_text ---- */

static const struct {
  const char *name;
  uint32_t algorithm;
  uint32_t encoding;
  const void *data;
  size_t data_length;
  void *result;
  int32_t status;
  const char *argument_or_text;
} HASH_TEXT[] = {
    {"writes hex", OXB_SHA256, OXB_HEX, "abc", 3, memory, OXB_OK, ABC},
    {"writes base64 with padding", OXB_SHA256, OXB_BASE64, "abc", 3, memory, OXB_OK,
     "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="},
    {"writes base64url without padding", OXB_SHA256, OXB_BASE64URL, "abc", 3, memory, OXB_OK,
     "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"},
    {"takes NULL for no data", OXB_SHA256, OXB_HEX, NULL, 0, memory, OXB_OK, NOTHING},
    {"refuses an unknown algorithm", 1000, OXB_HEX, "abc", 3, memory, OXB_ERR_INVALID_ARG_VALUE, "algorithm"},
    {"refuses an unknown encoding", OXB_SHA256, 3, "abc", 3, memory, OXB_ERR_INVALID_ARG_VALUE, "encoding"},
    {"refuses the largest encoding", OXB_SHA256, UINT32_MAX, "abc", 3, memory, OXB_ERR_INVALID_ARG_VALUE, "encoding"},
    {"refuses NULL with a length", OXB_SHA256, OXB_HEX, NULL, 1, memory, OXB_ERR_INVALID_ARG_VALUE, "data"},
    {"refuses the largest length", OXB_SHA256, OXB_HEX, "abc", SIZE_MAX, memory, OXB_ERR_OUT_OF_RANGE, "data"},
    {"refuses NULL for the result", OXB_SHA256, OXB_HEX, "abc", 3, NULL, OXB_ERR_INVALID_ARG_VALUE, "result"},
    {"refuses a result that is not aligned", OXB_SHA256, OXB_HEX, "abc", 3, memory + 1, OXB_ERR_INVALID_ARG_VALUE,
     "result"},
    {"refuses a result in the place of data", OXB_SHA256, OXB_HEX, memory, 32, memory, OXB_ERR_INVALID_ARG_VALUE, ""},
    {"refuses a result inside of data", OXB_SHA256, OXB_HEX, memory, 64, memory + 16, OXB_ERR_INVALID_ARG_VALUE, ""},
};

static void check_hash_text(void) {
  for (size_t i = 0; i < COUNT(HASH_TEXT); i++) {
    prepare();
    const char *expected = HASH_TEXT[i].argument_or_text;
    void *result = HASH_TEXT[i].result;
    int32_t status = oxb_hash_text(HASH_TEXT[i].algorithm, HASH_TEXT[i].encoding, HASH_TEXT[i].data,
                                   HASH_TEXT[i].data_length, result);
    record("oxb_hash_text", HASH_TEXT[i].name,
           HASH_TEXT[i].status == OXB_OK ? text_is(status, expected)
                                         : text_failed_so(status, result, HASH_TEXT[i].status, expected));
  }
}

/* ---- oxb_bulk_hash and oxb_bulk_hash_text ---- */

static const uint32_t ZERO[] = {0};
static const uint32_t WORDS[] = {0, 3, 6};
static const uint32_t LATER[] = {3, 6};
static const uint32_t EMPTY_ITEMS[] = {0, 0, 0};
static const uint32_t FALLING[] = {3, 0};
static const uint32_t FALLING_LATER[] = {0, 6, 3};
static const uint32_t BEHIND[] = {0, 3, 7};
static const uint32_t FAR_BEHIND[] = {0, UINT32_MAX};
static const uint32_t ACUTE_SMILE[] = {0, 1, 3};
static const uint32_t HALF_SMILE[] = {0, 1, 2};
static const uint32_t BEHIND_SMILE[] = {0, 1, 4};
static const uint32_t FIRST_UNIT[] = {0, 1};

/* "é" and "😀": one UTF-16 unit and two bytes, two units and four bytes. */
#define ACUTE_SMILE_UTF8 "\xc3\xa9\xf0\x9f\x98\x80"

/* Which of the two functions a row is for; only one of them writes to out. */
enum { BOTH, BYTES_ONLY };

static const struct {
  const char *name;
  int functions;
  uint32_t algorithm;
  const void *bytes;
  size_t bytes_length;
  const void *offsets;
  size_t offsets_length;
  uint32_t unit;
  uint8_t *out;
  size_t out_length;
  int32_t status;
  const char *argument_or_digests;
} BULK[] = {
    {"digests each message", BOTH, OXB_SHA256, "onetwo", 6, WORDS, 3, 0, memory, 64, OXB_OK, ONE TWO},
    {"takes a first offset that is not 0", BOTH, OXB_SHA256, "onetwo", 6, LATER, 2, 0, memory, 32, OXB_OK, TWO},
    {"takes bytes behind the last offset", BOTH, OXB_SHA256, "one...", 6, WORDS, 2, 0, memory, 32, OXB_OK, ONE},
    {"takes messages without bytes, and NULL for them", BOTH, OXB_SHA256, NULL, 0, EMPTY_ITEMS, 3, 0, memory, 64,
     OXB_OK, NOTHING NOTHING},
    {"takes no messages, and NULL for out", BOTH, OXB_SHA256, NULL, 0, ZERO, 1, 0, NULL, 0, OXB_OK, ""},
    {"takes the offsets as bytes", BOTH, OXB_SHA256, ZERO, sizeof ZERO, ZERO, 1, 0, NULL, 0, OXB_OK, ""},
    {"counts UTF-16 code units with unit 1", BOTH, OXB_SHA256, ACUTE_SMILE_UTF8, 6, ACUTE_SMILE, 3, 1, memory, 64,
     OXB_OK, ACUTE SMILE},
    {"takes no messages with unit 1", BOTH, OXB_SHA256, NULL, 0, ZERO, 1, 1, NULL, 0, OXB_OK, ""},

    {"refuses an unknown algorithm", BOTH, 1000, "onetwo", 6, WORDS, 3, 0, memory, 64, OXB_ERR_INVALID_ARG_VALUE,
     "algorithm"},
    {"refuses an unknown unit", BOTH, OXB_SHA256, "onetwo", 6, WORDS, 3, 2, memory, 64, OXB_ERR_INVALID_ARG_VALUE,
     "unit"},
    {"refuses the largest unit", BOTH, OXB_SHA256, "onetwo", 6, WORDS, 3, UINT32_MAX, memory, 64,
     OXB_ERR_INVALID_ARG_VALUE, "unit"},
    {"refuses NULL bytes with a length", BOTH, OXB_SHA256, NULL, 6, WORDS, 3, 0, memory, 64,
     OXB_ERR_INVALID_ARG_VALUE, "bytes"},
    {"refuses the largest length of bytes", BOTH, OXB_SHA256, "onetwo", SIZE_MAX, WORDS, 3, 0, memory, 64,
     OXB_ERR_OUT_OF_RANGE, "bytes"},
    {"refuses an impossible length of bytes", BOTH, OXB_SHA256, "onetwo", TOO_MANY_BYTES, WORDS, 3, 0, memory, 64,
     OXB_ERR_OUT_OF_RANGE, "bytes"},

    {"refuses no offsets", BOTH, OXB_SHA256, "onetwo", 6, NULL, 0, 0, NULL, 0, OXB_ERR_OUT_OF_RANGE, "offsets"},
    {"refuses no offsets with unit 1", BOTH, OXB_SHA256, "onetwo", 6, NULL, 0, 1, NULL, 0, OXB_ERR_OUT_OF_RANGE,
     "offsets"},
    {"refuses NULL offsets with a length", BOTH, OXB_SHA256, "onetwo", 6, NULL, 3, 0, memory, 64,
     OXB_ERR_INVALID_ARG_VALUE, "offsets"},
    {"refuses offsets that are not aligned", BOTH, OXB_SHA256, "onetwo", 6, memory + 129, 3, 0, memory, 64,
     OXB_ERR_INVALID_ARG_VALUE, "offsets"},
    {"refuses the largest number of offsets", BOTH, OXB_SHA256, "onetwo", 6, WORDS, SIZE_MAX, 0, memory, 64,
     OXB_ERR_OUT_OF_RANGE, "offsets"},
    {"refuses half the largest number of offsets", BOTH, OXB_SHA256, "onetwo", 6, WORDS, SIZE_MAX / 2, 0, memory, 64,
     OXB_ERR_OUT_OF_RANGE, "offsets"},
    {"refuses offsets whose size wraps to 0", BOTH, OXB_SHA256, "onetwo", 6, WORDS, SIZE_MAX / 4 + 1, 0, memory, 64,
     OXB_ERR_OUT_OF_RANGE, "offsets"},
    {"refuses offsets of half the address space", BOTH, OXB_SHA256, "onetwo", 6, WORDS, SIZE_MAX / 8 + 1, 0, memory,
     64, OXB_ERR_OUT_OF_RANGE, "offsets"},
    {"refuses falling offsets", BOTH, OXB_SHA256, "onetwo", 6, FALLING, 2, 0, memory, 32, OXB_ERR_OUT_OF_RANGE,
     "offsets"},
    {"refuses offsets that fall at the end", BOTH, OXB_SHA256, "onetwo", 6, FALLING_LATER, 3, 0, memory, 64,
     OXB_ERR_OUT_OF_RANGE, "offsets"},
    {"refuses falling offsets with unit 1", BOTH, OXB_SHA256, "onetwo", 6, FALLING_LATER, 3, 1, memory, 64,
     OXB_ERR_OUT_OF_RANGE, "offsets"},
    {"refuses offsets behind the bytes", BOTH, OXB_SHA256, "onetwo", 6, BEHIND, 3, 0, memory, 64,
     OXB_ERR_OUT_OF_RANGE, "offsets"},
    {"refuses the largest offset", BOTH, OXB_SHA256, "onetwo", 6, FAR_BEHIND, 2, 0, memory, 32, OXB_ERR_OUT_OF_RANGE,
     "offsets"},
    {"refuses the largest offset with unit 1", BOTH, OXB_SHA256, "onetwo", 6, FAR_BEHIND, 2, 1, memory, 32,
     OXB_ERR_OUT_OF_RANGE, "offsets"},
    {"refuses offsets behind the text", BOTH, OXB_SHA256, ACUTE_SMILE_UTF8, 6, BEHIND_SMILE, 3, 1, memory, 64,
     OXB_ERR_OUT_OF_RANGE, "offsets"},
    {"refuses offsets inside of a character", BOTH, OXB_SHA256, ACUTE_SMILE_UTF8, 6, HALF_SMILE, 3, 1, memory, 64,
     OXB_ERR_OUT_OF_RANGE, "offsets"},
    {"refuses text that ends inside of a character", BOTH, OXB_SHA256, "\xc3", 1, FIRST_UNIT, 2, 1, memory, 32,
     OXB_ERR_OUT_OF_RANGE, "offsets"},

    {"refuses NULL for out", BYTES_ONLY, OXB_SHA256, "onetwo", 6, WORDS, 3, 0, NULL, 64, OXB_ERR_INVALID_ARG_VALUE,
     "out"},
    {"refuses an out that is too short", BYTES_ONLY, OXB_SHA256, "onetwo", 6, WORDS, 3, 0, memory, 63,
     OXB_ERR_OUT_OF_RANGE, "out"},
    {"refuses an out that is too long", BYTES_ONLY, OXB_SHA256, "onetwo", 6, WORDS, 3, 0, memory, 65,
     OXB_ERR_OUT_OF_RANGE, "out"},
    {"refuses an out for no messages", BYTES_ONLY, OXB_SHA256, "onetwo", 6, ZERO, 1, 0, memory, 1,
     OXB_ERR_OUT_OF_RANGE, "out"},
    {"refuses the largest out", BYTES_ONLY, OXB_SHA256, "onetwo", 6, WORDS, 3, 0, memory, SIZE_MAX,
     OXB_ERR_OUT_OF_RANGE, "out"},
    {"refuses out that shares memory with the bytes", BYTES_ONLY, OXB_SHA256, memory, 6, WORDS, 3, 0, memory, 64,
     OXB_ERR_INVALID_ARG_VALUE, ""},
    {"refuses out that shares memory with the offsets", BYTES_ONLY, OXB_SHA256, "onetwo", 6, memory + 60, 3, 0, memory,
     64, OXB_ERR_INVALID_ARG_VALUE, ""},
};

static void check_bulk_hash(void) {
  for (size_t i = 0; i < COUNT(BULK); i++) {
    prepare();
    int32_t status = oxb_bulk_hash(BULK[i].algorithm, BULK[i].bytes, BULK[i].bytes_length, BULK[i].offsets,
                                   BULK[i].offsets_length, BULK[i].unit, BULK[i].out, BULK[i].out_length);
    bool ok = BULK[i].status == OXB_OK
                  ? status == OXB_OK && is_digest(BULK[i].out, BULK[i].argument_or_digests)
                  : failed_so(status, BULK[i].status, BULK[i].argument_or_digests);
    record("oxb_bulk_hash", BULK[i].name, ok);
  }
}

static void check_bulk_hash_text(void) {
  for (size_t i = 0; i < COUNT(BULK); i++) {
    if (BULK[i].functions == BYTES_ONLY) {
      continue;
    }
    prepare();
    const char *expected = BULK[i].argument_or_digests;
    int32_t status = oxb_bulk_hash_text(BULK[i].algorithm, OXB_HEX, BULK[i].bytes, BULK[i].bytes_length,
                                        BULK[i].offsets, BULK[i].offsets_length, BULK[i].unit, (void *)memory);
    record("oxb_bulk_hash_text", BULK[i].name,
           BULK[i].status == OXB_OK ? text_is(status, expected)
                                    : text_failed_so(status, memory, BULK[i].status, expected));
  }
}

/* ---- oxb_checksum_32, oxb_checksum_64 and oxb_checksum_combine ---- */

/* The check values of the RevEng catalogue, and the checks of "1234" and "56789" bit by bit. */
#define CHECK_32 0xcbf43926U
#define CHECK_32_OF_1234 0x9be3e0a3U
#define CHECK_32_OF_56789 0x131da070U
#define CHECK_64 0xae8b14860a799888U
#define CHECK_64_OF_1234 0x29f5dbe7e2ff71d4U

static bool checksums_of_32_bits(void) {
  uint32_t whole = 0, rest = 0;
  return oxb_checksum_32(OXB_CRC32, (const uint8_t *)"123456789", 9, 0, &whole) == OXB_OK && whole == CHECK_32 &&
         oxb_checksum_32(OXB_CRC32, (const uint8_t *)"56789", 5, CHECK_32_OF_1234, &rest) == OXB_OK &&
         rest == CHECK_32 && oxb_checksum_32(OXB_CRC32, NULL, 0, CHECK_32, &rest) == OXB_OK && rest == CHECK_32;
}

static bool checksums_of_64_bits(void) {
  uint64_t whole = 0, rest = 0;
  return oxb_checksum_64(OXB_CRC64_NVME, (const uint8_t *)"123456789", 9, 0, &whole) == OXB_OK && whole == CHECK_64 &&
         oxb_checksum_64(OXB_CRC64_NVME, (const uint8_t *)"56789", 5, CHECK_64_OF_1234, &rest) == OXB_OK &&
         rest == CHECK_64;
}

static bool combines_checksums(void) {
  uint64_t whole = 0;
  return oxb_checksum_combine(OXB_CRC32, CHECK_32_OF_1234, CHECK_32_OF_56789, 5, &whole) == OXB_OK &&
         whole == CHECK_32 && oxb_checksum_combine(OXB_CRC32, CHECK_32, 0, 0, &whole) == OXB_OK && whole == CHECK_32;
}

static bool refuses_what_is_no_checksum(void) {
  prepare();
  uint32_t narrow;
  uint64_t wide;
  return failed_so(oxb_checksum_32(OXB_SHA256, NULL, 0, 0, &narrow), OXB_ERR_INVALID_ARG_VALUE, "algorithm") &&
         failed_so(oxb_checksum_32(OXB_CRC64_XZ, NULL, 0, 0, &narrow), OXB_ERR_INVALID_ARG_VALUE, "algorithm") &&
         failed_so(oxb_checksum_32(1000, NULL, 0, 0, &narrow), OXB_ERR_INVALID_ARG_VALUE, "algorithm") &&
         failed_so(oxb_checksum_32(OXB_CRC32, NULL, 1, 0, &narrow), OXB_ERR_INVALID_ARG_VALUE, "data") &&
         failed_so(oxb_checksum_32(OXB_CRC32, NULL, 0, 0, NULL), OXB_ERR_INVALID_ARG_VALUE, "result") &&
         failed_so(oxb_checksum_64(OXB_SHA256, NULL, 0, 0, &wide), OXB_ERR_INVALID_ARG_VALUE, "algorithm") &&
         failed_so(oxb_checksum_64(OXB_CRC32, NULL, 0, UINT64_MAX, &wide), OXB_ERR_OUT_OF_RANGE, "value") &&
         failed_so(oxb_checksum_64(OXB_CRC64_XZ, NULL, SIZE_MAX, 0, &wide), OXB_ERR_INVALID_ARG_VALUE, "data") &&
         failed_so(oxb_checksum_64(OXB_CRC64_XZ, NULL, 0, 0, (void *)(memory + 1)), OXB_ERR_INVALID_ARG_VALUE,
                   "result") &&
         failed_so(oxb_checksum_combine(OXB_XXH32, 0, 0, 0, &wide), OXB_ERR_INVALID_ARG_VALUE, "algorithm") &&
         failed_so(oxb_checksum_combine(OXB_CRC32C, UINT64_MAX, 0, 0, &wide), OXB_ERR_OUT_OF_RANGE, "first") &&
         failed_so(oxb_checksum_combine(OXB_ADLER32, 0, UINT64_MAX, 0, &wide), OXB_ERR_OUT_OF_RANGE, "second") &&
         failed_so(oxb_checksum_combine(OXB_CRC32, 0, 0, 0, NULL), OXB_ERR_INVALID_ARG_VALUE, "result");
}

static void check_checksums(void) {
  record("oxb_checksum_32", "goes on from a value", checksums_of_32_bits());
  record("oxb_checksum_64", "goes on from a value", checksums_of_64_bits());
  record("oxb_checksum_combine", "puts two parts together", combines_checksums());
  record("oxb_checksum_combine", "and its kin refuse what is no checksum", refuses_what_is_no_checksum());
}

void check_hash_family(void) {
  check_hash();
  check_hash_text();
  check_bulk_hash();
  check_bulk_hash_text();
  check_checksums();
}
