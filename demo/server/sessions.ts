import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const COOKIE = 'northlark_session';
const DAY_SECONDS = 86_400;
const MAXIMUM_SESSIONS = 1000;
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Lax';

/** Who is signed in on which browser: in memory, so that a restart signs everybody out. */
export interface Sessions {
  /** The name of who is signed in, or nothing. */
  nameOf(request: IncomingMessage): string | undefined;
  start(response: ServerResponse, name: string): void;
  end(request: IncomingMessage, response: ServerResponse): void;
}

function tokenOf({ headers: { cookie = '' } }: IncomingMessage): string {
  return new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`).exec(cookie)?.[1] ?? '';
}

export function createSessions(): Sessions {
  const names = new Map<string, string>();
  return {
    nameOf: (request) => names.get(tokenOf(request)),
    start(response, name) {
      const token = randomBytes(24).toString('base64url');
      names.set(token, name);
      const [oldest] = names.keys();
      if (names.size > MAXIMUM_SESSIONS && oldest !== undefined) names.delete(oldest);
      response.setHeader('set-cookie', `${COOKIE}=${token}; Max-Age=${DAY_SECONDS}; ${ATTRIBUTES}`);
    },
    end(request, response) {
      names.delete(tokenOf(request));
      response.setHeader('set-cookie', `${COOKIE}=; Max-Age=0; ${ATTRIBUTES}`);
    },
  };
}
