import { isForChina, places, told, type Finding } from './finding.js';

/**
 * Sensitive data about which the visitor is not told why it is needed and what it means for them: GDPR art. 9 and 13, PIPL
 * art. 30. China counts a precise position among it (art. 28).
 */
export const sensitive = (config: unknown): Finding[] =>
  places(config)
    .filter(({ entry: { id, services }, category }) =>
      category
        ? category['id'] === 'sensitive' || (id === 'precise' && isForChina(config))
        : id === 'sensitive' && !(Array.isArray(services) && services.length),
    )
    .flatMap((place) =>
      ['necessity', 'impact']
        .filter((key) => !told(place, key))
        .map((key) => ({
          path: `${place.path}.${key}`,
          value: undefined,
          severity: 'error' as const,
          message:
            key === 'necessity'
              ? 'this data is sensitive, and a consent to it counts only if the visitor is told why it cannot be done without; write that'
              : 'this data is sensitive, and a consent to it counts only if the visitor is told what it means for their rights and interests; write that',
        })),
    );
