import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.ts';
import { openDemo } from './demo/open-demo.ts';
import { createDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { prepareDatabase } from './prepare-database.ts';
import { welcome } from './welcome.ts';

const env = readEnv(process.env);
await prepareDatabase(env);
const deps = await createDeps(env);
if (env.TRELLIS_SEED_DEMO) await openDemo(deps);
const app = await buildApp(deps, env);
const stopJobs = startJobs(deps);

closeWithGrace({ delay: 8000 }, async ({ err }) => {
  if (err) deps.log.fatal({ err }, 'ending after a fault');
  await app.close();
  await stopJobs();
  await deps.close();
});

await app.listen({ port: env.PORT, host: env.HOST });
process.stdout.write(welcome(env));
