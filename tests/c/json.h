/* Says whether text is JSON (RFC 8259), as far as Oxbridge writes it: no numbers but integers, no escapes. */
#ifndef OXBRIDGE_TESTS_JSON_H
#define OXBRIDGE_TESTS_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static const char *json_value(const char *at);

/* Each of these returns where the value ends, or NULL if there is none. */

static const char *json_string(const char *at) {
  const char *end = *at == '"' ? strchr(at + 1, '"') : NULL;
  return end && memchr(at, '\\', (size_t)(end - at)) == NULL ? end + 1 : NULL;
}

static const char *json_member(const char *at) {
  at = json_string(at);
  return at && *at == ':' ? json_value(at + 1) : NULL;
}

static const char *json_list(const char *at, char close, const char *(*item)(const char *)) {
  if (at[1] == close) {
    return at + 2;
  }
  do {
    at = item(at + 1);
  } while (at && *at == ',');
  return at && *at == close ? at + 1 : NULL;
}

static const char *json_value(const char *at) {
  switch (*at) {
    case '{':
      return json_list(at, '}', json_member);
    case '[':
      return json_list(at, ']', json_value);
    case '"':
      return json_string(at);
    default: {
      size_t digits = strspn(at, "0123456789");
      return digits > 0 ? at + digits : NULL;
    }
  }
}

static bool is_json(const char *text) {
  const char *end = json_value(text);
  return end && *end == '\0';
}

#endif
