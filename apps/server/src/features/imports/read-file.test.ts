import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { guessDelimiter } from './guess-delimiter.ts';
import { readFile } from './read-file.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const cellsOf = async (content: Uint8Array, sheet: string | null = null) => {
  const read = await readFile(content, sheet);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return [read.value.sheet.headers, ...read.value.sheet.rows.map(({ cells }) => cells)];
};
const reasonOf = async (content: Uint8Array, sheet: string | null = null) => {
  const read = await readFile(content, sheet);
  if (read.ok) return 'read';
  return read.refusal.code === 'unreadable_file' ? read.refusal.facts.reason : read.refusal.facts.what;
};

/** A zip of one stored or deflated file that claims any size. */
const zipOf = (name: string, content: Buffer, claimed = content.length): Buffer => {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(claimed, 22);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(name.length, 28);
  const local = Buffer.concat([head, Buffer.from(name), packed]);
  const central = Buffer.concat([entry, Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
};

describe('text', () => {
  const table = [
    ['Name', 'About'],
    ['Zoë', 'line one\nline two; and, more'],
    ['Ada "A."', ''],
  ];
  const quoted = (delimiter: string) =>
    `Name${delimiter}About\r\nZoë${delimiter}"line one\nline two; and, more"\r\n"Ada ""A."""${delimiter}\r\n`;

  test.each([',', ';', '\t', '|'])('parted by %j', async (delimiter) => {
    expect(await cellsOf(bytes(quoted(delimiter)))).toEqual(table);
  });

  test('UTF-8 with its mark, UTF-16 with and without, Windows-1252', async () => {
    const text = quoted(';');
    const utf16 = Buffer.from(text, 'utf16le');
    expect(await cellsOf(bytes(`\ufeff${text}`))).toEqual(table);
    expect(await cellsOf(utf16)).toEqual(table);
    expect(await cellsOf(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))).toEqual(table);
    const swapped = Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]).swap16();
    expect(await cellsOf(swapped)).toEqual(table);
    const old = await readFile(bytes(text, 'latin1'), null);
    expect(old.ok && old.value.encoding).toBe('windows-1252');
    expect(await cellsOf(bytes(text, 'latin1'))).toEqual(table);
  });

  test('rows keep the numbers a spreadsheet shows, also below empty ones', async () => {
    const read = await readFile(bytes('\n\nName\nAda\n\nBo\n'), null);
    expect(read.ok && read.value.sheet.rows.map(({ line }) => line)).toEqual([4, 6]);
  });

  test('a told separator counts', () => {
    expect(guessDelimiter('sep=;\r\na,b;c')).toEqual({ delimiter: ';', from: 7 });
    expect(guessDelimiter('Name\nAda, of somewhere\n').delimiter).toBe(',');
  });
});

describe('hostile and broken files are refused by name', () => {
  test.each([
    ['empty', bytes('')],
    ['empty', bytes('\n \n')],
    ['only_headers', bytes('Name,E-mail\n')],
    ['nul', bytes('Name\nA\u0000da\n')],
    ['broken_text', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Name\nA\ud800da\n', 'utf16le')])],
    ['not_a_table', bytes('%PDF-1.7 …')],
    ['not_a_table', bytes('Name\n\u0007\u0001\n')],
    ['old_excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['quote_not_closed', bytes('Name\n"Ada\nBo\nCy\n')],
    ['columns', bytes(`${'a,'.repeat(1_000_000)}a\n1\n`)],
    ['endless_line', bytes(`Name\n${'a'.repeat(3_000_000)}\n`)],
    ['rows', bytes(`Name\n${'Ada\n'.repeat(20_001)}`)],
    ['bytes', Buffer.alloc(8 * 1024 * 1024 + 1, 65)],
    ['broken_zip', bytes('PK\u0003\u0004 and nothing more')],
    ['not_a_workbook', zipOf('letter.txt', bytes('Dear …'))],
    ['broken_workbook', zipOf('xl/workbook.xml', bytes('<not-xml'))],
    ['unpacked', zipOf('xl/workbook.xml', bytes('x'), 2_000_000_000)],
  ])('%s', async (reason, content) => {
    expect(await reasonOf(content)).toBe(reason);
  });

  test('headers named like the insides of JavaScript are only headers', async () => {
    expect(await cellsOf(bytes('__proto__,constructor,Name\na,b,Ada\n'))).toEqual([
      ['__proto__', 'constructor', 'Name'],
      ['a', 'b', 'Ada'],
    ]);
  });
});

describe('a workbook', () => {
  const workbook = () =>
    writeXlsxFile([
      { data: [], sheet: 'Empty' },
      {
        data: [
          [{ value: 'Name' }, { value: 'Mentees' }, { value: 'Since' }],
          [{ value: 'Ada' }, { value: 3 }, { value: new Date(Date.UTC(2026, 0, 5)), format: 'yyyy-mm-dd' }],
        ],
        sheet: 'Mentors',
      },
      { data: [[{ value: 'Other' }], [{ value: 'x' }]], sheet: 'Notes' },
    ]).toBuffer();

  test('the first sheet with anything in it, or the one that is named', async () => {
    const content = await workbook();
    const read = await readFile(content, null);
    expect(read.ok && [read.value.sheets, read.value.sheetName]).toEqual([
      ['Empty', 'Mentors', 'Notes'],
      'Mentors',
    ]);
    expect(await cellsOf(content)).toEqual([
      ['Name', 'Mentees', 'Since'],
      ['Ada', '3', '2026-01-05'],
    ]);
    expect(await cellsOf(content, 'Notes')).toEqual([['Other'], ['x']]);
    expect(await reasonOf(content, 'Nowhere')).toBe('no_such_sheet');
  });
});
