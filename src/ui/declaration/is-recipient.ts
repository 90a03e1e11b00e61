import type { Service } from '../../core/config.js';
import type { ConsentController } from '../shared/consent-controller.js';

/** Whether somebody else receives data by a service, and it is not just a channel or a tool of the site itself. */
export function isRecipient({ text, config }: ConsentController, service: Service): boolean {
  const { contact, policy, country, role } = service;
  const provider = text(service.provider);
  return provider ? provider !== text(config.controller?.name) : !!(contact ?? policy ?? country ?? role);
}
