import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { RoundId } from '@trellis/domain/ids';
import type { RoundInput, RoundSettings } from '@trellis/matching/round-input';
import type { RoundProgress } from '@trellis/matching/round-watch';
import type { Answer, MatchJob, MatchReport, Planned, Question, StopFlag } from './match-job.ts';
import { startThread } from './thread-start.ts';
import { openTurns, type TakeTurn } from './turns.ts';

/** How long a thread may take to stop by itself before it is ended. Milliseconds. */
const GRACE = 1000;
/** A thread that was asked nothing for so long is let go; it holds a whole round. */
const REST = 5 * 60_000;
/** Others wait behind a question: one that takes longer is given up. Milliseconds. */
const PATIENCE = 20_000;

export type PlanOutcome =
  | ({ readonly status: 'answered' } & Planned)
  | { readonly status: 'cancelled' }
  | { readonly status: 'crashed'; readonly error: unknown };

/** The matching threads of this process: one for each round that runs, and one that answers questions. */
export interface Matches {
  /**
   * Waits until this process has room for one more round; take it before anything large is loaded, and give it back.
   * However many agencies press Match at once, memory holds a few.
   */
  readonly turn: TakeTurn;
  /** Plans a round in a thread of its own. Never throws: a thread that dies is an outcome. */
  plan(
    id: RoundId,
    input: RoundInput,
    settings: RoundSettings,
    onProgress: (progress: RoundProgress) => void,
  ): Promise<PlanOutcome>;
  /** Runs a snapshot again in a thread of its own. */
  replay(snapshot: string): Promise<PlanOutcome>;
  /** Stops a round that runs in this process; nothing happens when it does not. */
  cancel(id: RoundId): void;
  /**
   * Asks about a saved round. `load` fetches its snapshot, only when the thread does not know it. When `signal` is aborted
   * nobody waits any more: the answer is `stopped`, and the next question is taken up.
   * @throws when the thread dies over it
   */
  ask(
    key: RoundId,
    load: () => Promise<string>,
    question: Question,
    signal?: AbortSignal | undefined,
  ): Promise<Answer>;
  /** Ends all threads at once; rounds they worked on are found interrupted at the next start. */
  close(): Promise<void>;
}

const stopFlag = (): StopFlag => new Int32Array(new SharedArrayBuffer(4));

/** @param atOnce rounds planned at once; one core is left to those who look at screens */
export const openMatches = (atOnce = Math.max(1, availableParallelism() - 1)): Matches => {
  const turn = openTurns(atOnce);
  const running = new Map<string, { stop(): void; drop(): void }>();
  const workers = new Set<Worker>();

  const start = (stop: StopFlag): Worker => {
    const worker = startThread(stop);
    workers.add(worker);
    worker.once('exit', () => workers.delete(worker));
    return worker;
  };

  const runOnce = (
    name: string,
    job: MatchJob,
    onProgress: (progress: RoundProgress) => void,
  ): Promise<PlanOutcome> => {
    const flag = stopFlag();
    const worker = start(flag);
    return new Promise<PlanOutcome>((resolve) => {
      let grace: ReturnType<typeof setTimeout> | undefined;
      const end = (outcome: PlanOutcome) => {
        clearTimeout(grace);
        running.delete(name);
        resolve(outcome);
        void worker.terminate();
      };
      running.set(name, {
        stop() {
          Atomics.store(flag, 0, 1);
          grace ??= setTimeout(() => end({ status: 'cancelled' }), GRACE);
        },
        drop: () => end({ status: 'cancelled' }),
      });
      worker.on('message', (report: MatchReport) => {
        if (report.kind === 'progress') onProgress(report.progress);
        if (report.kind === 'planned') end({ status: 'answered', ...report.planned });
      });
      worker.once('error', (error) => end({ status: 'crashed', error }));
      worker.once('exit', (code) =>
        end({ status: 'crashed', error: new Error(`the thread ended with ${code}`) }),
      );
      worker.postMessage(job);
    });
  };

  const questions = openQuestions(start);
  return {
    turn,
    plan: (id, input, settings, onProgress) => runOnce(id, { kind: 'plan', input, settings }, onProgress),
    async replay(snapshot) {
      const giveBack = await turn();
      try {
        return await runOnce(`replay ${++replays}`, { kind: 'replay', snapshot }, () => {});
      } finally {
        giveBack();
      }
    },
    cancel: (id) => running.get(id)?.stop(),
    ask: questions.ask,
    async close() {
      questions.close();
      for (const { drop } of [...running.values()]) drop();
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
};

let replays = 0;

/** One thread that answers one question after the other and remembers the round it was asked about last. */
const openQuestions = (start: (stop: StopFlag) => Worker) => {
  let thread: { readonly worker: Worker; readonly stop: StopFlag; key: RoundId | null } | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const letGo = () => {
    clearTimeout(rest);
    void thread?.worker.terminate();
    thread = null;
  };

  const begin = () => {
    const stop = stopFlag();
    return { worker: start(stop), stop, key: null };
  };

  const putOne: Matches['ask'] = async (key, load, question, signal) => {
    if (signal?.aborted) return { kind: 'stopped' };
    clearTimeout(rest);
    const snapshot = thread?.key === key ? null : await load();
    thread ??= begin();
    const asked = thread;
    asked.worker.unref();
    Atomics.store(asked.stop, 0, 0);
    try {
      const job: MatchJob = { kind: 'ask', key, snapshot, question };
      const { answer, isDone } = await answerOf(asked, job, signal);
      if (!isDone) {
        letGo();
        return answer;
      }
      asked.key = key;
      rest = setTimeout(letGo, REST).unref();
      return answer;
    } catch (error) {
      letGo();
      throw error;
    }
  };

  return {
    ask(...question: Parameters<Matches['ask']>): Promise<Answer> {
      const answer = queue.then(() => putOne(...question));
      queue = answer.catch(() => {});
      return answer;
    },
    close: letGo,
  };
};

/** Puts a question to a thread. Not done: it thinks on, though nobody waits, and has to be let go. */
const answerOf = (
  { worker, stop }: { readonly worker: Worker; readonly stop: StopFlag },
  job: MatchJob,
  signal: AbortSignal | undefined,
): Promise<{ readonly answer: Answer; readonly isDone: boolean }> =>
  new Promise((resolve, reject) => {
    let grace: ReturnType<typeof setTimeout> | undefined;
    const end = (answer: Answer, isDone: boolean) => {
      clearTimeout(patience);
      clearTimeout(grace);
      signal?.removeEventListener('abort', onAbort);
      worker.off('error', reject).off('exit', onExit).off('message', onMessage);
      resolve({ answer, isDone });
    };
    const onMessage = (report: MatchReport) => {
      if (report.kind === 'answered') end(report.answer, true);
    };
    const onExit = () => reject(new Error('the thread ended before it answered'));
    const onAbort = () => {
      Atomics.store(stop, 0, 1);
      grace = setTimeout(() => end({ kind: 'stopped' }, false), GRACE);
    };
    const patience = setTimeout(() => end({ kind: 'too_slow' }, false), PATIENCE);
    worker.on('message', onMessage).once('error', reject).once('exit', onExit);
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.postMessage(job);
  });
