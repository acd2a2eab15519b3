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

/* Digest algorithms, and the lengths of their digests in bytes. */
enum {
  OXB_SHA256 = 0,
  OXB_SHA256_LENGTH = 32,
};

/* How a digest becomes text (RFC 4648). */
enum {
  OXB_HEX = 0,
  OXB_BASE64 = 1,
  OXB_BASE64URL = 2,
};

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

/* A hasher, which takes bytes in pieces. */
int32_t oxb_hasher_new(uint32_t algorithm, uint64_t *result);

/* Gives a hasher more bytes. */
int32_t oxb_hasher_update(uint64_t hasher, const uint8_t *data, size_t data_length);

/* Digest of all bytes so far into `out`, which has exactly the digest's length; more may follow. */
int32_t oxb_hasher_digest(uint64_t hasher, uint8_t *out, size_t out_length);

/* The same digest as text. */
int32_t oxb_hasher_digest_text(uint64_t hasher, uint32_t encoding, oxb_text *result);

/* Another hasher that has seen the same bytes. */
int32_t oxb_hasher_clone(uint64_t hasher, uint64_t *result);

/* Lets a hasher forget all bytes. */
int32_t oxb_hasher_reset(uint64_t hasher);

/* Digests of the messages `bytes[offsets[i] .. offsets[i + 1]]` into `out`, without gaps.
   `unit` says what the offsets count: 0 bytes, 1 UTF-16 code units of the UTF-8 text in `bytes`. */
int32_t oxb_bulk_hash(uint32_t algorithm, const uint8_t *bytes, size_t bytes_length, const uint32_t *offsets, size_t offsets_length, uint32_t unit, uint8_t *out, size_t out_length);

/* The same digests as text, without gaps. */
int32_t oxb_bulk_hash_text(uint32_t algorithm, uint32_t encoding, const uint8_t *bytes, size_t bytes_length, const uint32_t *offsets, size_t offsets_length, uint32_t unit, oxb_text *result);

/* Inverts every byte of `pixels` in place. */
int32_t oxb_invert_colors(uint8_t *pixels, size_t pixels_length);

#ifdef __cplusplus
}
#endif

#endif
