/* The C consumer: a program that knows Oxbridge only by oxbridge.h.

   It reads one case a line from stdin, calls the library, and prints one result a line:

     id <TAB> function <TAB> argument ...
     id <TAB> ok <TAB> value ...
     id <TAB> err <TAB> code <TAB> argument

   Arguments and values are f:<bits of a double, 16 hex digits>, n:<decimal>, b:<hex digits>, t:<text>;
   hex digits are lower case. A line that does not read so is a message on stderr and exit code 2. */
#define _POSIX_C_SOURCE 200809L

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "oxbridge.h"

/* Stands for every name that the header has no constant for: the library shall refuse it by itself. */
#define UNKNOWN UINT32_MAX

/* What is left of a line; `at` is NULL behind the last field. */
typedef struct {
  char *at;
  char *end;
} reader;

/* A part of the line; it may hold any character but TAB and newline, NUL too. */
typedef struct {
  char *data;
  size_t length;
} field;

/* How reading and answering one line ended. */
typedef enum { ANSWERED, MALFORMED, NO_MEMORY } outcome;

/* ---- Reading ---- */

static bool next_field(reader *line, field *result) {
  if (line->at == NULL) {
    return false;
  }
  char *tab = memchr(line->at, '\t', (size_t)(line->end - line->at));
  result->data = line->at;
  result->length = (size_t)((tab ? tab : line->end) - line->at);
  line->at = tab ? tab + 1 : NULL;
  return true;
}

static bool ended(const reader *line) {
  return line->at == NULL;
}

static bool is_text(field text, const char *expected) {
  return text.length == strlen(expected) && memcmp(text.data, expected, text.length) == 0;
}

/* The next field without its form, such as "f:". */
static bool next_argument(reader *line, char form, field *result) {
  if (!next_field(line, result) || result->length < 2 || result->data[0] != form || result->data[1] != ':') {
    return false;
  }
  result->data += 2;
  result->length -= 2;
  return true;
}

