import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { ENCODINGS } from '@trellis/domain/imports/views';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Exclude<(typeof ENCODINGS)[number], 'xlsx'>;
}

const unreadable = (reason: string, detail = '') => refuse('unreadable_file', { reason, detail });

/**
 * Whether a file is something else than text. A control character or two come along when people paste from elsewhere
 * (vertical tabs, escapes), and such a table is read; one in a hundred is no table.
 */
const isFullOfControls = (text: string): boolean => {
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) controls++;
  }
  return controls * 100 > text.length;
};

/**
 * Text from bytes: UTF-8, UTF-16 by its mark or by its pattern of zeros, else Windows-1252, which old spreadsheets
 * write. What is no text at all is refused and never guessed at.
 */
export const decodeText = (bytes: Uint8Array): Decision<DecodedText, Refusal<'unreadable_file'>> => {
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return unreadable('broken_text', encoding);
  }
  if (text.includes('\u0000')) return unreadable('nul', String(text.indexOf('\u0000') + 1));
  if (isFullOfControls(text)) return unreadable('not_a_table');
  return accept({ text, encoding });
};

const encodingOf = (bytes: Uint8Array): DecodedText['encoding'] => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 2000);
  const zeros = (parity: number) => head.filter((byte, at) => at % 2 === parity && byte === 0).length;
  const half = head.length / 2;
  if (half >= 4 && zeros(1) > half * 0.7 && zeros(0) < half * 0.1) return 'utf-16le';
  if (half >= 4 && zeros(0) > half * 0.7 && zeros(1) < half * 0.1) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
};
