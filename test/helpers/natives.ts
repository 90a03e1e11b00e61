/**
 * What stands for the browser's own functions where no sensor and no push service can be reached: the page's scripts and
 * Candor find it when they come, as they would find the native one. It counts who gets through to it.
 */
export interface Natives {
  /** Calls of `getCurrentPosition()`. */
  readonly positions: number;
  /** Calls of `PushManager.subscribe()`. */
  readonly subscriptions: number;
  /** Calls of `Notification.requestPermission()`: each would spend the browser's question. */
  readonly questions: number;
}

/** Munich. */
const POSITION = { latitude: 48.137, longitude: 11.575, accuracy: 10 };

const SUBSCRIPTION = { endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } };

/**
 * A script for the page, to run before any other.
 *
 * @param push What the push service does.
 */
export const countNatives = (push: 'answers' | 'is out of reach' = 'answers'): string => `(() => {
  const natives = (window.natives = { positions: 0, subscriptions: 0, questions: 0 });
  Geolocation.prototype.getCurrentPosition = function getCurrentPosition(succeed) {
    natives.positions++;
    setTimeout(() => succeed({ coords: ${JSON.stringify(POSITION)}, timestamp: Date.now() }));
  };
  if ('PushManager' in window) {
    PushManager.prototype.subscribe = async function subscribe() {
      natives.subscriptions++;
      if (${push === 'is out of reach'}) throw new DOMException('Registration failed', 'AbortError');
      return { toJSON: () => (${JSON.stringify(SUBSCRIPTION)}), unsubscribe: async () => true };
    };
  }
  if ('Notification' in window) {
    Notification.requestPermission = async function requestPermission() {
      natives.questions++;
      return 'granted';
    };
  }
})();`;
