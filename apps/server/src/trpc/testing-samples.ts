import { DEFAULT_WEIGHTS } from '@trellis/domain/programs/settings';
import type { Things } from './testing-world.ts';

/** How a procedure is called about somebody's things. */
export interface Sample {
  /**
   * Whose the thing is that the input names: one of the two's, nobody's in particular (the agency's), or `nothing` where
   * the input names nothing that exists already.
   */
  readonly of: 'mentee' | 'mentor' | 'agency' | 'nothing';
  readonly input?: (things: Things) => unknown;
}

const nothing: Sample = { of: 'nothing' };
const mentee = (input: (things: Things) => unknown): Sample => ({ of: 'mentee', input });
const mentor = (input: (things: Things) => unknown): Sample => ({ of: 'mentor', input });
const agency = (input: (things: Things) => unknown): Sample => ({ of: 'agency', input });

/** One call of every procedure; the test fails while one is missing. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  'agency.settings': nothing,
  'agency.change': {
    of: 'nothing',
    input: () => ({ name: 'Home agency', locale: 'en', timeZone: 'America/Vancouver' }),
  },
  'audit.read': agency(({ mentee }) => ({ subject: null, memberId: mentee.memberId })),
  'audit.check': nothing,
  'availability.one': mentee(({ mentee }) => ({ memberId: mentee.memberId })),
  'availability.seenBy': mentee(({ mentee }) => ({ memberId: mentee.memberId })),
  'availability.zones': nothing,
  'availability.save': mentee(({ mentee }) => ({ memberId: mentee.memberId, hours: [] })),
  'changes.watch': nothing,
  'home.mine': nothing,
  'imports.one': agency(({ importId }) => ({ importId })),
  'imports.preview': agency(({ importId }) => ({ importId })),
  'imports.upload': agency(({ programId, importId }) => ({
    kind: 'mentors',
    programId,
    fileName: 'people.csv',
    content: Buffer.from('Name\nSomebody\n').toString('base64'),
    sheet: null,
    replaces: importId,
  })),
  'imports.change': agency(({ importId }) => ({ importId })),
  'imports.carryOut': agency(({ importId }) => ({ importId })),
  'imports.discard': agency(({ importId }) => ({ importId })),
  'members.find': agency(({ programId }) => ({ search: '', role: null, status: null, programId })),
  'members.one': agency(({ mentee }) => ({ memberId: mentee.memberId })),
  'members.add': {
    of: 'nothing',
    input: () => ({ displayName: 'Somebody new', email: null, roles: ['mentee'] }),
  },
  'members.change': agency(({ mentee }) => ({
    memberId: mentee.memberId,
    displayName: 'Renamed',
    email: null,
  })),
  'members.changeRoles': agency(({ mentee }) => ({ memberId: mentee.memberId, roles: ['mentee'] })),
  'members.move': agency(({ mentee }) => ({ memberId: mentee.memberId, to: 'paused', why: null })),
  'members.giveSignIn': agency(({ mentee }) => ({ memberId: mentee.memberId })),
  'members.erase': mentee(({ mentee }) => ({ memberId: mentee.memberId })),
  'members.chooseLocale': { of: 'nothing', input: () => ({ locale: 'en' }) },
  'myPairings.list': nothing,
  'myPairings.one': mentor(({ pairingId }) => ({ pairingId })),
  'myPairings.answer': mentor(({ pairingId }) => ({ pairingId, answer: 'go_on', words: null })),
  'myPairings.move': mentee(({ pairingId }) => ({ pairingId, to: 'closing', resumeOn: null })),
  'nextSteps.list': agency(({ programId }) => ({ programId })),
  'nextSteps.promise': agency(({ requestId, staffId }) => ({
    requestIds: [requestId],
    kind: 'call',
    words: null,
    ownerId: staffId,
    dueOn: '2030-02-01',
  })),
  'nextSteps.finish': agency(({ nextStepId }) => ({ nextStepId, done: true })),
  'offers.one': mentor(({ offerId }) => ({ offerId })),
  'offers.ofMember': mentor(({ mentor }) => ({ memberId: mentor.memberId })),
  'offers.start': mentor(({ programId, mentor }) => ({ programId, memberId: mentor.memberId })),
  'offers.save': mentor(({ offerId, termId }) => ({ offerId, change: { skills: [termId] } })),
  'offers.move': mentor(({ offerId }) => ({ offerId, to: 'paused' })),
  'outcomes.compare': agency(({ programId }) => ({ programId, scope: 'program' })),
  'pairings.board': agency(({ programId }) => ({ programId })),
  'pairings.sideBySide': agency(({ pairingId }) => ({ pairingId })),
  'pairings.alternatives': agency(({ pairingId }) => ({ pairingId })),
  'pairings.whyNot': agency(({ programId, requestId, offerId }) => ({ programId, requestId, offerId })),
  'pairings.checkByHand': agency(({ programId, requestId, offerId }) => ({ programId, requestId, offerId })),
  'pairings.decide': agency(({ programId, pairingId, version }) => ({
    programId,
    pairings: [{ pairingId, version }],
    to: 'dismissed',
    why: null,
  })),
  'pairings.swap': agency(({ programId, requestId, pairingId, version, offerId }) => ({
    programId,
    moves: [{ requestId, leaves: { pairingId, version }, offerId }],
  })),
  'pairings.byHand': agency(({ programId, requestId, offerId }) => ({
    programId,
    requestId,
    offerId,
    waive: false,
  })),
  'pairings.withdraw': agency(({ pairingId }) => ({ pairingId, why: 'a reason' })),
  'pairings.move': agency(({ pairingId, version }) => ({
    pairingId,
    version,
    to: 'closing',
    resumeOn: null,
  })),
  'pairings.note': agency(({ pairingId }) => ({ pairingId, body: 'a line' })),
  'pairings.publishPreview': agency(({ programId }) => ({ programId })),
  'pairings.publish': agency(({ programId, pairingId }) => ({ programId, pairingIds: [pairingId] })),
  'profiles.one': mentee(({ mentee }) => ({ memberId: mentee.memberId })),
  'profiles.save': mentee(({ mentee, termId }) => ({
    memberId: mentee.memberId,
    change: { skills: [{ termId, level: null }] },
  })),
  'programs.list': nothing,
  'programs.one': agency(({ programId }) => ({ programId })),
  'programs.readiness': agency(({ programId }) => ({ programId })),
  'programs.examplePair': agency(({ programId, requestId, offerId }) => ({ programId, requestId, offerId })),
  'programs.start': { of: 'nothing', input: () => ({ name: 'A new program', kind: 'mentoring' }) },
  'programs.save': agency(({ programId }) => ({ programId, change: { weights: DEFAULT_WEIGHTS } })),
  'programs.move': agency(({ programId }) => ({ programId, to: 'closed' })),
  'requests.one': mentee(({ requestId }) => ({ requestId })),
  'requests.ofMember': mentee(({ mentee }) => ({ memberId: mentee.memberId })),
  'requests.start': mentee(({ programId, mentee }) => ({ programId, memberId: mentee.memberId })),
  'requests.save': mentee(({ requestId, termId }) => ({
    requestId,
    change: { skills: [{ termId, need: 'must' }] },
  })),
  'requests.move': mentee(({ requestId }) => ({ requestId, to: 'paused' })),
  'rounds.ofProgram': agency(({ programId }) => ({ programId })),
  'rounds.one': agency(({ roundId }) => ({ roundId })),
  'rounds.progress': agency(({ roundId }) => ({ roundId })),
  'rounds.start': agency(({ programId }) => ({ programId })),
  'rounds.cancel': agency(({ roundId }) => ({ roundId })),
  'rounds.replay': agency(({ roundId }) => ({ roundId })),
  'rounds.whatIf': agency(({ roundId }) => ({ roundId })),
  'rounds.whatIfChoices': agency(({ roundId }) => ({ roundId })),
  'rounds.smallestChange': agency(({ roundId, requestId }) => ({ roundId, requestId })),
  'separations.list': nothing,
  'separations.make': agency(({ mentee, staffId }) => ({
    memberA: mentee.memberId,
    memberB: staffId,
    why: null,
  })),
  'separations.lift': agency(({ separationId }) => ({ separationId })),
  'session.current': nothing,
  'session.demoSignIns': nothing,
  'taxonomy.list': nothing,
  'taxonomy.mergePreview': agency(({ termId, otherTermId }) => ({ gone: termId, into: otherTermId })),
  'taxonomy.add': agency(({ termId }) => ({ kind: 'skill', name: 'A new skill', parentId: termId })),
  'taxonomy.rename': agency(({ termId }) => ({ termId, name: 'Another name' })),
  'taxonomy.move': agency(({ termId, otherTermId }) => ({ termId, parentId: otherTermId })),
  'taxonomy.addAlias': agency(({ termId }) => ({ termId, spelling: 'Another spelling' })),
  'taxonomy.removeAlias': agency(({ termId }) => ({ termId, spelling: 'Another spelling' })),
  'taxonomy.merge': agency(({ termId, otherTermId }) => ({ gone: termId, into: otherTermId })),
  'taxonomy.addStarterSet': nothing,
  'wishes.browse': mentee(({ requestId }) => ({ requestId })),
  // None: the two of this world meet already, and whom one meets cannot be wished for.
  'wishes.save': mentee(({ requestId }) => ({ requestId, wishes: [] })),
};
