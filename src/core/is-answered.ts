import { expiryOf } from './decide.js';
import type { Decision } from './decision.js';
import type { Model } from './model.js';

/**
 * Whether the visitor has answered for a category, or for a service by itself or with its category, and that still counts.
 *
 * @param now Unix seconds.
 */
export const isAnswered = ({ categories }: Model, { answers }: Decision, id: string, now: number): boolean =>
  categories.some((category) => {
    const service = category.services.find((each) => each.id === id);
    if (!service && category.id !== id) return false;
    const { revision } = service ?? category;
    return (service?.need ? [id] : [category.id, id]).some((name) => {
      const answer = answers.get(name);
      return !!answer && answer.revision >= revision && expiryOf(answer, category.lifespan) > now;
    });
  });
