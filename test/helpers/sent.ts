/** What a page sends, by whatever way: nothing leaves it, and every request is answered with success. */
export interface Sent {
  /** Address and body of each request, decoded where they were encoded. */
  readonly requests: readonly string[];
  /** Those of these words that were sent, in their order. */
  words(among: readonly string[]): string[];
  stop(): void;
}

const decoded = (text: string): string => {
  const plain = decodeURIComponent(text.replaceAll('+', ' '));
  const encoded = plain.match(/[A-Za-z\d+/]{40,}={0,2}/g) ?? [];
  return [plain, ...encoded.map((part) => atob(part.slice(0, part.length - (part.length % 4))))].join('\n');
};

const textOf = async (body: unknown): Promise<string> => {
  if (body === undefined || body === null) return '';
  const text = await new Response(body as BodyInit).text();
  try {
    return decoded(text);
  } catch {
    return text;
  }
};

export function watchRequests(): Sent {
  const requests: string[] = [];
  const take = (address: string, body: unknown): void => {
    const index = requests.push(address) - 1;
    void textOf(body).then((text) => (requests[index] += `\n${text}`));
  };
  const native = { fetch, beacon: navigator.sendBeacon.bind(navigator), Request: XMLHttpRequest, Image };

  window.fetch = (input, init) => {
    const request = input instanceof Request ? input : undefined;
    take(request?.url ?? (input as string | URL).toString(), init?.body ?? request?.body);
    return Promise.resolve(new Response('{"code":200}', { headers: { 'content-type': 'application/json' } }));
  };
  navigator.sendBeacon = (address, body) => {
    take(String(address), body);
    return true;
  };
  window.XMLHttpRequest = class extends native.Request {
    private address = '';
    override open(_method: string, address: string | URL): void {
      this.address = String(address);
      super.open('GET', 'data:application/json,{"code":200}');
    }
    override send(body?: XMLHttpRequestBodyInit): void {
      take(this.address, body);
      super.send();
    }
  };
  window.Image = class extends native.Image {
    override set src(address: string) {
      take(decoded(address), undefined);
    }
  };

  return {
    requests,
    words: (among) =>
      requests.flatMap((request) =>
        among
          .filter((word) => request.includes(word))
          .sort((one, other) => request.indexOf(one) - request.indexOf(other)),
      ),
    stop() {
      window.fetch = native.fetch;
      navigator.sendBeacon = native.beacon;
      window.XMLHttpRequest = native.Request;
      window.Image = native.Image;
    },
  };
}
