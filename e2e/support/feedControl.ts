/** One call of the simulated feed's control, see docs/simulated-feed.md. @throws its refusal */
export type FeedControl = (method: string, path: string, body?: object) => Promise<unknown>;

export function createFeedControl(feedControlUrl: string): FeedControl {
  return async (method, path, body) => {
    const init = { method, body: body && JSON.stringify(body) };
    const response = await fetch(`${feedControlUrl}${path}`, init);
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  };
}
