import type { KeptItem } from '../../core/stored-items.js';
import { formatDuration } from '../facts/duration.js';
import type { Msg } from '../i18n/msg.js';
import type { ConsentController } from '../shared/consent-controller.js';

/** How long something stays on the device. */
export function staysFor({ msg, locale }: ConsentController, { type, retention }: KeptItem): string {
  if (retention) return formatDuration(retention, locale);
  return type === 'cookie' || type === 'sessionStorage'
    ? msg('Until you close the browser', { id: 'stored.until-closed', desc: 'How long a cookie stays' })
    : msg('Until it is removed', { id: 'stored.until-removed', desc: 'How long an entry of local storage stays' });
}

/** Where something is kept on the device. */
export const placeName = (msg: Msg, type: KeptItem['type']): string =>
  ({
    cookie: msg('Cookie', { id: 'stored.cookie', desc: 'A kind of storage in the browser' }),
    localStorage: msg('Local storage', { id: 'stored.local', desc: 'A kind of storage in the browser' }),
    sessionStorage: msg('Session storage', { id: 'stored.session', desc: 'A kind of storage in the browser' }),
    indexedDB: msg('Database', { id: 'stored.database', desc: 'A kind of storage in the browser' }),
    cache: msg('Cache', { id: 'stored.cache', desc: 'A kind of storage in the browser' }),
  })[type] ?? type;
