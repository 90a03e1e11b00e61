import { isObject, places, type Finding, type Json } from './finding.js';

/** Words by which a site says that it fits messages to the person. */
const FITTING = /personali[sz]|tailored|your interests|recommend|个性化|個人化|画像|兴趣|興趣|推荐|推薦/i;

const isMarketing = ({ id, group }: Json): boolean => (group ?? (id === 'push' ? 'marketing' : '')) === 'marketing';

/** `personalises` where it names nothing, and marketing that is personalised without a switch for that. */
export function personalisation(config: unknown): Finding[] {
  const all = places(config);
  return all.flatMap(({ path, entry, category, isNecessary }): Finding[] => {
    const { personalises, id } = entry;
    if (category && personalises !== undefined) {
      const target = all.find((other) => other.entry['id'] === personalises && other.category);
      if (target && personalises !== id && target.category === category) return [];
      return [
        {
          path: `${path}.personalises`,
          value: personalises,
          severity: 'error',
          message:
            'this is no other service of the same category, so the switch has no effect; name the channel it fits to the person',
        },
      ];
    }
    if (category || isNecessary || !isMarketing(entry)) return [];
    const services = Array.isArray(entry['services']) ? entry['services'].filter(isObject) : [];
    const says = FITTING.test(
      JSON.stringify(
        [entry, ...services].map(({ id, title, name, description, method }) => [id, title, name, description, method]),
      ),
    );
    return !says || services.some((service) => service['personalises'])
      ? []
      : [
          {
            path,
            value: id,
            severity: 'warning',
            message:
              'these messages are fitted to the person, who must be able to refuse that and keep the messages (PIPL art. 24): add a service with `personalises` for each channel',
          },
        ];
  });
}
