import { type FileHandle, open } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { isMmi, roomForMmi } from '@trellis/matching/mmi';

const TAG_BYTES = 4;

/**
 * Reads a market file, `-` for standard input. Binary files are read to where they will be solved, so that large ones are in
 * memory once.
 * @throws the system's error when it cannot be read
 */
export async function readMarketFile(path: string): Promise<Uint8Array> {
  if (path === '-') return buffer(process.stdin);
  const file = await open(path);
  try {
    const stat = await file.stat();
    if (!stat.isFile() || !(await isBinary(file))) return await file.readFile();
    const bytes = roomForMmi(stat.size);
    let at = 0;
    for (let read = -1; read !== 0 && at < bytes.length; at += read) {
      read = (await file.read(bytes, at, bytes.length - at, at)).bytesRead;
    }
    return bytes.subarray(0, at);
  } finally {
    await file.close();
  }
}

/** Reads at a place, so that the file is still at its beginning afterwards. */
async function isBinary(file: FileHandle): Promise<boolean> {
  const tag = new Uint8Array(TAG_BYTES);
  await file.read(tag, 0, TAG_BYTES, 0);
  return isMmi(tag);
}
