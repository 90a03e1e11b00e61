/** A second attempt to fetch the config. A text in its place says why there is none. */
export async function fetchAgain(url: string): Promise<unknown> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status}`);
    return await response.json();
  } catch (error) {
    return `${url}: ${error as Error}`;
  }
}
