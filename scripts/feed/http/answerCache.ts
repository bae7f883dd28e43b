import type { RenderedBody } from './rendering';

/** Keeps the newest body of each file, so that a publication is written once for all readers. */
export class AnswerCache {
  private readonly bodies = new Map<string, { sequence: number; body: RenderedBody }>();

  bodyOf(file: string, sequence: number, render: () => RenderedBody): RenderedBody {
    const known = this.bodies.get(file);
    if (known?.sequence === sequence) return known.body;
    const body = render();
    this.bodies.set(file, { sequence, body });
    return body;
  }
}
