/* What the checks of edges share: counting them, memory that shows who wrote to it, and comparing answers. */
#ifndef OXBRIDGE_TESTS_CHECK_H
#define OXBRIDGE_TESTS_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "oxbridge.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* SHA-256 of nothing, "abc", "one", "two", "é" and "😀"; made with sha256sum. */
#define NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define ONE "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
#define TWO "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3"
#define ACUTE "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
#define SMILE "f0443a342c5ef54783a111b51ba56c938e474c32324d90c3a60c9c8e3a37e2d9"

/* More bytes than any memory can have; the pointer beside it need not be that long for the library to know. */
#define TOO_MANY_BYTES (SIZE_MAX / 2 + 1)

/* All that the checks let the library write to: aligned for every result, and all FILL before each call. */
extern uint8_t memory[256];
enum { FILL = 0xa5 };

/* Fills the memory, and leaves a failure behind, so that what a check reads of the last failure is its own. */
void prepare(void);

/* Whether nothing was written to the memory. */
bool untouched(void);

/* Whether a call failed with this status and argument, left a message, and wrote nothing. */
bool failed_so(int32_t actual, int32_t status, const char *argument);

/* The same of a call that writes text to `result`; what it wrote by mistake is given back. */
bool text_failed_so(int32_t actual, void *result, int32_t status, const char *argument);

/* Whether a call wrote this text to the start of the memory; gives it back. */
bool text_is(int32_t actual, const char *expected);

/* Whether bytes are those that lower-case hex digits spell. */
bool is_digest(const uint8_t *bytes, const char *hex);

/* Counts a check, and prints it if it failed. */
void record(const char *function, const char *name, bool ok);

/* Prints the count; returns the exit code. */
int finish(void);

/* The rows of the family hash, in edges_hash.c. */
void check_hash_family(void);

/* Algorithms with options, and xxHash, in edges_options.c. */
void check_options(void);

/* Hashers and other handles, in edges_hasher.c. */
void check_handles(void);

#endif
