import closeWithGrace from 'close-with-grace';
import { createDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { prepareDatabase } from './prepare-database.ts';

const env = readEnv(process.env);
await prepareDatabase(env);
const deps = await createDeps(env);
const stopJobs = startJobs(deps);

closeWithGrace({ delay: 8000 }, async ({ err }) => {
  if (err) deps.log.fatal({ err }, 'ending after a fault');
  await stopJobs();
  await deps.close();
});
