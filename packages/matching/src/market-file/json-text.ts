/** A number of a JSON text, with its digits as written: nothing is rounded. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A parsed JSON value. Objects are maps, so that any key is just a key. */
export type JsonValue = string | boolean | null | JsonNumber | JsonValue[] | Map<string, JsonValue>;

/** The text is not JSON. The message names line and column. */
export class JsonTextError extends Error {}

interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
}

const DEEPEST = 64;
const NUMBER = /-?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|Infinity)|NaN/y;

/**
 * Reads a JSON text, keeping the digits of its numbers. NaN and Infinity are read as numbers, so that the
 * reader can name where they stand. A byte order mark is skipped; a key that occurs twice is an error.
 * @throws JsonTextError
 */
export function parseJsonText(text: string): JsonValue {
  const cursor: Cursor = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, depth: 0 };
  const value = readValue(cursor);
  skipSpace(cursor);
  if (cursor.at < text.length) fail(cursor, 'more text after the end');
  return value;
}

function readValue(cursor: Cursor): JsonValue {
  skipSpace(cursor);
  const { text, at } = cursor;
  switch (text[at]) {
    case '{':
      return nested(cursor, readObject);
    case '[':
      return nested(cursor, readArray);
    case '"':
      return readString(cursor);
    case 't':
      return readWord(cursor, 'true', true);
    case 'f':
      return readWord(cursor, 'false', false);
    case 'n':
      return readWord(cursor, 'null', null);
    case undefined:
      return fail(cursor, 'the text ends too early');
    default:
      return readNumber(cursor);
  }
}

function nested<T>(cursor: Cursor, read: (cursor: Cursor) => T): T {
  cursor.at++;
  cursor.depth++;
  if (cursor.depth > DEEPEST) fail(cursor, `nested deeper than ${DEEPEST}`);
  const value = read(cursor);
  cursor.depth--;
  return value;
}

function readObject(cursor: Cursor): Map<string, JsonValue> {
  const object = new Map<string, JsonValue>();
  skipSpace(cursor);
  if (take(cursor, '}')) return object;
  for (;;) {
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== '"') fail(cursor, 'a key in double quotes is missing');
    const start = cursor.at;
    const key = readString(cursor);
    if (object.has(key)) {
      cursor.at = start;
      fail(cursor, `the key "${key}" occurs twice`);
    }
    skipSpace(cursor);
    if (!take(cursor, ':')) fail(cursor, 'a colon is missing');
    object.set(key, readValue(cursor));
    skipSpace(cursor);
    if (take(cursor, '}')) return object;
    if (!take(cursor, ',')) fail(cursor, 'a comma or } is missing');
  }
}

function readArray(cursor: Cursor): JsonValue[] {
  const list: JsonValue[] = [];
  skipSpace(cursor);
  if (take(cursor, ']')) return list;
  for (;;) {
    list.push(readValue(cursor));
    skipSpace(cursor);
    if (take(cursor, ']')) return list;
    if (!take(cursor, ',')) fail(cursor, 'a comma or ] is missing');
  }
}

function readString(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at;
  let end = start + 1;
  let isPlain = true;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === 0x22) break;
    if (Number.isNaN(code)) fail(cursor, 'the string does not end');
    if (code === 0x5c || code < 0x20) isPlain = false;
    end += code === 0x5c ? 2 : 1;
  }
  cursor.at = end + 1;
  if (isPlain) return text.slice(start + 1, end);
  try {
    return JSON.parse(text.slice(start, end + 1)) as string;
  } catch {
    cursor.at = start;
    return fail(cursor, 'the string holds a bad escape or a control character');
  }
}

function readNumber(cursor: Cursor): JsonNumber {
  NUMBER.lastIndex = cursor.at;
  const found = NUMBER.exec(cursor.text);
  if (found === null) return fail(cursor, `unexpected ${JSON.stringify(cursor.text[cursor.at])}`);
  cursor.at = NUMBER.lastIndex;
  return new JsonNumber(found[0]);
}

function readWord<T>(cursor: Cursor, word: string, value: T): T {
  if (!cursor.text.startsWith(word, cursor.at)) fail(cursor, `unexpected word, perhaps ${word}`);
  cursor.at += word.length;
  return value;
}

function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const code = text.charCodeAt(cursor.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    cursor.at++;
  }
}

function take(cursor: Cursor, character: string): boolean {
  if (cursor.text[cursor.at] !== character) return false;
  cursor.at++;
  return true;
}

function fail(cursor: Cursor, message: string): never {
  const before = cursor.text.slice(0, cursor.at).split('\n');
  throw new JsonTextError(
    `line ${before.length}, column ${before[before.length - 1]!.length + 1}: ${message}`,
  );
}
