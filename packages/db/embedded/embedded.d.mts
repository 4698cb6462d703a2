/** Where a server listens and how its two roles sign in. All passwords are URL-safe text. */
export interface ConnectionFacts {
  host: string;
  port: number;
  database: string;
  /** Owns the database, may create roles and databases, is no superuser. Exists after the first start. */
  ownerRole: string;
  /** The role the server works as. NOT created by the starter: migrations do, with `appPassword`, guarded. */
  appRole: string;
  appPassword: string;
  /** `postgres://` URL of the owner role on `database`. */
  ownerUrl: string;
  /** `postgres://` URL of the app role on `database`. */
  appUrl: string;
}

/** A running PostgreSQL. It ends when this process ends, however that happens. */
export interface RunningPostgres extends ConnectionFacts {
  /** The folder that holds `postgres/` (data) and `postgres.log`. */
  folder: string;
  /** Process id of the server. */
  pid: number;
  /** Resolves with the exit code when the server has ended, asked to or not. */
  ended: Promise<number>;
  /** Ends the server in order and waits for it. Harmless when called twice. */
  stop(): Promise<void>;
}

/**
 * Starts the durable server of a data folder, creating the cluster, the owner role and the database on the
 * first run, on a free port of 127.0.0.1. The caller must hold the folder's lock (lock.mjs): a server left
 * behind on it by killed processes is ended first. Throws with the end of the log when it does not start.
 */
export function startPostgres(folder: string): Promise<RunningPostgres>;

/**
 * Starts a server for tests on an empty temporary folder: no fsync, nothing kept. About one second.
 * `stop()` removes the folder; so does the end of this process.
 */
export function startTestPostgres(): Promise<RunningPostgres>;

/** The connection facts of a durable server known to listen on `port`, from its data folder's secrets. */
export function connectionFacts(
  port: number,
  secrets: { ownerPassword: string; appPassword: string },
): ConnectionFacts;
