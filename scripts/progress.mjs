// Lines that show a person what is going on, and that it still goes on.
const HEARTBEAT_MS = 5_000;

/** One line of progress. */
export function say(text) {
  console.log(`▸ ${text}`);
}

/** Seconds since `from` (a Date.now() value), like "3.2 s". */
export function since(from) {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}

/**
 * Says what is being done, repeats a sign of life while it lasts and says when it is done.
 * `detail()` may return words on how far it is.
 */
export async function during(what, work, detail = () => '') {
  const started = Date.now();
  say(`${what} …`);
  const beat = setInterval(() => {
    const extra = detail();
    console.log(`  … ${what.toLowerCase()}, ${since(started)}${extra ? `, ${extra}` : ''}`);
  }, HEARTBEAT_MS);
  try {
    const result = await work();
    if (Date.now() - started > 1_000) console.log(`  done in ${since(started)}`);
    return result;
  } finally {
    clearInterval(beat);
  }
}
