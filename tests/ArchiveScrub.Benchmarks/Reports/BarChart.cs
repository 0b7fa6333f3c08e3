using System.Globalization;
using System.Security;
using System.Text;

namespace ArchiveScrub.Benchmarks.Reports;

/// <summary>A bar for each of some numbers, on a logarithmic scale, as an SVG that can be read on light and dark ground.</summary>
internal static class BarChart
{
    private const int Width = 760;
    private const int Left = 210;
    private const int Right = 120;
    private const int Top = 52;
    private const int Row = 34;
    private const int Bar = 20;
    private const int Bottom = 28;

    private const string Style =
        """
        <style>
          text { font: 13px system-ui, sans-serif; fill: #1f2328 }
          .title { font-weight: 600 }
          .scale { fill: #59636e; font-size: 11px }
          .grid { stroke: #d1d9e0 }
          .bar { fill: #8c959f }
          .own { fill: #0969da }
          @media (prefers-color-scheme: dark) {
            text { fill: #f0f6fc } .scale { fill: #9198a1 } .grid { stroke: #3d444d } .bar { fill: #656c76 } .own { fill: #4493f8 }
          }
        </style>
        """;

    /// <summary>Draws them, in the order given.</summary>
    /// <param name="title">What the numbers are, with their unit.</param>
    /// <param name="bars">What each number belongs to, the number, what is written beside it, and whether it is ours.</param>
    public static string Draw(string title, IReadOnlyList<(string Name, double Value, string Label, bool IsOwn)> bars)
    {
        var lowest = (int)Math.Floor(Math.Log10(bars.Min(static bar => bar.Value)));
        var highest = Math.Max(lowest + 1, (int)Math.Ceiling(Math.Log10(bars.Max(static bar => bar.Value))));
        var height = Top + (bars.Count * Row) + Bottom;
        var svg = new StringBuilder();
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" role="img" aria-label="{Escape(title)}">""");
        svg.Append(Style).Append('\n');
        Line($"""<text class="title" x="10" y="24">{Escape(title)}</text>""");
        for (var power = lowest; power <= highest; power++)
        {
            Line($"""<line class="grid" x1="{X(power):0.#}" y1="{Top - 8}" x2="{X(power):0.#}" y2="{height - Bottom}"/>""");
            Line($"""<text class="scale" x="{X(power):0.#}" y="{height - 10}" text-anchor="middle">{Math.Pow(10, power):0.###}</text>""");
        }

        for (var i = 0; i < bars.Count; i++)
        {
            var (name, value, label, isOwn) = bars[i];
            var y = Top + (i * Row);
            var end = X(Math.Log10(value));
            Line($"""<text x="{Left - 10}" y="{y + 15}" text-anchor="end">{Escape(name)}</text>""");
            Line($"""<rect class="{(isOwn ? "own" : "bar")}" x="{Left}" y="{y}" width="{Math.Max(1, end - Left):0.#}" height="{Bar}" rx="2"/>""");
            Line($"""<text x="{end + 8:0.#}" y="{y + 15}">{Escape(label)}</text>""");
        }

        return svg.Append("</svg>\n").ToString();

        double X(double power) => Left + ((power - lowest) / (highest - lowest) * (Width - Left - Right));

        void Line(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Escape(string text) => SecurityElement.Escape(text);
}
