import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSaveQueue, type SaveQueueState } from './save-queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A queue whose sends are answered by hand, in the order they were made. */
function queueByHand() {
  const sent: string[] = [];
  const states: SaveQueueState[] = [];
  const answers: { yes: () => void; no: () => void }[] = [];
  const queue = createSaveQueue<string>({
    rest: 800,
    onState: (state) => states.push(state),
    save(value) {
      sent.push(value);
      return new Promise<void>((resolve, reject) =>
        answers.push({ yes: resolve, no: () => reject(new Error('no')) }),
      );
    },
  });
  const answer = async (index: number, how: 'yes' | 'no') => {
    answers[index]![how]();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { queue, sent, states, answer };
}

describe('createSaveQueue', () => {
  test('sends the newest value once typing rests', () => {
    const { queue, sent } = queueByHand();
    queue.change('a');
    vi.advanceTimersByTime(500);
    queue.change('ab');
    vi.advanceTimersByTime(799);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual(['ab']);
  });

  test('never sends two at once, and the newest last', async () => {
    const { queue, sent, states, answer } = queueByHand();
    queue.change('a');
    queue.flush();
    queue.change('ab');
    queue.change('abc');
    vi.advanceTimersByTime(5000);
    expect(sent).toEqual(['a']);
    await answer(0, 'yes');
    expect(sent).toEqual(['a', 'abc']);
    await answer(1, 'yes');
    expect(states).toEqual(['saving', 'saved', 'saving', 'saved']);
  });

  test('keeps a value that failed until it is sent again', async () => {
    const { queue, sent, states, answer } = queueByHand();
    queue.change('a');
    queue.flush();
    await answer(0, 'no');
    expect(states.at(-1)).toBe('failed');
    queue.flush();
    expect(sent).toEqual(['a', 'a']);
    await answer(1, 'yes');
    expect(states.at(-1)).toBe('saved');
  });

  test('a newer value takes the place of one that failed', async () => {
    const { queue, sent, answer } = queueByHand();
    queue.change('a');
    queue.flush();
    queue.change('b');
    await answer(0, 'no');
    expect(sent).toEqual(['a', 'b']);
  });

  test('has nothing to send when nothing changed', () => {
    const { queue, sent, states } = queueByHand();
    queue.flush();
    expect(sent).toEqual([]);
    expect(states).toEqual([]);
  });
});
