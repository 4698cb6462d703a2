import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyPluginAsync } from 'fastify';
import type { Auth } from '../sign-in/auth.ts';

const BODY_LIMIT = 16 * 1024;

/** better-auth speaks web requests: this scope hands it the body as it came, and its answer back. */
export const signInRoutes =
  (auth: Auth): FastifyPluginAsync =>
  async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    app.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
        const headers = fromNodeHeaders(request.headers);
        headers.set('x-trellis-client-address', request.ip);
        const answer = await auth.handler(
          new Request(new URL(request.url, `${request.protocol}://${request.host}`), {
            method: request.method,
            headers,
            ...(typeof request.body === 'string' && request.method === 'POST' ? { body: request.body } : {}),
          }),
        );
        reply.status(answer.status);
        for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
        for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
        reply.header('cache-control', 'no-store');
        return reply.send(answer.body ? Buffer.from(await answer.arrayBuffer()) : null);
      },
    });
  };
