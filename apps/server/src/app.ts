import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { ping } from '@trellis/db/client';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Deps } from './deps.ts';
import type { Env } from './env.ts';
import { exportRoutes } from './features/exports/export-routes.ts';
import { signInRoutes } from './http/sign-in-routes.ts';
import { webRoutes } from './http/web-routes.ts';
import { type Context, findVisitor, type Visitor } from './trpc/context.ts';
import { type AppRouter, appRouter } from './trpc/router.ts';

/** A spreadsheet of ten thousand rows, as text, fits. */
const BODY_LIMIT = 12 * 1024 * 1024;
const CALLS_A_MINUTE = 600;

type Settings = Pick<
  Env,
  'TRELLIS_WEB_DIR' | 'TRELLIS_RATE_LIMIT' | 'TRELLIS_TRUSTED_PROXIES' | 'PUBLIC_URL'
>;

/** The HTTP server, not listening yet: tests inject into it. */
export const buildApp = async (deps: Deps, settings: Settings): Promise<FastifyInstance> => {
  const app = Fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.TRELLIS_TRUSTED_PROXIES,
    routerOptions: { maxParamLength: 1000 },
    requestTimeout: 60_000,
    forceCloseConnections: true,
  });
  const https = settings.PUBLIC_URL?.startsWith('https:') ?? false;
  await app.register(helmet, {
    enableCSPNonces: true,
    strictTransportSecurity: https,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Style attributes place things (charts, virtual rows); they cannot load or run anything.
        styleSrcAttr: ["'unsafe-inline'"],
      },
    },
  });
  await app.register(cookie);
  await app.register(compress, { threshold: 1024 });
  await app.register(underPressure, { maxEventLoopDelay: 2000, exposeStatusRoute: false });
  await app.register(rateLimit, { global: false });
  app.get('/health', async (_request, reply) => {
    await ping(deps.db);
    return reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
  await app.register(signInRoutes(deps.auth));
  await app.register(exportRoutes(deps));

  const countCall = app.createRateLimit({ max: CALLS_A_MINUTE, timeWindow: 60_000 });
  const limited = settings.TRELLIS_RATE_LIMIT === 'on';
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/trpc')) reply.header('cache-control', 'no-store');
  });
  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      maxBatchSize: 10,
      createContext: ({ req }): Context => {
        let visitor: Promise<Visitor | null> | undefined;
        return {
          deps,
          request: req,
          visitor: () => {
            visitor ??= findVisitor(deps, req);
            return visitor;
          },
          withinLimit: async () => {
            if (!limited) return true;
            const count = await countCall(req);
            return count.isAllowed || !count.isExceeded;
          },
        };
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  });
  if (settings.TRELLIS_WEB_DIR) await app.register(webRoutes(settings.TRELLIS_WEB_DIR));
  return app;
};
