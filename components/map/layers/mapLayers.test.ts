import { describe, expect, it } from 'vitest';
import { areDefaultLayers, DEFAULT_LAYERS, layersParser, sortedLayers } from './mapLayers';

describe('layers in the address', () => {
  it('come back as they were written, also none at all', () => {
    for (const layers of [['heat', 'areas'], []] as const)
      expect(layersParser.parse(layersParser.serialize([...layers]))).toEqual(layers);
  });

  it('leave out what is no layer', () => {
    expect(layersParser.parse('heat,<script>,areas')).toEqual(['heat', 'areas']);
  });

  it('have one order, each once', () => {
    expect(sortedLayers(['areas', 'vehicles', 'areas'])).toEqual(['vehicles', 'areas']);
    expect(areDefaultLayers([...DEFAULT_LAYERS].reverse())).toBe(true);
    expect(areDefaultLayers([])).toBe(false);
  });
});
