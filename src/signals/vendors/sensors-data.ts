import { callMethodOnce, type Target } from '../reach.js';
import { vendorSignal, type VendorOptions, type VendorSignal } from '../vendor.js';

export interface SensorsDataOptions extends VendorOptions<'consent'> {
  /** The SDK where it was imported, or its name in the page. Default `sensors`. */
  readonly sdk?: Target;
  /**
   * Whether the SDK is to do nothing at all before `sensors.init()` (`is_compliance_enabled`), for a page that loads it before
   * the answer and calls `init` on the yes. The vendor supports that for a script that is not `async` only. Default false.
   */
  readonly complianceMode?: boolean;
}

/** It has its switch from `init()` on. */
const isReady = (sdk: unknown): boolean => {
  const sensors = sdk as { readonly readyState?: { readonly state: number } } | undefined;
  return !((sensors?.readyState?.state as number) < 3);
};

/**
 * Sensors Data (神策): `enableSDK` and `disableSDK`, which it forgets with the page. Tried against sa-sdk-javascript 1.27.
 *
 * Nothing can be said to it before `sensors.init()`, so its start is what must wait: mark its script with
 * `data-consent="analytics"`, or, with `complianceMode`, call `init` in a gate.
 *
 * @see https://manual.sensorsdata.cn/sa/docs/tech_sdk_client_web_policy
 */
export function sensorsData(options?: SensorsDataOptions): VendorSignal {
  const tell = ({ consent }: { readonly consent: boolean }) => [[consent ? 'enableSDK' : 'disableSDK']];
  return vendorSignal(
    {
      id: 'sensorsData',
      target: 'sensors',
      ids: { consent: ['analytics'] },
      send: callMethodOnce(isReady),
      before(answers) {
        if (options?.complianceMode) {
          const page = globalThis as { sensors_data_pre_config?: object };
          page.sensors_data_pre_config = { ...page.sensors_data_pre_config, is_compliance_enabled: true };
        }
        return tell(answers);
      },
      tell,
    },
    options,
  );
}
