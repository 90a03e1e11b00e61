import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { answerableIds } from '../site/catalogue.js';
import { createAccounts } from './accounts.js';
import { readBody } from './body.js';
import { createSessions } from './sessions.js';
import type { Subscriptions } from './subscriptions.js';

const MAXIMUM_BYTES = 16_000;

const SIGN_IN = z.strictObject({ name: z.string().trim().normalize().min(1).max(40) });

const COUNT = z.int().nonnegative();
const ANSWER = z.strictObject({ granted: z.boolean(), at: COUNT, revision: COUNT });
const ID = z.string().regex(/^[a-z0-9-]+$/);

/** What is answered separately, and what is not asked on this site, is not kept. */
const SNAPSHOT = z.strictObject({
  version: z.literal(1),
  at: COUNT,
  revision: COUNT,
  answers: z
    .record(ID, ANSWER)
    .transform((answers) => Object.fromEntries(Object.entries(answers).filter(([id]) => answerableIds.includes(id)))),
  incomplete: z.boolean().default(false),
});

const CHANGE = z.strictObject({
  channels: z.strictObject({ email: z.boolean(), sms: z.boolean(), phone: z.boolean() }).partial().optional(),
  keepsChoices: z.boolean().optional(),
  snapshot: SNAPSHOT.optional(),
});

/** What the visitor's browser did wrong, and the status that says so. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** @throws {Refusal} Where it is no JSON, too large, or not of this shape. */
async function readJson<Type>(request: IncomingMessage, shape: z.ZodType<Type>): Promise<Type> {
  const { data } = await readBody(request, MAXIMUM_BYTES);
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'The body has to be application/json.');
  }
  if (!data) throw new Refusal(413, 'The body is larger than 16 kB.');
  let value: unknown;
  try {
    value = JSON.parse(data.toString('utf8'));
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
  const { success, data: read, error } = shape.safeParse(value);
  if (!success) throw new Refusal(400, z.prettifyError(error));
  return read;
}

function send(response: ServerResponse, status: number, value?: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(value === undefined ? undefined : JSON.stringify(value));
}

type Action = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * The sample back end of the account page and of push messages. `POST /api/session` signs in and `DELETE` out; `GET /api/account` tells and `PUT`
 * changes. Nobody signed in has the account `null`. `GET /api/push` tells the key for push messages, and how many subscribed.
 */
export function createApi(
  subscriptions: Subscriptions,
): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  const sessions = createSessions();
  const accounts = createAccounts();

  const actions = new Map<string, ReadonlyMap<string, Action>>([
    [
      '/api/session',
      new Map<string, Action>([
        [
          'POST',
          async (request, response) => {
            const { name } = await readJson(request, SIGN_IN);
            sessions.start(response, name);
            send(response, 200, { account: accounts.of(name) });
          },
        ],
        [
          'DELETE',
          async (request, response) => {
            sessions.end(request, response);
            send(response, 200, { account: null });
          },
        ],
      ]),
    ],
    [
      '/api/push',
      new Map<string, Action>([
        [
          'GET',
          (_, response) => {
            send(response, 200, { key: subscriptions.key, subscriptions: subscriptions.count() });
            return Promise.resolve();
          },
        ],
      ]),
    ],
    [
      '/api/account',
      new Map<string, Action>([
        [
          'GET',
          async (request, response) => {
            const name = sessions.nameOf(request);
            send(response, 200, { account: name === undefined ? null : accounts.of(name) });
          },
        ],
        [
          'PUT',
          async (request, response) => {
            const change = await readJson(request, CHANGE);
            const name = sessions.nameOf(request);
            if (name === undefined) throw new Refusal(401, 'Nobody is signed in.');
            send(response, 200, { account: accounts.change(name, change) });
          },
        ],
      ]),
    ],
  ]);

  return async (request, response, path) => {
    const { method = 'GET' } = request;
    const found = actions.get(path);
    const action = found?.get(method === 'HEAD' ? 'GET' : method);
    try {
      if (!found) throw new Refusal(404, 'There is nothing at this address.');
      if (!action) response.setHeader('allow', [...found.keys()].join(', '));
      if (!action) throw new Refusal(405, `${method} is not understood here.`);
      await action(request, response);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, error.status, { error: error.message });
    }
  };
}
