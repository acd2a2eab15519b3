/* Oxbridge for C. Printed from the interface table; do not edit.

   Every function returns a status: OXB_OK, or an OXB_ERR_ constant.
   A result is written through the last pointer, and only on success.
   A pointer with length 0 may be NULL; lengths count elements.
   Memory that a function writes to must not overlap its other arguments; where it does, the function fails.
   Every function may be called from any thread at any time, on memory that no other thread uses meanwhile.
   A handle names state in the library, such as a hasher, and is never 0. It belongs to the thread that made it: on any
   other it is OXB_ERR_DISPOSED, as it is after oxb_release, and what a thread has not released ends with it.
   Nothing unwinds into C: a bug in the library is OXB_ERR_INTERNAL. */
#ifndef OXBRIDGE_H
#define OXBRIDGE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the calling convention that this header describes; compare it with oxb_abi_version(). */
#define OXB_ABI_VERSION 1

/* What a function returns: 0, or why it failed. */
enum {
  OXB_OK = 0,
  /* An argument has the wrong type. */
  OXB_ERR_INVALID_ARG_TYPE = 1,
  /* An argument has the right type, but not a value that the function knows. */
  OXB_ERR_INVALID_ARG_VALUE = 2,
  /* A number is not in the range that the function takes, or is not an integer where one is needed. */
  OXB_ERR_OUT_OF_RANGE = 3,
  /* Oxbridge itself is at fault; the process and later calls are not affected. */
  OXB_ERR_INTERNAL = 4,
  /* No backend that the program allows could be loaded. */
  OXB_ERR_BACKEND_UNAVAILABLE = 5,
  /* What is used was freed, or went with the thread or the instance that it belonged to. */
  OXB_ERR_DISPOSED = 6,
  /* What is used is in use by another call, or was used up. */
  OXB_ERR_INVALID_STATE = 7,
  /* A method was called on something else than an object of its class. */
  OXB_ERR_INVALID_THIS = 8,
  /* The runtime lacks what the function needs. */
  OXB_ERR_FEATURE_UNAVAILABLE_ON_PLATFORM = 9,
  /* A worker ended before its work did. */
  OXB_ERR_WORKER_EXITED = 10,
};

/* Algorithms, and the lengths of their digests in bytes. */
enum {
  OXB_SHA256 = 0,
  OXB_SHA256_LENGTH = 32,
  OXB_MD5 = 1,
  OXB_MD5_LENGTH = 16,
  OXB_SHA1 = 2,
  OXB_SHA1_LENGTH = 20,
  OXB_SHA224 = 3,
  OXB_SHA224_LENGTH = 28,
  OXB_SHA384 = 4,
  OXB_SHA384_LENGTH = 48,
  OXB_SHA512 = 5,
  OXB_SHA512_LENGTH = 64,
  OXB_SHA512_224 = 6,
  OXB_SHA512_224_LENGTH = 28,
  OXB_SHA512_256 = 7,
  OXB_SHA512_256_LENGTH = 32,
  OXB_SHA3_224 = 8,
  OXB_SHA3_224_LENGTH = 28,
  OXB_SHA3_256 = 9,
  OXB_SHA3_256_LENGTH = 32,
  OXB_SHA3_384 = 10,
  OXB_SHA3_384_LENGTH = 48,
  OXB_SHA3_512 = 11,
  OXB_SHA3_512_LENGTH = 64,
  OXB_KECCAK256 = 12,
  OXB_KECCAK256_LENGTH = 32,
  OXB_RIPEMD160 = 13,
  OXB_RIPEMD160_LENGTH = 20,
  OXB_BLAKE2B512 = 14,
  OXB_BLAKE2B512_LENGTH = 64,
  OXB_BLAKE2B256 = 15,
  OXB_BLAKE2B256_LENGTH = 32,
  OXB_BLAKE2S256 = 16,
  OXB_BLAKE2S256_LENGTH = 32,
  OXB_BLAKE3 = 17,
  OXB_BLAKE3_LENGTH = 32,
  OXB_CRC32 = 18,
  OXB_CRC32_LENGTH = 4,
  OXB_CRC32C = 19,
  OXB_CRC32C_LENGTH = 4,
  OXB_CRC64_NVME = 20,
  OXB_CRC64_NVME_LENGTH = 8,
  OXB_CRC64_XZ = 21,
  OXB_CRC64_XZ_LENGTH = 8,
  OXB_ADLER32 = 22,
  OXB_ADLER32_LENGTH = 4,
  OXB_XXH32 = 23,
  OXB_XXH32_LENGTH = 4,
  OXB_XXH64 = 24,
  OXB_XXH64_LENGTH = 8,
  OXB_XXH3_64 = 25,
  OXB_XXH3_64_LENGTH = 8,
  OXB_XXH3_128 = 26,
  OXB_XXH3_128_LENGTH = 16,
  OXB_SHAKE128 = 27,
  OXB_SHAKE128_LENGTH = 32,
  OXB_SHAKE256 = 28,
  OXB_SHAKE256_LENGTH = 64,
  /* No digest is longer, unless an option asks for it. */
  OXB_LONGEST_DIGEST = 64,
  /* No saved hasher has more bytes. */
  OXB_LONGEST_STATE = 269,
};

