/* An addon written by hand against Node-API: the least that a crossing costs. Its work is that of liboxbridge, so what
   Oxbridge takes longer than this is the bridge. Built and loaded by addon.js. */
#define NAPI_VERSION 8
#include <node_api.h>

#include "oxbridge.h"

static napi_value fail(napi_env env, const char *message) {
  napi_throw_type_error(env, NULL, message);
  return NULL;
}

/* Reads the arguments of a call; whether there are `count`. */
static bool arguments(napi_env env, napi_callback_info info, size_t count, napi_value *values) {
  size_t given = count;
  return napi_get_cb_info(env, info, &given, values, NULL, NULL) == napi_ok && given == count;
}

/* The elements of a typed array of a type. */
static bool elements(napi_env env, napi_value value, napi_typedarray_type type, void **data, size_t *length) {
  napi_typedarray_type actual;
  return napi_get_typedarray_info(env, value, &actual, length, data, NULL, NULL) == napi_ok && actual == type;
}

/* A new Uint8Array, and where its bytes are. */
static napi_value bytes_of(napi_env env, size_t length, void **data) {
  napi_value buffer, view;
  if (napi_create_arraybuffer(env, length, data, &buffer) != napi_ok) return NULL;
  return napi_create_typedarray(env, napi_uint8_array, length, buffer, 0, &view) == napi_ok ? view : NULL;
}

static napi_value add(napi_env env, napi_callback_info info) {
  napi_value values[2], sum;
  double a, b;
  if (!arguments(env, info, 2, values) || napi_get_value_double(env, values[0], &a) != napi_ok ||
      napi_get_value_double(env, values[1], &b) != napi_ok || napi_create_double(env, a + b, &sum) != napi_ok) {
    return fail(env, "add takes two numbers");
  }
  return sum;
}

/* Bytes in, a Uint8Array of 32 out. */
static napi_value sha256(napi_env env, napi_callback_info info) {
  napi_value value, result;
  void *data, *digest;
  size_t length;
  if (!arguments(env, info, 1, &value) || !elements(env, value, napi_uint8_array, &data, &length) ||
      (result = bytes_of(env, OXB_SHA256_LENGTH, &digest)) == NULL ||
      oxb_hash(OXB_SHA256, data, length, digest, OXB_SHA256_LENGTH) != OXB_OK) {
    return fail(env, "sha256 takes a Uint8Array");
  }
  return result;
}

/* Bytes and offsets in, a Uint8Array with all digests out. */
static napi_value bulk(napi_env env, napi_callback_info info) {
  napi_value values[2], result;
  void *data, *offsets, *digests;
  size_t length, ends;
  if (!arguments(env, info, 2, values) || !elements(env, values[0], napi_uint8_array, &data, &length) ||
      !elements(env, values[1], napi_uint32_array, &offsets, &ends) || ends == 0 ||
      (result = bytes_of(env, (ends - 1) * OXB_SHA256_LENGTH, &digests)) == NULL ||
      oxb_bulk_hash(OXB_SHA256, data, length, offsets, ends, 0, digests, (ends - 1) * OXB_SHA256_LENGTH) != OXB_OK) {
    return fail(env, "bulk takes a Uint8Array and a Uint32Array");
  }
  return result;
}

/* Bytes in place. */
static napi_value invert(napi_env env, napi_callback_info info) {
  napi_value value;
  void *data;
  size_t length;
  if (!arguments(env, info, 1, &value) || !elements(env, value, napi_uint8_array, &data, &length) ||
      oxb_invert_colors(data, length) != OXB_OK) {
    return fail(env, "invert takes a Uint8Array");
  }
  return value;
}

NAPI_MODULE_INIT() {
  const struct {
    const char *name;
    napi_callback callback;
  } functions[] = {{"add", add}, {"sha256", sha256}, {"bulk", bulk}, {"invert", invert}};
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    napi_value function;
    const char *name = functions[i].name;
    if (napi_create_function(env, name, NAPI_AUTO_LENGTH, functions[i].callback, NULL, &function) != napi_ok ||
        napi_set_named_property(env, exports, name, function) != napi_ok) {
      return fail(env, "the addon could not be made");
    }
  }
  return exports;
}
