import type { Category, Service } from '../../core/config.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { categoryTexts } from './category-texts.js';

/** A category or service. */
export type Entry = Category | Service;

export interface Words {
  readonly title: string;
  readonly description: string | undefined;
}

/** What a category or service is called, and what it is for: in the site's words, else in ours where it is built in. */
export function wordsFor({ msg, text }: ConsentController): (entry: Entry) => Words {
  const builtIn = categoryTexts(msg);
  return (entry) => {
    const { id, title, name, description, personalises } = entry as Category & Service;
    const ours = builtIn[id] ?? (personalises ? builtIn['personalised'] : undefined);
    return {
      title: text(title) ?? text(name) ?? ours?.title ?? id,
      description: text(description) ?? ours?.description,
    };
  };
}
