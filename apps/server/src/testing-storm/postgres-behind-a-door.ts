import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { startPostgres } from '../../../../packages/db/embedded/embedded.mjs';

/** A durable PostgreSQL that can be killed and started again, always at the same address. */
export interface Postgres {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** kill -9 of the server, as a machine that loses power: then started again on the same data. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts it on an empty folder of its own. Whoever connects does so through a door on a port that stays, since each start
 * takes another port.
 */
export const startCrashablePostgres = async (): Promise<Postgres> => {
  const folder = mkdtempSync('/tmp/trellis-storm-');
  chmodSync(folder, 0o755); // Postgres may run as another user than we do.
  let running = await startPostgres(folder);
  const sockets = new Set<Socket>();
  const door = createServer((outside) => {
    const inside = connect(running.port, running.host);
    for (const [socket, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('the door has no port');
  const through = (url: string): string => {
    const at = new URL(url);
    at.port = String(address.port);
    return at.href;
  };
  return {
    ownerUrl: through(running.ownerUrl),
    appUrl: through(running.appUrl),
    async crash() {
      process.kill(running.pid, 'SIGKILL');
      await running.ended;
      running = await startPostgres(folder);
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      door.close();
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
