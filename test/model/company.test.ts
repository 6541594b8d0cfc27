import { describe, expect, it } from 'vitest';
import { commonName, companies, findCompany, foldName, isGroup, pairId, sameGroup } from '../../model/company.ts';

describe('companies', () => {
  it.each([
    ['AWS', 'Amazon'],
    ['Alphabet', 'Google'],
    ['Google DeepMind', 'Google'],
    ['Meta Platforms, Inc.', 'Meta'],
    ['Open AI', 'OpenAI'],
    ['Inflection', 'Inflection AI'],
    ['mistral', 'Mistral AI'],
    ['Character AI', 'Character.AI'],
    ['NVIDIA Corporation', 'Nvidia'],
    ['Soft Bank', 'SoftBank'],
  ])('knows %s as %s', (written, name) => expect(commonName(written)).toBe(name));

  it('leaves an unlisted name as it is, but for its legal form', () => {
    expect(commonName('Acme Robotics GmbH')).toBe('Acme Robotics');
    expect(commonName('Zephyr')).toBe('Zephyr');
    expect(findCompany('Zephyr')).toBeNull();
  });
  it('tells the groups in scope from the rest', () => {
    expect([isGroup('Azure'), isGroup('Mistral AI'), isGroup('Zephyr')]).toEqual([true, false, false]);
  });
  it('gives one pair one id, however it is written', () => {
    expect(pairId('AWS', 'Anthropic PBC')).toBe('amazon--anthropic');
    expect(pairId('Alphabet', 'Character AI')).toBe(pairId('Google', 'Character.AI'));
    expect(pairId('CoreWeave', 'Weights & Biases')).toBe('coreweave--weights-and-biases');
    expect(pairId('Google', '智谱')).toBe('google--智谱');
  });
  it('does not take one company for another', () => {
    expect(sameGroup('Meta', 'Metaphysic')).toBe(false);
    const folds = companies.flatMap((c) =>
      [...new Set([c.name, ...c.aliases].map(foldName))].map((fold) => ({ fold, name: c.name })),
    );
    const twice = folds.filter((a) => folds.some((b) => b.fold === a.fold && b.name !== a.name));
    expect(twice).toEqual([]);
  });
});
