import { networkUrl, vendorOf } from './find-vendor.js';
import type { Vendor } from './vendors.js';

/** A request of this page to somebody who is known. */
export interface VendorRequest {
  readonly url: URL;
  readonly vendor: Vendor;
  /** In ms since navigation. */
  readonly startTime: number;
  /** What asked: `script`, `img`, `fetch`, `beacon`. */
  readonly initiatorType: string;
}

/** Follows what the page asks known vendors for, from its start on. */
export function followRequests(heard: () => void): { readonly seen: readonly VendorRequest[]; stop(): void } {
  const seen: VendorRequest[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime, initiatorType } of list.getEntries() as PerformanceResourceTiming[]) {
      const url = networkUrl(name);
      const vendor = url && vendorOf(url);
      if (vendor) seen.push({ url, vendor, startTime, initiatorType });
    }
    // Whatever was loaded may have left something on the device.
    heard();
  });
  observer.observe({ type: 'resource', buffered: true });
  return { seen, stop: () => observer.disconnect() };
}
