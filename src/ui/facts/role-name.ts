import type { Service } from '../../core/config.js';
import type { Msg } from '../i18n/msg.js';

/** What a recipient is by law, in words. */
export const roleName = (msg: Msg, role: Service['role']): string | undefined =>
  role &&
  {
    processor: msg('Works on our behalf', { id: 'service.role.processor', desc: 'GDPR art. 28, PIPL art. 21' }),
    joint: msg('Decides together with us', { id: 'service.role.joint', desc: 'GDPR art. 26, PIPL art. 20' }),
    independent: msg('Uses the data for purposes of its own', { id: 'service.role.independent', desc: 'PIPL art. 23' }),
  }[role];
