import type { Actor } from '@trellis/domain/members/actor';
import { type Action, scopeOf } from '@trellis/domain/members/policy';
import { ROLES } from '@trellis/domain/members/roles';
import { type AnyRouter, TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../testing.ts';
import { Refused } from './refusals.ts';
import { appRouter } from './router.ts';
import { SAMPLES, type Sample } from './testing-samples.ts';
import { makeWorld, type Things, thingsThatAreNot, type World } from './testing-world.ts';

/** What a procedure says of itself; tRPC keeps it in `_def`. */
interface Definition {
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly meta?: { readonly action?: Action };
  readonly inputs: readonly unknown[];
  readonly output?: unknown;
}
const PROCEDURES = Object.entries(
  (appRouter as AnyRouter)._def.procedures as Record<string, { _def: unknown }>,
).map(([path, procedure]) => ({
  path,
  def: procedure._def as Definition,
}));
const GUARDED = PROCEDURES.filter(({ path }) => !path.startsWith('session.'));

/** Words in every name of the other agency, and of the other couple of this one; nothing else contains them. */
const FOREIGN = 'Zebrafinch';
const OTHERS = 'Quaggamare';

let server: TestServer;
let home: World;
let others: Things;
let foreign: Things;
beforeAll(async () => {
  server = await openTestServer();
  home = await makeWorld(server, 'Home');
  others = await home.makeThings(OTHERS);
  foreign = await (await makeWorld(server, FOREIGN)).makeThings('there');
});
afterAll(() => server.close());

interface Outcome {
  /** OK, or tRPC's code. */
  readonly code: string;
  /** Everything the caller gets to see. */
  readonly seen: string;
}

/** Calls a procedure by its path. A subscription is listened to until its first event. */
const call = async (actor: Actor, path: string, input: unknown): Promise<Outcome> => {
  let at: unknown = await server.callAs(actor);
  for (const part of path.split('.')) at = (at as Record<string, unknown>)[part];
  try {
    const answer = await (at as (input: unknown) => Promise<unknown>)(input);
    return { code: 'OK', seen: JSON.stringify((await firstOf(answer)) ?? null) };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const refusal = error.cause instanceof Refused ? error.cause.refusal : null;
    return { code: error.code, seen: JSON.stringify(refusal) };
  }
};

const firstOf = async (answer: unknown): Promise<unknown> => {
  if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer)) return answer;
  for await (const event of answer as AsyncIterable<unknown>) return event;
  return null;
};

const sampleOf = (path: string): Sample => {
  const sample = SAMPLES[path];
  if (!sample) throw new Error(`${path} has no sample: add one to trp./testing-samples.ts`);
  return sample;
};
const scopeIn = (actor: Actor, def: Definition) =>
  def.meta?.action ? scopeOf(actor, def.meta.action) : null;

test('every procedure has a sample, and every sample a procedure', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual(PROCEDURES.map(({ path }) => path).sort());
});

describe('every procedure says what it stands for', () => {
  for (const { path, def } of PROCEDURES) {
    test(path, () => {
      if (path.startsWith('session.')) expect(def.type).toBe('query');
      else expect(def.meta?.action).toBeDefined();
      // A subscription has no single answer to parse; both of ours tell kinds, ids and numbers only.
      if (def.type !== 'subscription') expect(def.output).toBeDefined();
      const names = sampleOf(path).input !== undefined;
      expect(def.inputs.length > 0).toBe(names);
    });
  }
});

describe('a mutation needs its idempotency key', () => {
  let cookie: string;
  beforeAll(async () => {
    cookie = await server.signIn(home.admin, 'ada@example.org');
  });
  for (const { path, def } of PROCEDURES.filter((one) => one.def.type === 'mutation')) {
    test(path, async () => {
      const response = await server.app.inject({
        method: 'POST',
        url: `/trpc/${path}`,
        headers: { cookie, origin: 'http://localhost', 'content-type': 'application/json' },
        payload: JSON.stringify(sampleOf(path).input?.(others) ?? null),
      });
      expect(response.statusCode).toBe(400);
      // Not because the sample is wrong: nobody looked at it yet.
      expect(response.json().error.data).toMatchObject({ code: 'BAD_REQUEST', issues: null });
      expect(def.meta?.action).toBeDefined();
    });
  }
});

describe('who may try', () => {
  for (const { path, def } of GUARDED) {
    for (const role of ROLES) {
      const allowed = scopeOf({ roles: [role] }, def.meta!.action!) !== null;
      test(`${path}: ${role} ${allowed ? 'may' : 'may not'}`, async () => {
        // An input nobody accepts: the policy is asked first, and the form refuses what it does not know.
        const { code } = await call(home.byRole[role], path, { unheardOf: true });
        if (!allowed) expect(code).toBe('FORBIDDEN');
        else if (def.inputs.length > 0) expect(code).toBe('BAD_REQUEST');
        else expect(code).toBe('OK');
      });
    }
  }
});

