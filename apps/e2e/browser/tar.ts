import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const BLOCK = 512;

/**
 * Writes the files of a tar archive into a folder. Understands what the browser's package holds: plain files and
 * folders with short names (ustar). A bare machine need not have a tar program.
 */
export function unpackTar(archive: Buffer, folder: string): void {
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const name = text(archive, at, 100);
    if (name === '') return; // two empty blocks end an archive
    const size = Number.parseInt(text(archive, at + 124, 12), 8);
    const path = join(folder, normalize(name));
    if (!path.startsWith(folder)) throw new Error(`Archive entry outside its folder: ${name}`);
    if (archive[at + 156] === '5'.charCodeAt(0)) mkdirSync(path, { recursive: true });
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, archive.subarray(at + BLOCK, at + BLOCK + size));
      chmodSync(path, 0o755);
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** A field of a header: text up to its first NUL. */
function text(archive: Buffer, start: number, length: number): string {
  const field = archive.subarray(start, start + length).toString('latin1');
  return field.split('\0')[0]?.trim() ?? '';
}