static int hex_digit(char digit) {
  if (digit >= '0' && digit <= '9') {
    return digit - '0';
  }
  return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/* Writes the bytes that `hex` spells to `out`, which may be where the digits are: two digits make one byte. */
static bool decode(field hex, uint8_t *out) {
  if (hex.length % 2 != 0) {
    return false;
  }
  for (size_t i = 0; i < hex.length; i += 2) {
    int high = hex_digit(hex.data[i]), low = hex_digit(hex.data[i + 1]);
    if (high < 0 || low < 0) {
      return false;
    }
    out[i / 2] = (uint8_t)(high << 4 | low);
  }
  return true;
}

static bool next_double(reader *line, double *result) {
  field hex;
  uint8_t bytes[sizeof(uint64_t)];
  if (!next_argument(line, 'f', &hex) || hex.length != 2 * sizeof bytes || !decode(hex, bytes)) {
    return false;
  }
  uint64_t bits = 0;
  for (size_t i = 0; i < sizeof bytes; i++) {
    bits = bits << 8 | bytes[i];
  }
  memcpy(result, &bits, sizeof *result);
  return true;
}

static bool next_number(reader *line, uint32_t *result) {
  field decimal;
  if (!next_argument(line, 'n', &decimal) || decimal.length == 0) {
    return false;
  }
  uint64_t number = 0;
  for (size_t i = 0; i < decimal.length; i++) {
    if (decimal.data[i] < '0' || decimal.data[i] > '9') {
      return false;
    }
    number = number * 10 + (uint64_t)(decimal.data[i] - '0');
    if (number > UINT32_MAX) {
      return false;
    }
  }
  *result = (uint32_t)number;
  return true;
}

/* Bytes take the place of their digits in the line, so that nothing has to be allocated for them. */
static bool next_bytes(reader *line, uint8_t **data, size_t *length) {
  field hex;
  if (!next_argument(line, 'b', &hex)) {
    return false;
  }
  *data = (uint8_t *)hex.data;
  *length = hex.length / 2;
  return decode(hex, *data);
}

/* Every algorithm: its name, its number, and the length of a digest. */
static const struct {
  const char *name;
  uint32_t number;
  size_t length;
} ALGORITHMS[] = {
#define ROW(number, name, length) {name, number, length},
    OXB_ALGORITHMS(ROW)
#undef ROW
};

static bool next_algorithm(reader *line, uint32_t *result) {
  field name;
  if (!next_argument(line, 't', &name)) {
    return false;
  }
  *result = UNKNOWN;
  for (size_t i = 0; i < sizeof ALGORITHMS / sizeof ALGORITHMS[0]; i++) {
    if (is_text(name, ALGORITHMS[i].name)) {
      *result = ALGORITHMS[i].number;
    }
  }
  return true;
}

/* The length of a digest; numbers are places in the list. */
static size_t digest_length(uint32_t algorithm) {
  return algorithm < sizeof ALGORITHMS / sizeof ALGORITHMS[0] ? ALGORITHMS[algorithm].length : OXB_LONGEST_DIGEST;
}

static uint32_t encoding_of(field name) {
  static const struct {
    const char *name;
    uint32_t number;
  } ENCODINGS[] = {{"hex", OXB_HEX}, {"base64", OXB_BASE64}, {"base64url", OXB_BASE64URL}};
  for (size_t i = 0; i < sizeof ENCODINGS / sizeof ENCODINGS[0]; i++) {
    if (is_text(name, ENCODINGS[i].name)) {
      return ENCODINGS[i].number;
    }
  }
  return UNKNOWN;
}

/* ---- Printing ---- */

/* Starts a result; what follows it is up to the caller. */
static void print_start(field id, const char *kind) {
  fwrite(id.data, 1, id.length, stdout);
  printf("\t%s", kind);
}

static void print_bytes(const uint8_t *data, size_t length) {
  static const char DIGITS[] = "0123456789abcdef";
  char buffer[4096];
  size_t used = 0;
  fputs("\tb:", stdout);
  for (size_t i = 0; i < length; i++) {
    if (used == sizeof buffer) {
      fwrite(buffer, 1, used, stdout);
      used = 0;
    }
    buffer[used++] = DIGITS[data[i] >> 4];
    buffer[used++] = DIGITS[data[i] & 15];
  }
  fwrite(buffer, 1, used, stdout);
}

static void print_text(const char *data, size_t length) {
  fputs("\tt:", stdout);
  fwrite(data, 1, length, stdout);
}

static outcome answered(void) {
  putchar('\n');
  return ANSWERED;
}

static outcome failed(field id, int32_t status) {
  print_start(id, "err");
  printf("\t%s\t%s", oxb_error_name(status), oxb_error_argument());
  return answered();
}

/* ---- The functions ---- */

static outcome call_add(field id, reader *line) {
  double a, b, sum;
  if (!next_double(line, &a) || !next_double(line, &b) || !ended(line)) {
    return MALFORMED;
  }
  int32_t status = oxb_add(a, b, &sum);
  if (status != OXB_OK) {
    return failed(id, status);
  }
  uint64_t bits;
  memcpy(&bits, &sum, sizeof bits);
  print_start(id, "ok");
  printf("\tf:%016" PRIx64, bits);
  return answered();
}

static outcome call_fibonacci(field id, reader *line) {
  uint32_t n;
  uint64_t number;
  if (!next_number(line, &n) || !ended(line)) {
    return MALFORMED;
  }
  int32_t status = oxb_fibonacci(n, &number);
  if (status != OXB_OK) {
    return failed(id, status);
  }
  print_start(id, "ok");
  printf("\tn:%" PRIu64, number);
  return answered();
}

/* What `hash` and `sha256` share: an encoding and the data. */
static outcome digest(field id, reader *line, uint32_t algorithm) {
  field encoding;
  uint8_t *data;
  size_t length;
  if (!next_argument(line, 't', &encoding) || !next_bytes(line, &data, &length) || !ended(line)) {
    return MALFORMED;
  }
  if (is_text(encoding, "bytes")) {
    uint8_t out[OXB_LONGEST_DIGEST];
    size_t out_length = digest_length(algorithm);
    int32_t status = oxb_hash(algorithm, data, length, out, out_length);
    if (status != OXB_OK) {
      return failed(id, status);
    }
    print_start(id, "ok");
    print_bytes(out, out_length);
    return answered();
  }
  oxb_text text;
  int32_t status = oxb_hash_text(algorithm, encoding_of(encoding), data, length, &text);
  if (status != OXB_OK) {
    return failed(id, status);
  }
  print_start(id, "ok");
  print_text(text.data, text.length);
  oxb_free(&text);
  return answered();
}

static outcome call_hash(field id, reader *line) {
  uint32_t algorithm;
  return next_algorithm(line, &algorithm) ? digest(id, line, algorithm) : MALFORMED;
}

static outcome call_sha256(field id, reader *line) {
  return digest(id, line, OXB_SHA256);
}

/* The messages of a bulk call, one behind the other in the line. */
typedef struct {
  const uint8_t *bytes;
  uint32_t *offsets;
  size_t count;
} messages;

/* Moves the bytes of all items together; `items->offsets` is the caller's to free, whatever the outcome. */
static outcome read_messages(reader *line, messages *items) {
  size_t capacity = 16;
  uint8_t *start = (uint8_t *)line->at, *data;
  uint64_t total = 0;
  size_t length;
  items->bytes = start;
  items->count = 0;
  items->offsets = malloc(capacity * sizeof *items->offsets);
  if (items->offsets == NULL) {
    return NO_MEMORY;
  }
  items->offsets[0] = 0;
  while (!ended(line)) {
    if (!next_bytes(line, &data, &length)) {
      return MALFORMED;
    }
    memmove(start + total, data, length);
    total += length;
    if (total > UINT32_MAX) {
      return MALFORMED;
    }
    if (items->count + 2 > capacity) {
      capacity *= 2;
      uint32_t *grown = realloc(items->offsets, capacity * sizeof *grown);
      if (grown == NULL) {
        return NO_MEMORY;
      }
      items->offsets = grown;
    }
    items->offsets[++items->count] = (uint32_t)total;
  }
  return ANSWERED;
}

static outcome bulk_bytes(field id, uint32_t algorithm, const messages *items, bool packed) {
  size_t length = digest_length(algorithm);
  size_t size = items->count * length;
  uint8_t *out = items->count > SIZE_MAX / length ? NULL : malloc(size ? size : 1);
  if (out == NULL) {
    return NO_MEMORY;
  }
  int32_t status = oxb_bulk_hash(algorithm, items->bytes, items->offsets[items->count], items->offsets,
                                 items->count + 1, 0, out, size);
  if (status != OXB_OK) {
    free(out);
    return failed(id, status);
  }
  print_start(id, "ok");
  if (packed) {
    print_bytes(out, size);
  } else {
    for (size_t i = 0; i < items->count; i++) {
      print_bytes(out + i * length, length);
    }
  }
  free(out);
  return answered();
}

static outcome bulk_text(field id, uint32_t algorithm, uint32_t encoding, const messages *items) {
  oxb_text text;
  int32_t status = oxb_bulk_hash_text(algorithm, encoding, items->bytes, items->offsets[items->count],
                                      items->offsets, items->count + 1, 0, &text);
  if (status != OXB_OK) {
    return failed(id, status);
  }
  print_start(id, "ok");
  /* All digests of an algorithm are equally long, so the text divides evenly. */
  size_t length = items->count ? text.length / items->count : 0;
  for (size_t i = 0; i < items->count; i++) {
    print_text(text.data + i * length, length);
  }
  oxb_free(&text);
  return answered();
}

static outcome call_bulk_hash(field id, reader *line) {
  uint32_t algorithm;
  field encoding;
  if (!next_algorithm(line, &algorithm) || !next_argument(line, 't', &encoding)) {
    return MALFORMED;
  }
  messages items;
  outcome result = read_messages(line, &items);
  if (result == ANSWERED) {
    bool packed = is_text(encoding, "packed");
    result = packed || is_text(encoding, "bytes") ? bulk_bytes(id, algorithm, &items, packed)
                                                  : bulk_text(id, algorithm, encoding_of(encoding), &items);
  }
  free(items.offsets);
  return result;
}

static outcome call_invert_colors(field id, reader *line) {
  uint8_t *pixels;
  size_t length;
  if (!next_bytes(line, &pixels, &length) || !ended(line)) {
    return MALFORMED;
  }
  int32_t status = oxb_invert_colors(pixels, length);
  if (status != OXB_OK) {
    return failed(id, status);
  }
  print_start(id, "ok");
  print_bytes(pixels, length);
  return answered();
}

static const struct {
  const char *name;
  outcome (*call)(field id, reader *line);
} FUNCTIONS[] = {
    {"add", call_add},       {"fibonacci", call_fibonacci},  {"hash", call_hash},
    {"sha256", call_sha256}, {"bulkHash", call_bulk_hash},   {"invertColors", call_invert_colors},
};

static outcome answer(char *start, size_t length) {
  reader line = {start, start + length};
  field id, name;
  if (!next_field(&line, &id) || id.length == 0 || !next_field(&line, &name)) {
    return MALFORMED;
  }
  for (size_t i = 0; i < sizeof FUNCTIONS / sizeof FUNCTIONS[0]; i++) {
    if (is_text(name, FUNCTIONS[i].name)) {
      return FUNCTIONS[i].call(id, &line);
    }
  }
  return MALFORMED;
}

int main(void) {
  char *line = NULL;
  size_t capacity = 0, number = 0;
  ssize_t read;
  outcome result = ANSWERED;
  while (result == ANSWERED && (read = getline(&line, &capacity, stdin)) >= 0) {
    size_t length = (size_t)read;
    number++;
    result = answer(line, length > 0 && line[length - 1] == '\n' ? length - 1 : length);
  }
  free(line);
  if (result == MALFORMED) {
    fprintf(stderr, "consumer: line %zu is not a case\n", number);
    return 2;
  }
  /* getline ends at the end of the input, and also where it finds no memory or cannot read. */
  if (result == NO_MEMORY || !feof(stdin) || fflush(stdout) != 0 || ferror(stdout)) {
    fprintf(stderr, "consumer: %s at line %zu\n", result == NO_MEMORY ? "no memory" : "input or output failed", number);
    return 1;
  }
  return 0;
}
