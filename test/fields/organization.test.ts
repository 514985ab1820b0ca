import { describe, expect, it } from 'vitest';
import { organizationForm, readOrganization } from '../../src/fields/organization.js';

const readAll = (lines: string[]) => {
  const form = organizationForm(lines);
  return lines.map((line) => readOrganization(line, form)).map(({ slug, name }) => `${slug} / ${name}`);
};

describe('organizations of a page', () => {
  it('are handle and name where most first words look like handles', () => {
    expect(
      readAll(['qualcomm Qualcomm', 'CarnegieMellonU Carnegie Mellon University', 'Intel Intel Labs']),
    ).toEqual(['qualcomm / Qualcomm', 'CarnegieMellonU / Carnegie Mellon University', 'Intel / Intel Labs']);
  });

  it('are names only where one line is a single word', () => {
    expect(readAll(['Qualcomm', 'ByteDance Seed'])).toEqual(['null / Qualcomm', 'null / ByteDance Seed']);
  });

  it('are names only where the first words are plain words', () => {
    expect(readAll(['Carnegie Mellon University', 'Tsinghua University', 'ByteDance Seed'])).toEqual([
      'null / Carnegie Mellon University',
      'null / Tsinghua University',
      'null / ByteDance Seed',
    ]);
  });

  it('are names only where the first words are names of companies, in capitals or with digits', () => {
    expect(
      readAll([
        'NVIDIA Research',
        'UC Berkeley',
        'AI21 Labs',
        'iFlytek Lab',
        'Humboldt University of Munich',
      ]),
    ).toEqual([
      'null / NVIDIA Research',
      'null / UC Berkeley',
      'null / AI21 Labs',
      'null / iFlytek Lab',
      'null / Humboldt University of Munich',
    ]);
  });

  it('are handle and name where handles in small letters stand before capitals or another script', () => {
    expect(readAll(['marsh-ai Birds of the North', 'hamabe 浜辺研究所', 'IBM Bakery'])).toEqual([
      'marsh-ai / Birds of the North',
      'hamabe / 浜辺研究所',
      'IBM / Bakery',
    ]);
  });

  it.each([
    ['tabularisai tabularisai', 'tabularisai / tabularisai'],
    ['mit-han-lab MIT HAN Lab', 'mit-han-lab / MIT HAN Lab'],
    ['CarnegieMellonU Carnegie Mellon University', 'CarnegieMellonU / Carnegie Mellon University'],
    ['crane-ai The Crane Lab', 'crane-ai / The Crane Lab'],
    ['NTU-SG Nanyang Technological University', 'NTU-SG / Nanyang Technological University'],
    ['IBM Bakery', 'null / IBM Bakery'],
    ['Carnegie Mellon University', 'null / Carnegie Mellon University'],
    ['ByteDance Seed', 'null / ByteDance Seed'],
  ])('one line alone: %s', (line, expected) => {
    expect(readAll([line])).toEqual([expected]);
  });

  it('says when one line alone leaves a doubt', () => {
    expect(organizationForm(['ByteDance Seed']).thin).toBe(true);
    expect(organizationForm(['qualcomm Qualcomm']).thin).toBe(false);
    expect(organizationForm(['Carnegie Mellon University']).thin).toBe(false);
  });

  it('need no guess in brackets', () => {
    expect(readAll(['[cranelab] Crane Lab', '[图片：marsh] Marsh Birds'])).toEqual([
      'cranelab / Crane Lab',
      'marsh / Marsh Birds',
    ]);
  });
});
