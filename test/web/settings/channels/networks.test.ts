import { CHANNELS } from '../../../../channels';
import { en } from '../../../../web/words/en';
import { channels as english } from '../../../../web/words/en/channels';
import { networks as inEnglish } from '../../../../web/words/en/networks';
import { es } from '../../../../web/words/es';
import { channels as spanish } from '../../../../web/words/es/channels';
import { networks as inSpanish } from '../../../../web/words/es/networks';
import { ptBr } from '../../../../web/words/pt-br';
import { channels as portuguese } from '../../../../web/words/pt-br/channels';
import { networks as inPortuguese } from '../../../../web/words/pt-br/networks';

const LANGUAGES = [
  { language: 'English', common: en.common, channels: english, networks: inEnglish },
  { language: 'Spanish', common: es.common, channels: spanish, networks: inSpanish },
  { language: 'Portuguese', common: ptBr.common, channels: portuguese, networks: inPortuguese },
];

describe.each(LANGUAGES)('in $language', ({ language, common, channels, networks }) => {
  test.each(CHANNELS.map((kind) => [kind.kind, kind] as const))('%s has a name, and words for what it asks', (name, kind) => {
    expect(common.networks[name]).toMatch(/\S/);
    expect(networks.about[name]).toMatch(/\S/);
    expect(networks.steps[name]?.length).toBeGreaterThan(0);
    for (const field of kind.config) {
      expect([field.name, channels.fields[field.name]]).toEqual([field.name, expect.stringMatching(/\S/)]);
      for (const choice of field.choices ?? []) expect(networks.choices[`${field.name} ${choice}`]).toMatch(/\S/);
      if (language === 'English') continue;
      for (const says of [field.says, ...(field.pattern ? [field.pattern.says] : [])])
        expect([says, channels.fromDesk[says]]).toEqual([says, expect.stringMatching(/\S/)]);
    }
  });
});