/* Expands X for each algorithm with its number, its name, and the length of a digest. */
#define OXB_ALGORITHMS(X) \
  X(OXB_SHA256, "sha256", 32) \
  X(OXB_MD5, "md5", 16) \
  X(OXB_SHA1, "sha1", 20) \
  X(OXB_SHA224, "sha224", 28) \
  X(OXB_SHA384, "sha384", 48) \
  X(OXB_SHA512, "sha512", 64) \
  X(OXB_SHA512_224, "sha512-224", 28) \
  X(OXB_SHA512_256, "sha512-256", 32) \
  X(OXB_SHA3_224, "sha3-224", 28) \
  X(OXB_SHA3_256, "sha3-256", 32) \
  X(OXB_SHA3_384, "sha3-384", 48) \
  X(OXB_SHA3_512, "sha3-512", 64) \
  X(OXB_KECCAK256, "keccak256", 32) \
  X(OXB_RIPEMD160, "ripemd160", 20) \
  X(OXB_BLAKE2B512, "blake2b512", 64) \
  X(OXB_BLAKE2B256, "blake2b256", 32) \
  X(OXB_BLAKE2S256, "blake2s256", 32) \
  X(OXB_BLAKE3, "blake3", 32) \
  X(OXB_CRC32, "crc32", 4) \
  X(OXB_CRC32C, "crc32c", 4) \
  X(OXB_CRC64_NVME, "crc64-nvme", 8) \
  X(OXB_CRC64_XZ, "crc64-xz", 8) \
  X(OXB_ADLER32, "adler32", 4) \
  X(OXB_XXH32, "xxh32", 4) \
  X(OXB_XXH64, "xxh64", 8) \
  X(OXB_XXH3_64, "xxh3-64", 8) \
  X(OXB_XXH3_128, "xxh3-128", 16) \
  X(OXB_SHAKE128, "shake128", 32) \
  X(OXB_SHAKE256, "shake256", 64)

/* How a digest becomes text (RFC 4648). */
enum {
  OXB_HEX = 0,
  OXB_BASE64 = 1,
  OXB_BASE64URL = 2,
};

/* The options of algorithms; see oxb_hash_with. */
enum {
  OXB_OPTION_KEY = 1,
  OXB_OPTION_SEED = 2,
  OXB_OPTION_OUTPUT_LENGTH = 3,
  OXB_OPTION_CONTEXT = 4,
  OXB_OPTION_SALT = 5,
  OXB_OPTION_PERSONAL = 6,
};

/* Writes an option, such as OXB_OPTION_KEY, to `options`, which have room for 5 bytes more than the value; returns how many
   bytes it wrote, behind which the next one may stand. See oxb_hash_with. */