const NAMING = GUARDED.filter(({ path }) => !['nothing', undefined].includes(SAMPLES[path]?.of));

describe('what is one’s own', () => {
  for (const { path, def } of NAMING.filter((one) => SAMPLES[one.path]?.of !== 'agency')) {
    test(path, async () => {
      const sample = sampleOf(path);
      const own = await home.makeThings('Own');
      const owner = sample.of === 'mentor' ? own.mentor : own.mentee;
      const { code, seen } = await call(owner, path, sample.input?.(own));
      // What state it is in decides further; that it exists is no secret.
      expect(['OK', 'CONFLICT', 'PRECONDITION_FAILED']).toContain(code);
      expect(seen).not.toContain(FOREIGN);
      expect(scopeIn(owner, def)).not.toBeNull();
    });
  }
});

describe('what is another member’s does not exist', () => {
  for (const { path, def } of NAMING) {
    for (const role of ROLES) {
      if (scopeOf({ roles: [role] }, def.meta!.action!) !== 'own') continue;
      test(`${path}: ${role}`, async () => {
        const { code, seen } = await call(home.byRole[role], path, sampleOf(path).input?.(others));
        expect(code).toBe('NOT_FOUND');
        expect(seen).not.toContain(OTHERS);
      });
    }
  }
});

describe('what is another agency’s does not exist', () => {
  for (const { path, def } of NAMING) {
    for (const role of ROLES) {
      if (scopeOf({ roles: [role] }, def.meta!.action!) === null) continue;
      test(`${path}: ${role}`, async () => {
        const { input } = sampleOf(path);
        const answered = await call(home.byRole[role], path, input?.(foreign));
        // Told apart by nothing from what never was.
        const nowhere = await call(home.byRole[role], path, input?.(thingsThatAreNot([])));
        expect(answered).toEqual(nowhere);
        if (!SAY_NOTHING.includes(path)) expect(answered.code).toBe('NOT_FOUND');
        expect(answered.seen).not.toContain(FOREIGN);
      });
    }
  }
});

/** These answer with nothing, or that nothing is to be done, instead of saying that it does not exist. */
const SAY_NOTHING = [
  'audit.read',
  'members.find',
  'nextSteps.finish',
  'nextSteps.list',
  'offers.ofMember',
  'requests.ofMember',
  'rounds.ofProgram',
  'rounds.progress',
];

/** An upload that takes the place of one that does not exist takes nobody's place. */
const IGNORED = ['imports.upload: importId'];

describe('one strange id among one’s own is no way in', () => {
  for (const { path, def } of NAMING) {
    const keys = namesIn(SAMPLES[path]?.input);
    for (const key of keys.length > 1 ? keys : []) {
      if (IGNORED.includes(`${path}: ${key}`)) continue;
      test(`${path}: ${key}`, async () => {
        const own = await home.makeThings('Own');
        const { code, seen } = await call(home.byRole.admin, path, {
          ...(sampleOf(path).input?.({ ...own, [key]: foreign[key] }) as object),
        });
        if (scopeIn(home.byRole.admin, def) === 'agency') {
          expect(code).not.toBe('OK');
          expect(code).not.toBe('INTERNAL_SERVER_ERROR');
        }
        expect(seen).not.toContain(FOREIGN);
      });
    }
  }
});

/** Which of the things a sample reads: it is asked with things that remember what was looked at. */
function namesIn(input: Sample['input']): (keyof Things)[] {
  const read = new Set<keyof Things>();
  const watched = new Proxy({} as Things, {
    get: (_, key) => {
      if (key !== 'version') read.add(key as keyof Things);
      return { memberId: '' };
    },
  });
  input?.(watched);
  return [...read];
}

describe('what may be read says nothing of another agency, and to members nothing of others', () => {
  for (const { path, def } of GUARDED.filter((one) => one.def.type !== 'mutation')) {
    test(path, async () => {
      const own = await home.makeThings('Own');
      for (const actor of [...Object.values(home.byRole), own.mentee, own.mentor]) {
        if (scopeIn(actor, def) === null) continue;
        const { code, seen } = await call(actor, path, sampleOf(path).input?.(own));
        expect(code).not.toBe('INTERNAL_SERVER_ERROR');
        expect(seen).not.toContain(FOREIGN);
        if (scopeIn(actor, def) === 'own') expect(seen).not.toContain(OTHERS);
      }
    });
  }
});
