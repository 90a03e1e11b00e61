import { onArrival } from '../arrival.js';
import { call } from '../reach.js';
import { vendorSignal, type Command, type VendorOptions, type VendorSignal } from '../vendor.js';

export interface MetaPixelOptions extends VendorOptions<'consent'> {
  /**
   * Whether a no also sets Limited Data Use, with the place left to Meta to find out (`0, 0`), and a yes lifts it: for visitors
   * from the United States. Default false.
   */
  readonly limitedDataUse?: boolean;
}

/**
 * Meta Pixel: `revoke` before `init`, then `grant` or `revoke`, and Limited Data Use where it is wanted.
 *
 * Meta's base code does nothing where it finds an `fbq`, and so would never load the pixel if a stub stood there. So none does:
 * what there is to say waits, and is the first that the base code's own `fbq` hears, before it can be told to `init`.
 *
 * `revoke` does not hold the pixel's script itself: mark the base code with `data-consent="advertising"`, or block
 * `connect.facebook.net`.
 *
 * @see https://developers.facebook.com/docs/meta-pixel/implementation/gdpr
 * @see https://developers.facebook.com/docs/marketing-apis/data-processing-options
 */
export function metaPixel(options?: MetaPixelOptions): VendorSignal {
  const waiting: Command[] = [];
  let stopWaiting: (() => void) | undefined;

  return vendorSignal(
    {
      id: 'metaPixel',
      target: 'fbq',
      ids: { consent: ['advertising'] },
      send(name, command) {
        if (call(name, command)) return true;
        waiting.push(command);
        stopWaiting ??= onArrival('fbq', (fbq) => {
          while (waiting.length) {
            (fbq as (...parts: unknown[]) => void)(...(waiting[0] as Command));
            waiting.shift();
          }
        });
        return true;
      },
      tell: ({ consent }) => [
        ...(options?.limitedDataUse ? [['dataProcessingOptions', ...(consent ? [[]] : [['LDU'], 0, 0])]] : []),
        ['consent', consent ? 'grant' : 'revoke'],
      ],
      end() {
        waiting.length = 0;
        stopWaiting?.();
        stopWaiting = undefined;
      },
    },
    options,
  );
}
