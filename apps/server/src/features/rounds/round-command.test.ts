import { listAgencies } from '@trellis/db/agencies';
import { inRead } from '@trellis/db/client';
import { findProgram } from '@trellis/db/programs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../testing.ts';
import { roundCommand } from './round-command.ts';
import { makeSmallWorld, roundsOf, type SmallWorld } from './testing.ts';

let server: TestServer;
let world: SmallWorld;
beforeAll(async () => {
  server = await openTestServer();
  world = await makeSmallWorld(server.deps, { mentees: 3, mentors: 2 });
});
afterAll(() => server.close());

const type = async (...args: string[]) => {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await roundCommand({ args, say, warn: say, deps: async () => server.deps });
  return { code, text: lines.join('\n') };
};

test('a dry run tells what would come of it and saves nothing', async () => {
  const { code, text } = await type(world.programId, '--dry-run', '--objective', 'total');
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('served=2 seats=3 room=2') });
  expect(await roundsOf(server.deps, world)).toHaveLength(0);
});

test('a round, by the name of the program', async () => {
  const program = await inRead(server.deps.db, world.staff, (read) => findProgram(read, world.programId));
  const { code, text } = await type(program!.name.toUpperCase());
  expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('ready on the board') });
  expect(await roundsOf(server.deps, world)).toMatchObject([{ status: 'ready', createdBy: null }]);
});

test('what was typed wrongly is said, and so is what there is', async () => {
  expect(await type('Nowhere')).toMatchObject({
    code: 2,
    text: expect.stringContaining('There are: Program'),
  });
  expect(await type()).toMatchObject({ code: 2 });
  expect(await type(world.programId, '--objective', 'luck')).toMatchObject({ code: 2 });
  expect(await type(world.programId, '--surprise')).toMatchObject({ code: 2 });
  expect(await type(world.programId, '--agency', 'Elsewhere')).toMatchObject({
    code: 2,
    text: expect.stringContaining((await listAgencies(server.deps.db))[0]!.name),
  });
});
