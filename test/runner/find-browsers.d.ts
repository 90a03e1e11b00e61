// What the TypeScript helpers use of find-browsers.js.
export interface Chromium {
  executablePath: string;
  headless: true | 'shell';
  args: string[];
  source: string;
}
export function findChromium(): Promise<Chromium>;
