/* The cards of the stand-in, as its text file tells them; included by nvml_standin.c alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { OK, UNINITIALIZED, INVALID, NOT_SUPPORTED, NOT_FOUND = 6, SMALL = 7, TIMEOUT = 10 };
enum { CARDS = 130, TEXT = 8192 };

/* Its lines, and the index of the card it is a MIG device of, or -1. */
typedef struct {
  char text[TEXT];
  int parent;
} Card;

static Card driver, all[CARDS];
static Card *cards[CARDS];
static int devices, listed;

static void beside(const char *suffix, char *path, size_t size) {
  Dl_info info;
  dladdr((void *)beside, &info);
  snprintf(path, size, "%s%s", info.dli_fname, suffix);
}

static void nap(void) { nanosleep(&(struct timespec){0, 2000000}, NULL); }

static void hang(void) {
  char path[4096];
  beside(".hung", path, sizeof path);
  FILE *sign = fopen(path, "w");
  if (sign) fclose(sign);
  beside(".go", path, sizeof path);
  while (access(path, F_OK) != 0) nap();
}

static void load(void) {
  char path[4096], line[1024];
  beside(".cards", path, sizeof path);
  FILE *file = fopen(path, "r");
  memset(&driver, 0, sizeof driver);
  memset(all, 0, sizeof all);
  devices = listed = 0;
  Card *now = &driver;
  while (file && fgets(line, sizeof line, file)) {
    if (strcmp(line, "card\n") == 0 || strcmp(line, "mig\n") == 0) {
      now = &all[devices++];
      now->parent = line[0] == 'm' ? listed - 1 : -1;
      if (line[0] == 'c') cards[listed++] = now;
    } else {
      strncat(now->text, line, TEXT - strlen(now->text) - 1);
    }
  }
  if (file) fclose(file);
}

/* The value of the nth line with this key, in a buffer of the thread; NULL if there is none. */
static const char *nth(Card *card, const char *key, int n) {
  static __thread char value[1024];
  size_t length = strlen(key);
  for (const char *at = card->text; at && *at; at = strchr(at, '\n'), at = at ? at + 1 : at)
    if (strncmp(at, key, length) == 0 && at[length] == ' ' && n-- == 0) {
      snprintf(value, sizeof value, "%.*s", (int)strcspn(at + length + 1, "\n"), at + length + 1);
      if (strcmp(value, "hang") == 0) hang();
      return value;
    }
  return NULL;
}

static int text(Card *card, const char *key, char *out, unsigned length) {
  const char *value = nth(card, key, 0);
  if (!value) return NOT_SUPPORTED;
  if (value[0] == '!') return atoi(value + 1);
  if (strlen(value) >= length) return SMALL;
  strcpy(out, value);
  return OK;
}

static int whole(Card *card, const char *key, unsigned long long *out) {
  const char *value = nth(card, key, 0);
  if (!value) return NOT_SUPPORTED;
  if (value[0] == '!') return atoi(value + 1);
  *out = strtoull(value, NULL, 10);
  return OK;
}

static int small(Card *card, const char *key, unsigned *out) {
  unsigned long long value = 0;
  int code = whole(card, key, &value);
  if (code == OK) *out = (unsigned)value;
  return code;
}

static int one_of(Card *card, const char *key, int which, unsigned *out) {
  char name[64];
  snprintf(name, sizeof name, "%s.%d", key, which);
  return small(card, name, out);
}
