import closeWithGrace from 'close-with-grace';
import { buildApp } from './app.ts';
import { createDeps } from './deps.ts';
import { readEnv } from './env.ts';
import { prepareDatabase } from './prepare-database.ts';

const env = readEnv(process.env);
await prepareDatabase(env);
const deps = await createDeps(env);
const app = await buildApp(deps, env);

closeWithGrace({ delay: 8000 }, async ({ err }) => {
  if (err) deps.log.fatal({ err }, 'ending after a fault');
  await app.close();
  await deps.close();
});

await app.listen({ port: env.PORT, host: env.HOST });
