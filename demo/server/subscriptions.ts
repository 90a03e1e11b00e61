import { createECDH } from 'node:crypto';
import { z } from 'zod';

/** What a browser gives a page that subscribes: https://www.w3.org/TR/push-api/#dom-pushsubscription-tojson. */
const BODY = z.object({
  subscription: z.object({
    endpoint: z.url({ protocol: /^https$/ }).max(2000),
    keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
  }),
});

const MAXIMUM_SUBSCRIPTIONS = 1000;

/** The browsers that asked to be told by push messages: in memory, so that a restart forgets them. Nothing is ever sent. */
export interface Subscriptions {
  /**
   * Whom browsers let send (VAPID, RFC 8292): a point of P-256, not compressed, in URL-safe Base64. Nobody keeps the private
   * part, because this server never sends.
   */
  readonly key: string;
  readonly count: () => number;
  /** @throws Where it is none. */
  readonly add: (body: Buffer) => void;
}

export function createSubscriptions(): Subscriptions {
  const kept = new Map<string, z.infer<typeof BODY>['subscription']>();
  return {
    key: createECDH('prime256v1').generateKeys('base64url'),
    count: () => kept.size,
    add(body) {
      const { subscription } = BODY.parse(JSON.parse(body.toString('utf8')));
      kept.set(subscription.endpoint, subscription);
      const [oldest] = kept.keys();
      if (kept.size > MAXIMUM_SUBSCRIPTIONS && oldest !== undefined) kept.delete(oldest);
    },
  };
}
