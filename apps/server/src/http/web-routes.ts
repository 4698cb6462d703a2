import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';

const NONCE_MARK = '__CSP_NONCE__';
const YEAR_SECONDS = 31_536_000;

/** The built web: hashed assets for a year, and the one page, with this response's nonce, for every address. */
export const webRoutes =
  (folder: string): FastifyPluginAsync =>
  async (app) => {
    const root = resolve(folder);
    const page = readFileSync(join(root, 'index.html'), 'utf8');
    await app.register(fastifyStatic, {
      root,
      index: false,
      wildcard: true,
      setHeaders: (reply, path) => {
        const hashed = path.startsWith(join(root, 'assets'));
        reply.header('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
      },
    });
    app.setNotFoundHandler((request, reply) => {
      const wantsPage = request.method === 'GET' && !/^\/(trpc|api|assets)(\/|$)/.test(request.url);
      if (!wantsPage) return reply.status(404).send({ error: 'not_found' });
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(page.replaceAll(NONCE_MARK, reply.cspNonce.style));
    });
    app.get('/', (_request, reply) => reply.callNotFound());
  };
