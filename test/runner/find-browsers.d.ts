// What the TypeScript helpers use of find-browsers.js.
export interface Chromium {
  executablePath: string;
  headless: true | 'shell';
  args: string[];
  source: string;
}
export function findChromium(): Promise<Chromium>;
export interface WebKit {
  driver: string;
  miniBrowser: string;
  displayServer: string;
  settingsDaemon: string;
}
export function findFirefox(): string | undefined;
export function findWebKit(): WebKit | undefined;
export function requestedEngines(): string[] | undefined;
