import type { Consent } from '../core/consent.js';
import type { Send, Target } from './reach.js';
import type { Signal } from '../core/signal.js';

/** What a vendor is told: a yes or no for each of its types. */
export type Answers<Type extends string> = Readonly<Record<Type, boolean>>;

/** Ids that must all be a yes: for each type, those that are left out as they are by default; or one list for all types. */
export type Ids<Type extends string> = readonly string[] | Readonly<Partial<Record<Type, readonly string[]>>>;

/** What an outside API wants to hear, as data; {@link vendorSignal} says it. */
export interface Vendor<Type extends string> {
  /** The key under `signals` in the config. */
  readonly id: string;
  /** Where its queue, function or object stands in the page, unless the site says otherwise by `queue` or `sdk`. */
  readonly target: Target;
  /** Its types, and the built-in categories that each follows. */
  readonly ids: Readonly<Record<Type, readonly string[]>>;
  readonly send: Send;
  /** What is said before its script runs and anybody has answered. Default: the same as of an answer. */
  readonly before?: (answers: Answers<Type>) => readonly Command[];
  /** What is said of an answer. */
  readonly tell: (answers: Answers<Type>) => readonly Command[];
  /** The event of the document that says that it is there now. Default: the end of loading, where the page still loads. */
  readonly comes?: string;
  /** Takes away what was left in the page for a script that did not come. */
  readonly end?: () => void;
}

/** One call as the vendor documents it; how it is made is up to {@link Vendor.send}. */
export type Command = readonly unknown[];

/** A signal that can say which ids it follows: the linter asks. */
export interface VendorSignal extends Signal {
  /** By type of the vendor. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

export interface VendorOptions<Type extends string> {
  /** Ids of categories or services. One that nobody configured is a no. */
  readonly ids?: Ids<Type>;
}

/** Options that say where the vendor stands in the page. */
interface Place {
  readonly queue?: string;
  readonly sdk?: Target;
}

/** A config may hold anything. What is no list names nothing, and so never becomes a yes. */
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/**
 * Tells a vendor what holds while nobody has answered, then the first answer, then each one that changes something for it.
 * Where nobody is there to be told, such as an SDK that a gate holds, the next answer says it, or {@link Vendor.comes}.
 */
export function vendorSignal<Type extends string>(
  vendor: Vendor<Type>,
  options: VendorOptions<Type> & Place = {},
): VendorSignal {
  const { id, send, tell, before = tell, comes } = vendor;
  const target = options.queue ?? options.sdk ?? vendor.target;
  const own: unknown = options.ids ?? {};
  const ids = Object.fromEntries(
    Object.entries<readonly string[]>(vendor.ids).map(([type, fallback]) => [
      type,
      listOf(
        typeof own !== 'object' || Array.isArray(own) ? own : ((own as Record<string, unknown>)[type] ?? fallback),
      ),
    ]),
  );
  let atStart = '';
  let told: string | undefined;
  let stop = new AbortController();

  const read = ({ choices }: Consent): Answers<Type> =>
    Object.fromEntries(
      Object.entries(ids).map(([type, named]) => [
        type,
        !!named.length && named.every((each) => choices[each] === true),
      ]),
    ) as Answers<Type>;
  const isOpen = ({ asked }: Consent): boolean =>
    Object.values(ids)
      .flat()
      .some((each) => asked.includes(each));
  const say = (commands: readonly Command[]): boolean => commands.every((command) => send(target, command));

  function update(consent: Consent): void {
    const answers = read(consent);
    const now = JSON.stringify(answers);
    // An answer that was about something else leaves this one open.
    if (now === told || (told === undefined && now === atStart && isOpen(consent))) return;
    if (say(tell(answers))) told = now;
    else if (comes || document.readyState !== 'complete') {
      (comes ? document : window).addEventListener(comes ?? 'load', again, { once: true, signal: stop.signal });
    }

    function again(): void {
      try {
        update(consent);
      } catch (error) {
        console.warn(`Candor: ${id} was not told`, error);
      }
    }
  }

  return {
    id,
    ids,
    start(consent) {
      const answers = read(consent);
      stop = new AbortController();
      told = undefined;
      atStart = JSON.stringify(answers);
      say(before(answers));
      return () => {
        stop.abort();
        vendor.end?.();
      };
    },
    update,
  };
}
