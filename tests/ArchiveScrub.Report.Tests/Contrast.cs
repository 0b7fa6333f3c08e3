namespace ArchiveScrub.Report.Tests;

/// <summary>Measures contrast in the browser (WCAG 2.2, relative luminance), of every element that shows text of its own.</summary>
internal static class Contrast
{
    public const string Script = """
        () => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
          const rgb = (...colours) => {
            canvas.clearRect(0, 0, 1, 1);
            colours.forEach(colour => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); });
            return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
          };
          const luminance = colour => colour.map(c => c / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          const low = new Set();
          for (const element of document.querySelectorAll('body *')) {
            const hasText = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== '');
            if (!element.checkVisibility() || (!hasText && getComputedStyle(element, '::after').content.length < 5) || element.closest('select, script, style')) {
              continue;
            }
            const behind = [];
            for (let e = element; e; e = e.parentElement) {
              behind.unshift(getComputedStyle(e).backgroundColor);
            }
            for (const part of [null, '::after']) {
              const ink = getComputedStyle(element, part).color;
              const r = ratio(luminance(rgb(...behind)), luminance(rgb(...behind, ink)));
              if (r < 4.5) {
                low.add(`${element.tagName}.${element.className} ${r.toFixed(2)}`);
              }
            }
          }
          return [...low];
        }
        """;
}
