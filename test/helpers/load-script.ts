/** Brings a classic script into the page. */
export const loadScript = (address: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = resolve;
    script.onerror = reject;
    script.src = address;
    document.head.append(script);
  });