static inline size_t oxb_put_option(uint8_t *options, uint8_t option, const void *value, uint32_t length) {
  options[0] = option;
  for (int i = 0; i < 4; i++) {
    options[1 + i] = (uint8_t)(length >> 8 * i);
  }
  if (length > 0) {
    memcpy(options + 5, value, length);
  }
  return 5 + (size_t)length;
}

/* The same for an option that is a number: OXB_OPTION_SEED or OXB_OPTION_OUTPUT_LENGTH. It takes 13 bytes. */
static inline size_t oxb_put_number(uint8_t *options, uint8_t option, uint64_t number) {
  uint8_t value[8];
  for (int i = 0; i < 8; i++) {
    value[i] = (uint8_t)(number >> 8 * i);
  }
  return oxb_put_option(options, option, value, sizeof value);
}

/* Text that the library allocated: UTF-8, not terminated. Give it back with oxb_free. */
typedef struct oxb_text {
  char *data;
  size_t length;
  size_t capacity;
} oxb_text;

/* The version of the library's calling convention. */
uint32_t oxb_abi_version(void);

/* The interface table as JSON, { abi, version, digest, functions }; lives as long as the library. */
const char *oxb_interface(void);

/* The message of the last failure on this thread; valid until the next failure on it. */
const char *oxb_error_message(void);

/* The argument at fault in the last failure on this thread, or an empty string; valid as the message. */
const char *oxb_error_argument(void);

/* The name of a status, such as "ERR_OUT_OF_RANGE", or an empty string; lives as long as the library. */
const char *oxb_error_name(int32_t status);

/* Gives text back and empties it, so that doing it twice is harmless; NULL is allowed. */
void oxb_free(oxb_text *text);

/* Digest of the table that this build was made from; a loader compares it with its own. */
int32_t oxb_interface_digest(oxb_text *result);

/* How many rows of this build were called so far, this one included; proves which backend answered. */
int32_t oxb_interface_calls(uint64_t *result);

/* Keeps a copy of `data` for an asynchronous call of a bridge, which takes it by its handle in the place of bytes. */
int32_t oxb_keep(const uint8_t *data, size_t data_length, uint64_t *result);

/* Ends a handle of any kind; one that is not released ends with the thread that made it. */
int32_t oxb_release(uint64_t handle);

/* Sum of two doubles. */
int32_t oxb_add(double a, double b, double *result);

/* The n-th Fibonacci number, exactly; n is at most 93. */
int32_t oxb_fibonacci(uint32_t n, uint64_t *result);

/* Digest of `data` into `out`, which has exactly the digest's length. */
int32_t oxb_hash(uint32_t algorithm, const uint8_t *data, size_t data_length, uint8_t *out, size_t out_length);

/* Digest of `data` as text. */
int32_t oxb_hash_text(uint32_t algorithm, uint32_t encoding, const uint8_t *data, size_t data_length, oxb_text *result);

/* Digest of `data` with options into `out`, which has exactly the digest's length. `options` are for each option a
   byte that says which, the length of its value in 4 bytes, and the value: bytes, UTF-8, or a number in 8 bytes;
   numbers from the lowest byte. In C, oxb_put_option and oxb_put_number write them. */
int32_t oxb_hash_with(uint32_t algorithm, const uint8_t *options, size_t options_length, const uint8_t *data, size_t data_length, uint8_t *out, size_t out_length);

/* The same digest as text. */
int32_t oxb_hash_text_with(uint32_t algorithm, const uint8_t *options, size_t options_length, uint32_t encoding, const uint8_t *data, size_t data_length, oxb_text *result);

/* A hasher, which takes bytes in pieces; `options` are as in `hash_with`, or empty. */
int32_t oxb_hasher_new(uint32_t algorithm, const uint8_t *options, size_t options_length, uint64_t *result);

/* Gives a hasher more bytes. */
int32_t oxb_hasher_update(uint64_t hasher, const uint8_t *data, size_t data_length);

