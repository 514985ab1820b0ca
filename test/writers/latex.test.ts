import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { paper, written } from '../helpers/paper.js';

const folder = mkdtempSync(join(tmpdir(), 'papers-latex-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (command: string, ...args: readonly string[]) =>
  spawnSync(command, args, { cwd: folder, encoding: 'utf8' });

const missing = ['pdflatex', 'bibtex'].filter((program) => run(program, '--version').status !== 0);
const reason = missing.length === 0 ? '' : ` (not installed: ${missing.join(', ')})`;

/** Everything that pdfLaTeX is known to choke on. */
const SIGNS =
  'αβγδεϵζηθϑικλμµνξπϖρϱσςτυφϕχψω ΓΔ∆ΘΛΞΠΣΥΦΨΩ\u2126 ΑΒΕΖΗΙΚΜΝΟοΡΤΧ →←↑↓↔⇒⇔↦∞≤≥≠≈≃≡∼∝∈∉∩∪⊂⊆∑∏∫∂∇∀∃∅√∘∗⋆★⊕⊗⊙⊥∥ℓ′ ' +
  "⁰⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉− 𝛼𝔼ℝ $x_1^2$ 50% #1 & ~ \\pi {x} | < > `a` --- ''";

test.skipIf(missing.length > 0)(
  `BibTeX and pdfLaTeX take every sign and keep every name${reason}`,
  async () => {
    const papers = [
      paper({
        title: 'U-Net and V-JEPA: Vitamin D for β-VAE and Δ-Tuning',
        authors: ['Ida Quill', 'Ren Ōta'],
      }),
      paper({ title: `Signs ${SIGNS} End`, organization: `α-Lab & Co ${SIGNS}` }),
      paper({ title: 'On Our Abstract', abstract: SIGNS, keywords: [SIGNS.replaceAll(',', '')] }),
    ];
    const fields = ['title', 'authors', 'organization', 'keywords', 'abstract'] as const;
    writeFileSync(join(folder, 'refs.bib'), await written(papers, 'bibtex', { fields }));
    const bibliography = String.raw`\nocite{*}\bibliographystyle{plain}\bibliography{refs}`;
    const abstract = (await written(papers.slice(2), 'bibtex', { fields })).match(
      /abstract = \{(.*)\}$/m,
    )?.[1];
    writeFileSync(
      join(folder, 'text.tex'),
      String.raw`\documentclass{article}\begin{document}${abstract}${bibliography}\end{document}`,
    );
    run('pdflatex', '-interaction=nonstopmode', 'text');
    const { status, stdout } = run('bibtex', 'text');
    expect(stdout).not.toMatch(/warning|error/i);
    expect(status).toBe(0);
    const last = run('pdflatex', '-interaction=nonstopmode', 'text');
    expect(last.stdout.match(/^!.*/gm) ?? []).toEqual([]);
    expect(last.status).toBe(0);
    const printed = readFileSync(join(folder, 'text.bbl'), 'utf8').replace(/\s+/g, ' ');
    expect(printed).toContain(
      String.raw`{U-Net} and {V-JEPA}: Vitamin {D} for {$\beta$-VAE} and {$\Delta$-Tuning}`,
    );
    expect(printed).toContain('On our abstract');
  },
);