/* Digest of all bytes so far into `out`, which has exactly the digest's length; more may follow. */
int32_t oxb_hasher_digest(uint64_t hasher, uint8_t *out, size_t out_length);

/* The same digest as text. */
int32_t oxb_hasher_digest_text(uint64_t hasher, uint32_t encoding, oxb_text *result);

/* Another hasher that has seen the same bytes. */
int32_t oxb_hasher_clone(uint64_t hasher, uint64_t *result);

/* Lets a hasher forget all bytes, but not its options. */
int32_t oxb_hasher_reset(uint64_t hasher);

/* Writes what a hasher knows to the beginning of `out`, and returns how many bytes that are. */
int32_t oxb_hasher_save(uint64_t hasher, uint8_t *out, size_t out_length, uint32_t *result);

/* The number of a hasher's algorithm. */
int32_t oxb_hasher_algorithm(uint64_t hasher, uint32_t *result);

/* The hasher that was saved. */
int32_t oxb_hasher_restore(const uint8_t *bytes, size_t bytes_length, uint64_t *result);

/* Digests of the messages `bytes[offsets[i] .. offsets[i + 1]]` into `out`, without gaps.
   `unit` says what the offsets count: 0 bytes, 1 UTF-16 code units of the UTF-8 text in `bytes`. */
int32_t oxb_bulk_hash(uint32_t algorithm, const uint8_t *bytes, size_t bytes_length, const uint32_t *offsets, size_t offsets_length, uint32_t unit, uint8_t *out, size_t out_length);

/* The same digests as text, without gaps. */
int32_t oxb_bulk_hash_text(uint32_t algorithm, uint32_t encoding, const uint8_t *bytes, size_t bytes_length, const uint32_t *offsets, size_t offsets_length, uint32_t unit, oxb_text *result);

/* The digests with options, which are as in `hash_with`. */
int32_t oxb_bulk_hash_with(uint32_t algorithm, const uint8_t *options, size_t options_length, const uint8_t *bytes, size_t bytes_length, const uint32_t *offsets, size_t offsets_length, uint32_t unit, uint8_t *out, size_t out_length);

/* The same digests as text, without gaps. */
int32_t oxb_bulk_hash_text_with(uint32_t algorithm, const uint8_t *options, size_t options_length, uint32_t encoding, const uint8_t *bytes, size_t bytes_length, const uint32_t *offsets, size_t offsets_length, uint32_t unit, oxb_text *result);

/* Checksum of 32 bits of what has the checksum `value`, with `data` behind it; CRCs begin with 0, Adler-32 with 1. */
int32_t oxb_checksum_32(uint32_t algorithm, const uint8_t *data, size_t data_length, uint32_t value, uint32_t *result);

/* The same of 64 bits. */
int32_t oxb_checksum_64(uint32_t algorithm, const uint8_t *data, size_t data_length, uint64_t value, uint64_t *result);

/* Checksum of a message from that of its first part, and that of the rest, which has `length` bytes. */
int32_t oxb_checksum_combine(uint32_t algorithm, uint64_t first, uint64_t second, uint64_t length, uint64_t *result);

/* XXH32 of `data`. */
int32_t oxb_xxh32(const uint8_t *data, size_t data_length, uint32_t seed, uint32_t *result);

/* XXH64 of `data`. */
int32_t oxb_xxh64(const uint8_t *data, size_t data_length, uint64_t seed, uint64_t *result);

/* XXH3 of 64 bits of `data`. */
int32_t oxb_xxh3_64(const uint8_t *data, size_t data_length, uint64_t seed, uint64_t *result);

/* XXH3 of 128 bits of `data` into `out`, which has 16 bytes, from the highest. */
int32_t oxb_xxh3_128(const uint8_t *data, size_t data_length, uint64_t seed, uint8_t *out, size_t out_length);

/* Inverts every byte of `pixels` in place. */
int32_t oxb_invert_colors(uint8_t *pixels, size_t pixels_length);

#ifdef __cplusplus
}
#endif

#endif
